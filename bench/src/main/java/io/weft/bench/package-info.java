/**
 * The side-by-side benchmark: every subject in two processes of its own, all on one machine, in
 * interleaved rounds.
 *
 * <p>Starting points: {@link io.weft.bench.Bench} (the command) and {@link
 * io.weft.bench.subject.Subject} (what is compared).
 */
@NullMarked
package io.weft.bench;

import org.jspecify.annotations.NullMarked;
