/**
 * Spans of calls, as OpenTelemetry names them. Starting point: {@link
 * io.weft.telemetry.trace.Tracing}.
 */
@NullMarked
package io.weft.telemetry.trace;

import org.jspecify.annotations.NullMarked;
