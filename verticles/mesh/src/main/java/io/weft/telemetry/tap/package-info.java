/** Single calls for those who look on. Starting point: {@link io.weft.telemetry.tap.Taps}. */
@NullMarked
package io.weft.telemetry.tap;

import org.jspecify.annotations.NullMarked;
