package io.weft.mesh;

import io.weft.call.Clock;
import io.weft.link.Limits;
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
 */
public record MeshOptions(String name, String zone, Limits limits, Duration lease, Clock clock) {
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
    return new MeshOptions("node", "", Limits.DEFAULT, Duration.ofSeconds(10), Clock.SYSTEM);
  }

  /**
   * Another name.
   *
   * @param value for people
   * @return the options
   */
  public MeshOptions withName(String value) {
    return new MeshOptions(value, zone, limits, lease, clock);
  }

  /**
   * Another zone.
   *
   * @param value the zone
   * @return the options
   */
  public MeshOptions withZone(String value) {
    return new MeshOptions(name, value, limits, lease, clock);
  }

  /**
   * Other bounds.
   *
   * @param value the bounds
   * @return the options
   */
  public MeshOptions withLimits(Limits value) {
    return new MeshOptions(name, zone, value, lease, clock);
  }

  /**
   * Another lease.
   *
   * @param value at least 300 ms
   * @return the options
   */
  public MeshOptions withLease(Duration value) {
    return new MeshOptions(name, zone, limits, value, clock);
  }
}
