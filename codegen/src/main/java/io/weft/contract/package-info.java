/**
 * What a contract may say: the annotations of a service interface and the closed vocabularies
 * {@link io.weft.contract.Shape}, {@link io.weft.contract.Semantics}, {@link io.weft.contract.Code}
 * and {@link io.weft.contract.Fate}. Starting point: {@link io.weft.contract.MeshService}.
 */
@NullMarked
package io.weft.contract;

import org.jspecify.annotations.NullMarked;
