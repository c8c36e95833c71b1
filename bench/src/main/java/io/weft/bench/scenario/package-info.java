/**
 * What happens to calls when something goes wrong, on real processes: a {@link
 * io.weft.bench.scenario.Stage} with servers and one caller and an {@link
 * io.weft.bench.scenario.OpenLoop} of calls for single instances that fail, {@link
 * io.weft.bench.scenario.OverloadCommand} and {@link io.weft.bench.scenario.DeadlineCommand} for
 * too much work and too little time.
 */
@NullMarked
package io.weft.bench.scenario;

import org.jspecify.annotations.NullMarked;
