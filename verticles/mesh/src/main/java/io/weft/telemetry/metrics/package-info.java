/**
 * Durations of calls, counted by each lane for itself. Starting point: {@link
 * io.weft.telemetry.metrics.Recorders}.
 */
@NullMarked
package io.weft.telemetry.metrics;

import org.jspecify.annotations.NullMarked;
