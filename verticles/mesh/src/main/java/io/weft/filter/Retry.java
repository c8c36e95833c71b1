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
 * for methods that are declared idempotent, and by one layer of a chain of calls only. All within
 * the {@link RetryBudget}, except what found nobody there. Never past the deadline, never before
 * the time the server asked for. Costs nothing until a call fails. Safe for all threads.
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
    if (call.cancelled() || !passing(failure) || failure.retryAfterMillis() == CallFailure.NEVER) {
      return NEVER;
    }
    boolean unprocessed = failure.fate() == Fate.NOT_PROCESSED;
    if (call.spec().semantics() == Semantics.MAYBE
        || call.requestsStarted()
        || !unprocessed && (!repeatable(call) || repeatedAbove(call))) {
      return NEVER;
    }
    int attempts = call.spec().timing().attempts();
    int most = unprocessed ? Math.max(UNPROCESSED_ATTEMPTS, attempts) : attempts;
    if (call.attempt() >= most) {
      return NEVER;
    }
    long delay = unprocessed && call.attempt() == 1 ? 0 : backoff(call.attempt());
    delay = Math.max(delay, failure.retryAfterMillis());
    if (clock.nanos() + delay * 1_000_000 >= call.deadlineNanos()) {
      return NEVER;
    }
    // Who is gone costs nobody anything; who is overloaded must not get more load from it.
    boolean free = unprocessed && failure.code() != Code.RESOURCE_EXHAUSTED;
    return free || budget.tryWithdraw() ? delay : NEVER;
  }

  /**
   * What is told upstream: whoever called the handler that made this call must not repeat what was
   * repeated here, or the attempts multiply.
   *
   * @param call a call that failed for good
   * @param failure how
   * @return the failure for the caller
   */
  public static CallFailure upstream(Call call, CallFailure failure) {
    return call.attempt() > 1 && call.parent() != null && passing(failure)
        ? failure.withRetryAfter(CallFailure.NEVER)
        : failure;
  }

  private static boolean repeatable(Call call) {
    return call.spec().semantics() == Semantics.AT_LEAST_ONCE
        && !call.spec().shape().streamsReplies()
        && !call.spec().shape().streamsRequests();
  }

  /** Somebody further up repeats already: one layer of a chain is enough. */
  private static boolean repeatedAbove(Call call) {
    return call.parent() != null && call.parent().attempt() > 1;
  }

  /** Failures of the moment and the place; the others would fail elsewhere and later too. */
  private static boolean passing(CallFailure failure) {
    return switch (failure.code()) {
      case UNAVAILABLE, RESOURCE_EXHAUSTED -> true;
      // An older instance lacks the method; a newer one may have it.
      case UNIMPLEMENTED -> failure.fate() == Fate.NOT_PROCESSED;
      default -> false;
    };
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
