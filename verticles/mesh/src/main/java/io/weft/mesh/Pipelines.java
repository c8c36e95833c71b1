package io.weft.mesh;

import io.vertx.core.internal.VertxInternal;
import io.weft.call.Caller;
import io.weft.call.Contract;
import io.weft.call.Filter;
import io.weft.call.Policy;
import io.weft.call.Service;
import io.weft.call.Spec;
import io.weft.contract.Semantics;
import io.weft.filter.RetryBudget;
import io.weft.filter.breaker.BreakerOptions;
import io.weft.filter.standard.Validation;
import io.weft.link.Lane;
import io.weft.link.Lanes;
import io.weft.link.Served;
import io.weft.link.Target;
import io.weft.registry.Endpoint;
import io.weft.registry.Registry;
import io.weft.registry.Strategy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The standard pipelines: what a call passes at its caller ({@link #client}) and in front of its
 * handler ({@link #server}), and why in this order.
 */
final class Pipelines {
  /**
   * What a client calls and how; equal ones share their view of the instances.
   *
   * @param service the full service name
   * @param version its major version
   * @param type the contract's interface, null for raw calls
   * @param strategy chooses the instance
   * @param locality what is preferred for being near
   * @param breaker when it is left alone
   */
  record Route(
      String service,
      int version,
      @Nullable Class<?> type,
      Strategy strategy,
      Strategy.Locality locality,
      BreakerOptions breaker) {}

  private final VertxInternal vertx;
  private final MeshOptions options;
  private final Lanes lanes;
  private final Registry registry;
  private final Catalog catalog;
  private final Tally made = new Tally();
  private final Tally served = new Tally();
  private final Map<String, RetryBudget> budgets = new ConcurrentHashMap<>();
  private final Map<Route, Dispatch> dispatches = new ConcurrentHashMap<>();

  Pipelines(
      VertxInternal vertx, MeshOptions options, Lanes lanes, Registry registry, Catalog catalog) {
    this.vertx = vertx;
    this.options = options;
    this.lanes = lanes;
    this.registry = registry;
    this.catalog = catalog;
  }

  /**
   * What a call passes at its caller, from the outside in. Filters stand around the policies, since
   * they may answer instead, and the policies should count only what they see.
   */
  Caller client(String service, int version, @Nullable Contract<?> contract, ClientOptions client) {
    Class<?> type = contract == null ? null : contract.type();
    BreakerOptions breaker = client.breaker() == null ? options.breaker() : client.breaker();
    Route route = new Route(service, version, type, client.strategy(), client.locality(), breaker);
    // Retry, hedging, choice of the instance and the link: below everything that sees one call.
    Service target = dispatches.computeIfAbsent(route, r -> new Dispatch(ground(r), r, contract));
    if (contract != null) {
      client.filters().forEach(filter -> filter.check(contract));
    }
    // The user's interceptors see the call first and its final outcome last; the node's outermost,
    // then the client's in their order, a fallback among them.
    target = Guarded.around(target, client.filters());
    target = Guarded.around(target, options.interceptors().client());
    Map<String, Spec> tightened = tightened(contract, client.semantics());
    Caller.Defaults defaults =
        new Caller.Defaults(options.limits().window(), client.deadline().toMillis(), tightened);
    return new Caller(vertx, target, options.clock(), defaults);
  }

  private static Map<String, Spec> tightened(
      @Nullable Contract<?> contract, Map<String, Semantics> semantics) {
    Map<String, Spec> result = new HashMap<>();
    for (Map.Entry<String, Semantics> wish : semantics.entrySet()) {
      List<Spec> methods = contract == null ? List.of() : contract.methods();
      Spec spec =
          methods.stream()
              .filter(s -> s.name().method().equals(wish.getKey()))
              .findFirst()
              .orElseThrow(
                  () ->
                      new IllegalArgumentException(
                          "semantics of "
                              + wish.getKey()
                              + ": no such method (expected one of "
                              + methods.stream().map(s -> s.name().method()).sorted().toList()
                              + ")"));
      result.put(wish.getKey(), spec.tighten(wish.getValue()));
    }
    return Map.copyOf(result);
  }

  private Dispatch.Ground ground(Route route) {
    RetryBudget budget =
        budgets.computeIfAbsent(route.service(), name -> new RetryBudget(options.clock()));
    return new Dispatch.Ground(
        lanes, registry, options.clock(), budget, this::reach, policies(route));
  }

  /** What looks at the calls of a client: at each once, and at each attempt. */
  private Dispatch.Policies policies(Route route) {
    List<Policy> logical = new ArrayList<>();
    // Counts the call as its caller sees it: once, whatever the attempts.
    logical.add(made);
    // The user's policies look before anything refuses, so that a log has the refusals too.
    options.interceptors().made().forEach(policy -> logical.add(new Guarded(policy)));
    List<Policy> attempt = new ArrayList<>();
    return new Dispatch.Policies(logical, attempt);
  }

  /** The policies in front of a handler; behind them come the interceptors. */
  List<Policy> server(ServeOptions serve, Contract<?> contract) {
    List<Policy> policies = new ArrayList<>();
    // Counts what arrives, also what later policies refuse.
    policies.add(served);
    // The user's policies look before anything refuses, so that a log has the refusals too.
    options.interceptors().served().forEach(policy -> policies.add(new Guarded(policy)));
    // Last: the dearest of all, and only who may call learns what is wrong with the request.
    Validation validation = options.interceptors().validation() ? Validation.of(contract) : null;
    if (validation != null) {
      policies.add(validation);
    }
    return policies;
  }

  /** The filters around a handler: the node's, then the service's own. */
  List<Filter> handlers(ServeOptions serve, Contract<?> contract) {
    serve.filters().forEach(filter -> filter.check(contract));
    List<Filter> filters = new ArrayList<>(options.interceptors().server());
    filters.addAll(serve.filters());
    return filters;
  }

  private Target reach(Lane lane, Endpoint endpoint) {
    Served here = endpoint.local() ? catalog.served(endpoint.serviceId()) : null;
    return here == null ? lane.remote(endpoint.address(), endpoint.serviceId()) : lane.local(here);
  }

  /** Calls made on this node. */
  Tally made() {
    return made;
  }

  /** Calls served on this node. */
  Tally served() {
    return served;
  }
}
