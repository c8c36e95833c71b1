/**
 * Trouble that is made on purpose, on real processes: what a promise is worth when it is needed.
 * {@link io.weft.bench.scenario.OverloadCommand}, {@link io.weft.bench.scenario.DeadlineCommand}.
 */
@NullMarked
package io.weft.bench.scenario;

import org.jspecify.annotations.NullMarked;
