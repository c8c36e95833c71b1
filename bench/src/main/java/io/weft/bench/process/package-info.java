/** Processes that a benchmark starts. Starting point: {@link io.weft.bench.process.Child}. */
@NullMarked
package io.weft.bench.process;

import org.jspecify.annotations.NullMarked;
