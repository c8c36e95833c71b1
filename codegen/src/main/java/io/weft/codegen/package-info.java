/**
 * The annotation processor: reads service interfaces and events into one {@link
 * io.weft.codegen.model.Model}, then lets one writer per artefact run over it. Imported by nobody.
 * Starting point: {@link io.weft.codegen.ContractProcessor}.
 */
@NullMarked
package io.weft.codegen;

import org.jspecify.annotations.NullMarked;
