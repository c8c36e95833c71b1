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
import io.weft.filter.limit.Bulkhead;
import io.weft.filter.limit.ConcurrencyLimit;
import io.weft.filter.limit.DeadlineLimit;
import io.weft.filter.limit.LimitOptions;
import io.weft.filter.limit.QueueLimit;
import io.weft.filter.limit.RateLimit;
import io.weft.filter.limit.Refusals;
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
  private final Refusals refusals = new Refusals();
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
    // The user's interceptors see the call first and its final outcome last; the node's outermost.
    target = around(target, client.filters());
    target = around(target, options.interceptors().client());
    Map<String, Spec> tightened = tightened(contract, client.semantics());
    Caller.Defaults defaults =
        new Caller.Defaults(options.limits().window(), client.deadline().toMillis(), tightened);
    return new Caller(vertx, target, options.clock(), defaults);
  }

  private static Service around(Service service, List<Filter> filters) {
    Service target = service;
    for (int i = filters.size() - 1; i >= 0; i--) {
      target = filters.get(i).on(target);
    }
    return target;
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
    List<Policy> attempt = new ArrayList<>();
    return new Dispatch.Policies(logical, attempt);
  }

  /** The policies in front of a handler; behind them come the interceptors. */
  List<Policy> server(ServeOptions serve) {
    List<Policy> policies = new ArrayList<>();
    // Counts what arrives, also what later policies refuse.
    policies.add(served);
    limits(serve.load() == null ? options.load() : serve.load(), policies);
    return policies;
  }

  /** What refuses calls that are too many: before anything that costs more than refusing. */
  private void limits(LimitOptions load, List<Policy> policies) {
    if (load.adaptive()) {
      // Gates first: they are asked before the request is read, and know it by its head alone.
      policies.add(new QueueLimit(refusals));
      policies.add(new DeadlineLimit(refusals));
    }
    if (load.perSecond() > 0) {
      // Before what counts running calls: who asks too often must not take the place of others.
      policies.add(new RateLimit(load.perSecond(), load.burst(), refusals));
    }
    if (load.bulkhead() > 0) {
      policies.add(new Bulkhead(load.bulkhead(), refusals));
    }
    if (load.adaptive()) {
      policies.add(new ConcurrencyLimit(refusals));
    }
  }

  /** The filters around a handler: the node's, then the service's own. */
  List<Filter> handlers(ServeOptions serve) {
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

  /** Calls refused on this node. */
  Refusals refusals() {
    return refusals;
  }

  /** Calls served on this node. */
  Tally served() {
    return served;
  }
}
