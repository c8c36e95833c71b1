package io.weft.mesh;

import io.weft.call.Clock;
import io.weft.filter.breaker.BreakerOptions;
import io.weft.filter.limit.LimitOptions;
import io.weft.link.Limits;
import io.weft.telemetry.Telemetry;
import java.time.Duration;
import java.util.Objects;

/**
 * How a node joins the mesh.
 *
 * @param name a name for people, default {@code node}
 * @param zone where the node is; callers prefer their own zone; default empty
 * @param limits the bounds of links
 * @param lease how long others keep this node's entry without a sign of life, default 10 s
 * @param clock the time
 * @param breaker when callers on this node leave a failing service alone
 * @param load how much services of this node take on
 * @param interceptors filters around every call, default none
 * @param telemetry what is measured and traced
 */
public record MeshOptions(
    String name,
    String zone,
    Limits limits,
    Duration lease,
    Clock clock,
    BreakerOptions breaker,
    LimitOptions load,
    Interceptors interceptors,
    Telemetry telemetry) {
  /** Checks the values. */
  public MeshOptions {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(zone, "zone");
    Objects.requireNonNull(limits, "limits");
    Objects.requireNonNull(clock, "clock");
    if (lease.toMillis() < 300) {
      throw new IllegalArgumentException("lease: " + lease + " (expected: at least 300 ms)");
    }
  }

  /**
   * The defaults named above.
   *
   * @return the options
   */
  public static MeshOptions defaults() {
    return new MeshOptions(
        "node",
        "",
        Limits.DEFAULT,
        Duration.ofSeconds(10),
        Clock.SYSTEM,
        BreakerOptions.DEFAULT,
        LimitOptions.DEFAULT,
        Interceptors.NONE,
        Telemetry.NONE);
  }

  /**
   * Another name.
   *
   * @param value for people
   * @return the options
   */
  public MeshOptions withName(String value) {
    return new MeshOptions(
        value, zone, limits, lease, clock, breaker, load, interceptors, telemetry);
  }

  /**
   * Another zone.
   *
   * @param value the zone
   * @return the options
   */
  public MeshOptions withZone(String value) {
    return new MeshOptions(
        name, value, limits, lease, clock, breaker, load, interceptors, telemetry);
  }

  /**
   * Other bounds.
   *
   * @param value the bounds
   * @return the options
   */
  public MeshOptions withLimits(Limits value) {
    return new MeshOptions(name, zone, value, lease, clock, breaker, load, interceptors, telemetry);
  }

  /**
   * Another lease.
   *
   * @param value at least 300 ms
   * @return the options
   */
  public MeshOptions withLease(Duration value) {
    return new MeshOptions(
        name, zone, limits, value, clock, breaker, load, interceptors, telemetry);
  }

  /**
   * Another rule for leaving a failing service alone.
   *
   * @param value the rule
   * @return the options
   */
  public MeshOptions withBreaker(BreakerOptions value) {
    return new MeshOptions(name, zone, limits, lease, clock, value, load, interceptors, telemetry);
  }

  /**
   * Other bounds for what services take on.
   *
   * @param value the bounds
   * @return the options
   */
  public MeshOptions withLoad(LimitOptions value) {
    return new MeshOptions(
        name, zone, limits, lease, clock, breaker, value, interceptors, telemetry);
  }

  /**
   * Filters around every call of this node.
   *
   * @param value the filters
   * @return the options
   */
  public MeshOptions withInterceptors(Interceptors value) {
    return new MeshOptions(name, zone, limits, lease, clock, breaker, load, value, telemetry);
  }

  /**
   * Measures and traces calls.
   *
   * @param value where to
   * @return the options
   */
  public MeshOptions withTelemetry(Telemetry value) {
    return new MeshOptions(name, zone, limits, lease, clock, breaker, load, interceptors, value);
  }
}
