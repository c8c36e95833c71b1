/**
 * What happens to calls when single instances fail, on real processes: a {@link
 * io.weft.bench.scenario.Stage} with servers and one caller, an {@link
 * io.weft.bench.scenario.OpenLoop} of calls.
 */
@NullMarked
package io.weft.bench.scenario;

import org.jspecify.annotations.NullMarked;
