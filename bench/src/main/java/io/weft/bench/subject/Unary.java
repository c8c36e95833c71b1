package io.weft.bench.subject;

import io.vertx.core.Completable;

/**
 * A call that can be made again and again.
 *
 * @param <R> the reply as users get it
 */
public interface Unary<R> {
  /**
   * Makes a call.
   *
   * @param done told once
   */
  void call(Completable<? super R> done);

  /**
   * The size of a reply's payload: proof that it was decoded.
   *
   * @param reply the reply
   * @return bytes
   */
  int size(R reply);
}
