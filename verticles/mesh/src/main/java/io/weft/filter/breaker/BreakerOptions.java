package io.weft.filter.breaker;

import java.time.Duration;

/**
 * When a caller stops calling a whole service for a while.
 *
 * @param enabled whether it ever does, default true
 * @param failureRate the share of failed calls that opens the breaker, more than 0 to 1, default
 *     0.5
 * @param fewestCalls opens only when so many calls ended within the window, default 20
 * @param window what is looked at, 1 s to 60 s, default 10 s
 * @param open how long no call passes, default 5 s
 * @param probes how many calls then pass as a trial, all of which must succeed, default 3
 */
public record BreakerOptions(
    boolean enabled,
    double failureRate,
    int fewestCalls,
    Duration window,
    Duration open,
    int probes) {
  /** The defaults named above. */
  public static final BreakerOptions DEFAULT =
      new BreakerOptions(true, 0.5, 20, Duration.ofSeconds(10), Duration.ofSeconds(5), 3);

  /** Never opens. */
  public static final BreakerOptions OFF =
      new BreakerOptions(false, 0.5, 20, Duration.ofSeconds(10), Duration.ofSeconds(5), 3);

  /** Checks the values. */
  public BreakerOptions {
    check(failureRate > 0 && failureRate <= 1, "failureRate: " + failureRate, "above 0, up to 1");
    check(fewestCalls >= 1, "fewestCalls: " + fewestCalls, "1 or more");
    check(
        window.toMillis() >= 1_000 && window.toMillis() <= 60_000,
        "window: " + window,
        "1 s to 60 s");
    check(open.toMillis() >= 1, "open: " + open, "1 ms or more");
    check(probes >= 1, "probes: " + probes, "1 or more");
  }

  private static void check(boolean good, String what, String expected) {
    if (!good) {
      throw new IllegalArgumentException(what + " (expected: " + expected + ")");
    }
  }
}
