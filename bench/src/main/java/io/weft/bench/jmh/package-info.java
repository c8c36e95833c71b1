/**
 * Costs inside one process, for {@code java -cp weft-bench.jar org.openjdk.jmh.Main}: {@link
 * io.weft.bench.jmh.PipelineBenchmark} and {@link io.weft.bench.jmh.CodecBenchmark}.
 */
@NullMarked
package io.weft.bench.jmh;

import org.jspecify.annotations.NullMarked;
