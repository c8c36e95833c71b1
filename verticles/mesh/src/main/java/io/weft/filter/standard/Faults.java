package io.weft.filter.standard;

import io.weft.contract.Code;
import java.time.Duration;

/**
 * Which faults {@link FaultInjection} makes.
 *
 * @param allowed whether faults may be made at all; false by default, and never to be true in
 *     production: a node says so from its profile
 * @param delayShare the share of calls that wait, 0 to 1, default 0
 * @param delay how long they wait, at most a minute
 * @param abortShare the share of calls that fail, 0 to 1, default 0
 * @param abort how they fail, default UNAVAILABLE
 * @param byBaggage whether calls may ask for faults themselves by {@code fault-delay-ms} and {@code
 *     fault-abort} in their baggage, default false
 */
public record Faults(
    boolean allowed,
    double delayShare,
    Duration delay,
    double abortShare,
    Code abort,
    boolean byBaggage) {
  /** The longest delay. */
  public static final Duration MOST_DELAY = Duration.ofMinutes(1);

  /** None, and not allowed. */
  public static final Faults NONE = new Faults(false, 0, Duration.ZERO, 0, Code.UNAVAILABLE, false);

  /** Checks the values. */
  public Faults {
    share("delayShare", delayShare);
    share("abortShare", abortShare);
    if (delay.isNegative() || delay.compareTo(MOST_DELAY) > 0) {
      throw new IllegalArgumentException("delay: " + delay + " (expected: 0 to 1 min)");
    }
    if (!allowed && (delayShare > 0 || abortShare > 0 || byBaggage)) {
      throw new IllegalArgumentException(
          "faults on purpose are not allowed here (expected: Faults.allowed(true) first, which a"
              + " node in profile prod never says)");
    }
  }

  private static void share(String name, double value) {
    if (!(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException(name + ": " + value + " (expected: 0 to 1)");
    }
  }

  /**
   * Begins with no faults.
   *
   * @param allowed whether any may follow
   * @return the faults
   */
  public static Faults allowed(boolean allowed) {
    return new Faults(allowed, 0, Duration.ZERO, 0, Code.UNAVAILABLE, false);
  }

  /**
   * Makes calls wait.
   *
   * @param share 0 to 1
   * @param time at most a minute
   * @return the faults
   */
  public Faults withDelay(double share, Duration time) {
    return new Faults(allowed, share, time, abortShare, abort, byBaggage);
  }

  /**
   * Makes calls fail.
   *
   * @param share 0 to 1
   * @param code how
   * @return the faults
   */
  public Faults withAbort(double share, Code code) {
    return new Faults(allowed, delayShare, delay, share, code, byBaggage);
  }

  /**
   * Lets calls ask for faults.
   *
   * @param value true to listen to their baggage
   * @return the faults
   */
  public Faults withBaggage(boolean value) {
    return new Faults(allowed, delayShare, delay, abortShare, abort, value);
  }
}
