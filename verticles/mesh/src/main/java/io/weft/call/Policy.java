package io.weft.call;

import io.weft.contract.Priority;
import org.jspecify.annotations.Nullable;

/**
 * One rule that looks at a call going in and at its outcome. Policies run in a plain loop on one
 * thread, without futures, allocations or clock reads of their own: a call carries its start.
 */
public interface Policy {
  /**
   * Called before the call goes on.
   *
   * @param call the call
   * @param nowNanos a moment of the clock
   * @return null to let it pass, else why it is refused; the fate is {@code NOT_PROCESSED}
   */
  default @Nullable CallFailure enter(Call call, long nowNanos) {
    return null;
  }

  /**
   * Called once for each call that this policy let pass.
   *
   * @param call the call
   * @param failure null for success
   * @param nowNanos a moment of the clock
   */
  default void exit(Call call, @Nullable CallFailure failure, long nowNanos) {}

  /** A policy at the server that also looks at each item of a stream of requests. */
  interface OfItems extends Policy {
    /**
     * Called before an item is given to the handler, on a lane's thread.
     *
     * @param call the call
     * @param item the item
     * @return null to let it pass, else how the whole call fails
     */
    @Nullable CallFailure item(Call call, Object item);
  }

  /**
   * Called instead of enter and exit for each call that a {@link Gate} behind this policy refused.
   *
   * @param spec the method
   * @param failure why
   */
  default void refused(Spec spec, CallFailure failure) {}

  /**
   * A policy of servers that can refuse a call by its head, before the request is read: refusing
   * must be cheaper than serving. Calls with metadata are asked about in {@link #enter} instead,
   * others in {@link #admit}; each in one of the two.
   */
  interface Gate extends Policy {
    /**
     * Called before the request is read.
     *
     * @param spec the method
     * @param priority how much the call matters
     * @param queuedNanos as {@link Call#queuedNanos}
     * @param leftNanos the time until its deadline, {@link Long#MAX_VALUE} without one
     * @return null to let it pass, else why it is refused; the fate is {@code NOT_PROCESSED}
     */
    @Nullable CallFailure admit(
        Spec spec, Priority.Level priority, long queuedNanos, long leftNanos);

    @Override
    default @Nullable CallFailure enter(Call call, long nowNanos) {
      long deadline = call.deadlineNanos();
      long left =
          deadline == CallContext.NO_DEADLINE ? CallContext.NO_DEADLINE : deadline - nowNanos;
      return admit(call.spec(), call.priority(), call.queuedNanos(), left);
    }
  }
}
