/**
 * Reads service interfaces and events from the compiler's elements into a {@link
 * io.weft.codegen.model.Model}, and refuses what cannot travel or cannot be promised. Starting
 * point: {@link io.weft.codegen.read.ContractReader}.
 */
@NullMarked
package io.weft.codegen.read;

import org.jspecify.annotations.NullMarked;
