package io.weft.telemetry;

import io.opentelemetry.api.OpenTelemetry;
import io.weft.telemetry.trace.TraceContext;
import java.util.Objects;

/**
 * What a node measures and traces of calls.
 *
 * <pre>{@code
 * Telemetry telemetry = Telemetry.MEASURED.withTraces(GlobalOpenTelemetry.get());
 * Mesh.join(vertx, MeshOptions.defaults().withTelemetry(telemetry)).onSuccess(mesh ->
 *     new CallMeters(mesh.telemetry()).bindTo(registry));
 * }</pre>
 *
 * @param measured whether durations are recorded, default false
 * @param openTelemetry where spans go; {@link OpenTelemetry#noop()}, the default, for nowhere,
 *     which costs nothing
 * @param rootShare the share of calls outside any trace that ask the SDK's sampler to begin one, 0
 *     to 1, default 1. The others cost a random number
 * @param mostSeries how many combinations of caller and method are told apart, default 1,000;
 *     further ones are counted as {@code _OTHER}
 */
public record Telemetry(
    boolean measured, OpenTelemetry openTelemetry, double rootShare, int mostSeries) {
  /** Nothing is measured, nothing leaves the node. */
  public static final Telemetry NONE = new Telemetry(false, OpenTelemetry.noop(), 1, 1_000);

  /** Durations are recorded, nothing is traced. */
  public static final Telemetry MEASURED = NONE.withMeasures(true);

  /** Checks the values. */
  public Telemetry {
    Objects.requireNonNull(openTelemetry, "openTelemetry");
    if (!(rootShare >= 0 && rootShare <= 1)) {
      throw new IllegalArgumentException("rootShare: " + rootShare + " (expected: 0 to 1)");
    }
    if (mostSeries < 1) {
      throw new IllegalArgumentException("mostSeries: " + mostSeries + " (expected: 1 or more)");
    }
  }

  /**
   * Measures or not.
   *
   * @param value whether durations are recorded
   * @return the telemetry
   */
  public Telemetry withMeasures(boolean value) {
    return new Telemetry(value, openTelemetry, rootShare, mostSeries);
  }

  /**
   * Traces calls. Call it before anything uses OpenTelemetry's {@code Context}: then {@code
   * Span.current()} in a handler, and in whatever continues on its Vert.x context, is the span of
   * the call being served.
   *
   * @param value an SDK with W3C propagation in mind: {@code traceparent} is what the mesh carries
   * @return the telemetry
   */
  public Telemetry withTraces(OpenTelemetry value) {
    if (value != OpenTelemetry.noop()) {
      TraceContext.install();
    }
    return new Telemetry(measured, value, rootShare, mostSeries);
  }

  /**
   * Decides on most roots without the SDK.
   *
   * @param value 0 to 1
   * @return the telemetry
   */
  public Telemetry withRootShare(double value) {
    return new Telemetry(measured, openTelemetry, value, mostSeries);
  }

  /**
   * Another bound.
   *
   * @param value 1 or more
   * @return the telemetry
   */
  public Telemetry withMostSeries(int value) {
    return new Telemetry(measured, openTelemetry, rootShare, value);
  }

  /**
   * Whether calls are traced.
   *
   * @return false without an SDK
   */
  public boolean traced() {
    return openTelemetry != OpenTelemetry.noop();
  }
}
