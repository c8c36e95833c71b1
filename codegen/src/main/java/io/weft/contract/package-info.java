/**
 * What a contract may say: the annotations of a service interface and of events, and the closed
 * vocabularies {@link io.weft.contract.Shape}, {@link io.weft.contract.Semantics}, {@link
 * io.weft.contract.Code} and {@link io.weft.contract.Fate}. Starting points: {@link
 * io.weft.contract.MeshService}, {@link io.weft.contract.MeshEvent}.
 */
@NullMarked
package io.weft.contract;

import org.jspecify.annotations.NullMarked;
