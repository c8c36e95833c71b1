package io.weft.filter;

import io.weft.call.Call;
import io.weft.call.CallFailure;
import io.weft.call.Clock;
import io.weft.contract.Code;
import io.weft.contract.Fate;
import io.weft.contract.Semantics;
import java.util.random.RandomGenerator;

/**
 * Decides whether a failed call is tried again, and when. What surely never reached a handler goes
 * to another instance under every semantics but {@code MAYBE}; what may have run is repeated only
 * for methods that are declared idempotent, within the {@link RetryBudget}. Never past the
 * deadline. Costs nothing until a call fails. Safe for all threads.
 */
public final class Retry {
  /** Given for a failure that goes to the caller. */
  public static final long NEVER = -1;

  private static final int UNPROCESSED_ATTEMPTS = 4;
  private static final long BASE_MILLIS = 10;
  private static final long MOST_MILLIS = 1_000;

  private final RetryBudget budget;
  private final Clock clock;
  private final RandomGenerator random;

  /**
   * Creates the rule.
   *
   * @param budget of the target service
   * @param clock the time
   * @param random for jitter; safe for all threads
   */
  public Retry(RetryBudget budget, Clock clock, RandomGenerator random) {
    this.budget = budget;
    this.clock = clock;
    this.random = random;
  }

  /**
   * When to try a call again.
   *
   * @param call the call; its attempts so far count
   * @param failure how the last attempt ended
   * @return milliseconds to wait, 0 for at once, {@link #NEVER} to give the failure to the caller
   */
  public long delayMillis(Call call, CallFailure failure) {
    if (call.cancelled() || !passing(failure.code())) {
      return NEVER;
    }
    Semantics semantics = call.spec().semantics();
    boolean unprocessed = failure.fate() == Fate.NOT_PROCESSED;
    boolean repeatable = semantics == Semantics.AT_LEAST_ONCE;
    if (semantics == Semantics.MAYBE || !unprocessed && (!repeatable || streams(call))) {
      return NEVER;
    }
    int attempts = call.spec().timing().attempts();
    int most = unprocessed ? Math.max(UNPROCESSED_ATTEMPTS, attempts) : attempts;
    if (call.attempt() >= most || call.requestsStarted()) {
      return NEVER;
    }
    long delay = unprocessed && call.attempt() == 1 ? 0 : backoff(call.attempt());
    if (clock.nanos() + delay * 1_000_000 >= call.deadlineNanos()) {
      return NEVER;
    }
    return unprocessed || budget.tryWithdraw() ? delay : NEVER;
  }

  /** Failures of the moment and the place; the others would fail elsewhere and later too. */
  private static boolean passing(Code code) {
    return code == Code.UNAVAILABLE || code == Code.RESOURCE_EXHAUSTED;
  }

  private static boolean streams(Call call) {
    return call.spec().shape().streamsReplies() || call.spec().shape().streamsRequests();
  }

  /**
   * Exponential with full jitter.
   *
   * @see <a
   *     href="https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/">Exponential
   *     Backoff And Jitter</a>
   */
  private long backoff(int attempt) {
    long most = Math.min(MOST_MILLIS, BASE_MILLIS << Math.min(attempt - 1, 10));
    return random.nextLong(most + 1);
  }
}
