package io.weft.call;

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
}
