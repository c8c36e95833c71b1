package io.weft.call;

import io.vertx.core.Promise;
import io.vertx.core.internal.logging.Logger;
import io.vertx.core.internal.logging.LoggerFactory;
import org.jspecify.annotations.Nullable;

/** Runs what belongs to others: what they throw must not reach the transport. */
final class Completion {
  private static final Logger log = LoggerFactory.getLogger(Completion.class);

  private Completion() {}

  /** Completes a promise; futures outside Vert.x contexts throw what their listeners throw. */
  static boolean of(
      Promise<Object> promise, @Nullable Object reply, @Nullable CallFailure failure) {
    try {
      return failure == null ? promise.tryComplete(reply) : promise.tryFail(failure);
    } catch (Throwable t) {
      log.error("a listener to the outcome of a call failed", t);
      return true;
    }
  }

  static void run(Runnable action) {
    try {
      action.run();
    } catch (Throwable t) {
      log.error("an action for the case of cancellation failed", t);
    }
  }
}
