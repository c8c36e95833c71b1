/**
 * What contracts say, as plain records. Class names are binary names ({@code p.Outer$Inner})
 * throughout. Starting point: {@link io.weft.codegen.model.Model}.
 */
@NullMarked
package io.weft.codegen.model;

import org.jspecify.annotations.NullMarked;
