package io.weft.filter.limit;

import io.weft.call.Call;
import io.weft.call.CallFailure;
import io.weft.call.Policy;
import io.weft.contract.Code;
import org.jspecify.annotations.Nullable;

/**
 * The most calls of a service that run at once: one service that hangs must not take what all
 * others of its node need. One for each instance of a service, on its lane's thread.
 */
public final class Bulkhead implements Policy {
  private static final long RETRY_AFTER_MILLIS = 20;

  private final int most;
  private final Refusals refusals;
  private int running;

  /**
   * Creates an empty one.
   *
   * @param most 1 or more
   * @param refusals where refusals are counted
   */
  public Bulkhead(int most, Refusals refusals) {
    this.most = most;
    this.refusals = refusals;
  }

  @Override
  public @Nullable CallFailure enter(Call call, long nowNanos) {
    if (running >= most) {
      refusals.bulkhead.increment();
      return CallFailure.notProcessed(
              Code.RESOURCE_EXHAUSTED,
              call.spec().name().service()
                  + " runs "
                  + running
                  + " calls on this node, its bulkhead lets no more through; try another node,"
                  + " later, or raise LimitOptions.bulkhead")
          .withRetryAfter(RETRY_AFTER_MILLIS);
    }
    running++;
    return null;
  }

  @Override
  public void exit(Call call, @Nullable CallFailure failure, long nowNanos) {
    running--;
  }
}
