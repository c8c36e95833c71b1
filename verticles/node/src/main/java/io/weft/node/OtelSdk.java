package io.weft.node;

import io.opentelemetry.api.OpenTelemetry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * OpenTelemetry's SDK, if its autoconfigure module is on the class path: configured by the usual
 * {@code OTEL_…} variables, exporters included. Weft brings the API only.
 */
final class OtelSdk {
  private static final Logger LOG = LoggerFactory.getLogger(OtelSdk.class);
  private static final String SDK =
      "io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdk";

  private OtelSdk() {}

  /** The SDK, {@link OpenTelemetry#noop()} without one. */
  static OpenTelemetry find() {
    try {
      Object configured = Class.forName(SDK).getMethod("initialize").invoke(null);
      Object sdk = configured.getClass().getMethod("getOpenTelemetrySdk").invoke(configured);
      LOG.info("traces go to the OpenTelemetry SDK");
      return (OpenTelemetry) sdk;
    } catch (ClassNotFoundException e) {
      return OpenTelemetry.noop();
    } catch (ReflectiveOperationException e) {
      LOG.warn("the OpenTelemetry SDK cannot start; going on without traces", e);
      return OpenTelemetry.noop();
    }
  }
}
