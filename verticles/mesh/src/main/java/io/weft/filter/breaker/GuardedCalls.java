package io.weft.filter.breaker;

import io.vertx.core.Future;
import io.weft.call.CallContext;
import io.weft.call.CallFailure;
import io.weft.call.Clock;
import io.weft.filter.Verdict;
import org.jspecify.annotations.Nullable;

/** A breaker for calls that are no {@link io.weft.call.Call}, such as those of stock proxies. */
public final class GuardedCalls {
  private final Breaker breaker;
  private final Clock clock;

  /**
   * Guards calls.
   *
   * @param breaker decides
   * @param clock the time
   */
  public GuardedCalls(Breaker breaker, Clock clock) {
    this.breaker = breaker;
    this.clock = clock;
  }

  /** Makes a call. */
  @FunctionalInterface
  public interface Made {
    /**
     * Makes it.
     *
     * @return its outcome
     * @throws Throwable when it cannot be made
     */
    Future<?> call() throws Throwable;
  }

  /**
   * Makes a call if the breaker lets it pass. Failures that are no {@link CallFailure} are those of
   * the service's own code: it answered.
   *
   * @param call makes the call
   * @return the result, or the refusal
   * @throws Throwable when the call cannot be made
   */
  public Future<?> call(Made call) throws Throwable {
    long start = clock.nanos();
    Trial trial =
        breaker.closed() ? null : breaker.admit(false, true, CallContext.NO_DEADLINE, start);
    if (trial == null && !breaker.closed()) {
      return Future.failedFuture(breaker.refusal(start));
    }
    try {
      return call.call()
          .onComplete(
              (result, failure) ->
                  ended(
                      trial,
                      failure instanceof CallFailure known ? Verdict.of(known) : Verdict.GOOD,
                      start));
    } catch (Throwable t) {
      ended(trial, Verdict.NONE, start);
      throw t;
    }
  }

  private void ended(@Nullable Trial trial, Verdict verdict, long start) {
    long now = clock.nanos();
    if (trial != null) {
      breaker.probed(trial, false, verdict, now);
    } else if (breaker.closed()) {
      breaker.count(verdict, start, now);
    }
  }
}
