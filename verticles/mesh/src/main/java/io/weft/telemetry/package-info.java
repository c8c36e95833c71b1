/** Traces and metrics of calls. Starting point: {@link Telemetry}. */
@NullMarked
package io.weft.telemetry;

import org.jspecify.annotations.NullMarked;
