package io.weft.bench.subject;

import io.vertx.core.Future;

/** A connected client. It lives as long as its process. */
public interface Client {
  /**
   * Runs something on the thread on which replies arrive, where the subject has such a thread:
   * calls are made there, as users of an event loop do.
   *
   * @param task makes calls
   */
  default void execute(Runnable task) {
    task.run();
  }

  /**
   * Prepares calls with a payload of a given size.
   *
   * @param bytes the size, 1 or more
   * @return the call
   */
  Unary<?> unary(int bytes);

  /**
   * Reads one stream to its end.
   *
   * @param count how many items, 1 or more
   * @param bytes the size of each
   * @return the number of items of the right size that arrived
   */
  default Future<Long> stream(int count, int bytes) {
    return Future.failedFuture("no streams");
  }
}
