package io.weft.call;

import io.vertx.core.Future;

/** Anything that answers calls: a client, a server, or a filter in front of one. */
@FunctionalInterface
public interface Service {
  /**
   * Makes the call.
   *
   * @param call the call; each call is given to a service once, see {@link Call#again()}
   * @return the reply; for methods that stream replies it completes with null when the stream ends,
   *     for one-way methods when the call is handed over. Fails with a {@link CallFailure}.
   */
  Future<Object> call(Call call);
}
