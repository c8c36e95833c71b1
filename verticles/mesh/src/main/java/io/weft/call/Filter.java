package io.weft.call;

import io.vertx.core.Future;
import java.util.Set;

/**
 * One rule around a call that may change it, answer it itself, or call again. A rule that only
 * looks is cheaper as a {@link Policy}.
 */
@FunctionalInterface
public interface Filter {
  /**
   * Handles the call. Runs on the thread of the caller, or on the context of the served instance;
   * must not block.
   *
   * @param call the call
   * @param next what follows; to call it more than once give it {@link Call#again()}
   * @return the reply
   */
  Future<Object> apply(Call call, Service next);

  /**
   * Puts this filter in front of a service.
   *
   * @param service the service
   * @return the filtered service
   */
  default Service on(Service service) {
    return call -> apply(call, service);
  }

  /**
   * This filter for some methods only; others pass as if it were not there.
   *
   * @param methods Java names
   * @return the filter
   */
  default Filter only(String... methods) {
    Set<String> names = Set.of(methods);
    return (call, next) ->
        names.contains(call.spec().name().method()) ? apply(call, next) : next.call(call);
  }
}
