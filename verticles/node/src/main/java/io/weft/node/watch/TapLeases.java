package io.weft.node.watch;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.weft.call.Clock;
import io.weft.node.json.JsonRecords;
import io.weft.telemetry.tap.TapFilter;
import io.weft.telemetry.tap.TappedCall;
import io.weft.telemetry.tap.Taps;
import java.util.HashMap;
import java.util.Map;

/**
 * Taps on this node for those who ask again and again. Who does not ask any more has no tap after
 * {@link #LEASE_NANOS}, however he ended.
 */
public final class TapLeases {
  /** How long a tap stays open without being asked: 5 s. */
  public static final long LEASE_NANOS = 5_000_000_000L;

  private final Taps taps;
  private final Clock clock;
  private final Map<String, Lease> leases = new HashMap<>();

  /**
   * Begins without any.
   *
   * @param taps of this node
   * @param clock the time
   */
  public TapLeases(Taps taps, Clock clock) {
    this.taps = taps;
    this.clock = clock;
  }

  private static final class Lease {
    private final Taps.Tap tap;
    private long askedNanos;

    Lease(Taps.Tap tap) {
      this.tap = tap;
    }
  }

  /**
   * What was seen since the last time.
   *
   * @param id of the one who asks
   * @param filter what he wants, when he asks first
   * @return {@code {"calls":[…],"skipped":n}}
   */
  public synchronized JsonObject take(String id, TapFilter filter) {
    Lease lease = leases.computeIfAbsent(id, first -> new Lease(taps.open(filter, clock)));
    lease.askedNanos = clock.nanos();
    JsonArray calls = new JsonArray();
    for (TappedCall call : lease.tap.take()) {
      calls.add(JsonRecords.of(call));
    }
    return new JsonObject().put("calls", calls).put("skipped", lease.tap.takeSkipped());
  }

  /** Ends the taps of those who do not ask any more; to be called now and then. */
  public synchronized void sweep() {
    long now = clock.nanos();
    leases
        .values()
        .removeIf(
            lease -> {
              boolean over = now - lease.askedNanos > LEASE_NANOS;
              if (over) {
                lease.tap.close();
              }
              return over;
            });
  }
}
