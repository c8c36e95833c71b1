/**
 * What the benchmark compares: one class for each way to call an echo in another process.
 *
 * <p>Starting points: {@link io.weft.bench.subject.Subject} and {@link
 * io.weft.bench.subject.Subjects}.
 */
@NullMarked
package io.weft.bench.subject;

import org.jspecify.annotations.NullMarked;
