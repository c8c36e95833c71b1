package io.weft.call;

import org.jspecify.annotations.Nullable;

/**
 * Dispatches calls to the methods of an implementation; generated as {@code <Interface>Skeleton}.
 */
@FunctionalInterface
public interface Skeleton {
  /**
   * Runs a method, on the context of the served instance.
   *
   * @param number the method's number
   * @param request the request message, or a {@code ReadStream} of them
   * @return a {@code Future} of the reply message, a {@code ReadStream} of reply messages, or null
   *     for one-way methods
   */
  @Nullable Object invoke(int number, Object request);
}
