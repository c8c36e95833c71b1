package io.weft.filter;

import io.weft.call.Clock;
import java.util.concurrent.atomic.LongAdder;

/**
 * Bounds retries to a share of the calls, so that a struggling service gets at most a little more
 * load than before, not a multiple: 20 % of the calls plus 10 a second, saved up for 10 seconds. A
 * fixed number of retries per call has no such bound. One for each target service, shared by all
 * lanes. Safe for all threads.
 *
 * @see <a href="https://finagle.github.io/blog/2016/02/08/retry-budgets/">Finagle: retry
 *     budgets</a>
 */
public final class RetryBudget {
  private static final double SHARE = 0.2;
  private static final double PER_SECOND = 10;
  private static final double SAVED = 10 * PER_SECOND;

  private final Clock clock;
  private final LongAdder calls = new LongAdder();
  private double balance = SAVED;
  private double ceiling = SAVED;
  private long counted;
  private long since;

  /**
   * Creates a full budget.
   *
   * @param clock the time
   */
  public RetryBudget(Clock clock) {
    this.clock = clock;
    this.since = clock.nanos();
  }

  /** Counts a call; not a retry. */
  public void deposit() {
    calls.increment();
  }

  /**
   * Takes the price of one retry.
   *
   * @return false when the budget is used up
   */
  public synchronized boolean tryWithdraw() {
    long now = clock.nanos();
    long total = calls.sum();
    double seconds = (now - since) / 1e9;
    double earned = SHARE * (total - counted);
    if (seconds > 10) {
      // What was earned over more than ten seconds fades to its share of ten.
      ceiling = SAVED + earned * 10 / seconds;
    } else {
      ceiling = Math.max(ceiling * (1 - seconds / 10), SAVED + earned);
    }
    balance = Math.min(ceiling, balance + earned + PER_SECOND * seconds);
    counted = total;
    since = now;
    if (balance < 1) {
      return false;
    }
    balance--;
    return true;
  }
}
