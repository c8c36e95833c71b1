/**
 * What contracts say, as plain records, and how it is read from the compiler's elements. Class names
 * are binary names ({@code p.Outer$Inner}) throughout. Starting points: {@link
 * io.weft.codegen.model.Model}, {@link io.weft.codegen.model.ContractReader}.
 */
@NullMarked
package io.weft.codegen.model;

import org.jspecify.annotations.NullMarked;
