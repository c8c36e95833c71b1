package io.weft.filter.limit;

import io.weft.call.Call;
import io.weft.call.CallFailure;
import io.weft.call.Policy;
import io.weft.call.Spec;
import io.weft.call.Trail;
import io.weft.contract.Code;
import io.weft.contract.Priority;
import org.jspecify.annotations.Nullable;

/**
 * Refuses calls that stood too long in a queue which does not empty. So the queue stays short: the
 * event loop never runs out of work, what is run is answered soon, and what is refused is refused
 * soon. The less important a call is, the shorter it may have waited: while the queue is kept at
 * the 5 ms of normal calls, all LOW ones are refused, and HIGH ones only when they alone are more
 * than can be done.
 *
 * @see <a href="https://queue.acm.org/detail.cfm?id=2839461">Fail at Scale: controlled delay</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8289">RFC 8289, CoDel; 5 ms</a>
 */
public final class QueueLimit implements Policy.Gate {
  private static final long[] MOST_NANOS = new long[Priority.Level.values().length];
  private static final long RETRY_AFTER_MILLIS = 30;
  private static final long SPREAD_MASK = 63;

  static {
    MOST_NANOS[Priority.Level.LOW.ordinal()] = 2_000_000;
    MOST_NANOS[Priority.Level.NORMAL.ordinal()] = 5_000_000;
    MOST_NANOS[Priority.Level.HIGH.ordinal()] = 15_000_000;
    MOST_NANOS[Priority.Level.CRITICAL.ordinal()] = 100_000_000;
  }

  private final Refusals refusals;

  /**
   * Creates the rule.
   *
   * @param refusals where refusals are counted
   */
  public QueueLimit(Refusals refusals) {
    this.refusals = refusals;
  }

  @Override
  public @Nullable CallFailure admit(
      Spec spec, Priority.Level priority, long queuedNanos, long leftNanos) {
    return queuedNanos <= MOST_NANOS[priority.ordinal()]
        ? null
        : refuse(spec, priority, queuedNanos);
  }

  @Override
  public @Nullable CallFailure enter(Call call, long nowNanos) {
    Trail trail = call.metadata().trail();
    if (trail != null) {
      trail.add(
          call.queuedNanos() == 0
              ? "queue: none stands"
              : "queue: stands, waited "
                  + call.queuedNanos() / 1_000
                  + " µs of at most "
                  + MOST_NANOS[call.priority().ordinal()] / 1_000
                  + " for "
                  + call.priority());
    }
    return Policy.Gate.super.enter(call, nowNanos);
  }

  private CallFailure refuse(Spec spec, Priority.Level priority, long queuedNanos) {
    refusals.queue.increment();
    String message =
        spec.name().service()
            + " gets more calls than it can do on this node: a "
            + priority
            + " call waited "
            + queuedNanos / 1_000_000
            + " ms (expected: at most "
            + MOST_NANOS[priority.ordinal()] / 1_000_000
            + "); try another node, or later";
    // Spread, so that those who were refused together do not come back together.
    return CallFailure.notProcessed(Code.RESOURCE_EXHAUSTED, message)
        .withRetryAfter(RETRY_AFTER_MILLIS + (queuedNanos >>> 8 & SPREAD_MASK));
  }
}
