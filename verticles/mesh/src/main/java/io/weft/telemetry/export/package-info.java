/** What was measured, for Micrometer and Prometheus. Needs their jars. */
@NullMarked
package io.weft.telemetry.export;

import org.jspecify.annotations.NullMarked;
