package io.weft.filter.breaker;

import io.weft.call.Call;
import io.weft.call.CallContext;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** The few calls that pass while a breaker is half-open. Safe for all threads. */
final class Trial {
  /** A call without a deadline is waited for so long. */
  private static final long PATIENCE_NANOS = 60_000_000_000L;

  /** Who sweeps deadlines may be a little late. */
  private static final long SLACK_NANOS = 1_000_000_000L;

  private final int probes;
  private final long started;
  private final AtomicInteger admitted = new AtomicInteger();
  private final AtomicInteger succeeded = new AtomicInteger();
  private final AtomicInteger unary = new AtomicInteger();
  private final AtomicLong longest = new AtomicLong();

  Trial(int probes, long started) {
    this.probes = probes;
    this.started = started;
  }

  /**
   * Lets a call pass, if there is room.
   *
   * @param stream whether it lasts as long as it likes
   * @param deadlineNanos of the call
   * @param openNanos how long a stream must live to count as a success
   */
  boolean admit(boolean stream, long deadlineNanos, long openNanos, long now) {
    int count = admitted.get();
    do {
      if (count >= probes) {
        return false;
      }
    } while (!admitted.compareAndSet(count, count = count + 1));
    long patience = openNanos;
    if (!stream) {
      unary.incrementAndGet();
      long left = deadlineNanos == CallContext.NO_DEADLINE ? PATIENCE_NANOS : deadlineNanos - now;
      patience = Math.max(openNanos, left + SLACK_NANOS);
    }
    longest.accumulateAndGet(now - started + patience, Math::max);
    return true;
  }

  /** Whether a verdict is overdue: a probe never ended. */
  boolean overdue(long now) {
    return admitted.get() > 0 && now - started >= longest.get();
  }

  /** Whether all that is still missing are streams: they live, so they work. */
  boolean onlyStreams() {
    return unary.get() == 0;
  }

  /** A probe is over. */
  void ended(boolean stream) {
    if (!stream) {
      unary.decrementAndGet();
    }
  }

  /** A probe that says nothing makes room for another one. */
  void giveBack() {
    admitted.decrementAndGet();
  }

  /** Whether this was the last success that was missing. */
  boolean succeed() {
    return succeeded.incrementAndGet() >= probes;
  }

  int succeeded() {
    return succeeded.get();
  }

  static boolean streams(Call call) {
    return call.spec().shape().streamsReplies() || call.spec().shape().streamsRequests();
  }
}
