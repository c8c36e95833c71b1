package io.weft.call;

import io.vertx.core.Future;
import java.util.List;
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
    Filter all = this;
    return new Filter() {
      @Override
      public Future<Object> apply(Call call, Service next) {
        return names.contains(call.spec().name().method())
            ? all.apply(call, next)
            : next.call(call);
      }

      @Override
      public void check(Contract<?> contract) {
        known(contract, names);
        all.check(contract);
      }
    };
  }

  /**
   * Asked once for each client or service that gets this filter as its own, so that what cannot
   * work fails at once and not with a call.
   *
   * @param contract the contract
   * @throws IllegalArgumentException when the filter does not fit
   */
  default void check(Contract<?> contract) {}

  /**
   * Checks names of methods.
   *
   * @param contract the contract
   * @param methods Java names
   * @throws IllegalArgumentException for one that the contract lacks
   */
  static void known(Contract<?> contract, Set<String> methods) {
    List<String> known = contract.methods().stream().map(s -> s.name().method()).sorted().toList();
    for (String method : methods) {
      if (!known.contains(method)) {
        throw new IllegalArgumentException(
            "filter of method "
                + method
                + ": "
                + contract.service()
                + " has none of that name (expected: one of "
                + known
                + ")");
      }
    }
  }
}
