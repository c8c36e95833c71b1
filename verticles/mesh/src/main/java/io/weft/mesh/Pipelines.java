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
import io.weft.filter.breaker.BreakerStatus;
import io.weft.filter.breaker.Breakers;
import io.weft.filter.breaker.GuardedCalls;
import io.weft.filter.limit.Bulkhead;
import io.weft.filter.limit.ConcurrencyLimit;
import io.weft.filter.limit.DeadlineLimit;
import io.weft.filter.limit.LimitOptions;
import io.weft.filter.limit.QueueLimit;
import io.weft.filter.limit.RateLimit;
import io.weft.filter.limit.Refusals;
import io.weft.filter.standard.Validation;
import io.weft.identity.RoleAuthorization;
import io.weft.link.Lane;
import io.weft.link.Lanes;
import io.weft.link.Served;
import io.weft.link.Target;
import io.weft.registry.Compatibility;
import io.weft.registry.ContractEntry;
import io.weft.registry.Ejections;
import io.weft.registry.Endpoint;
import io.weft.registry.NodeEntry;
import io.weft.registry.Registry;
import io.weft.registry.Strategy;
import io.weft.telemetry.CallTelemetry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
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
   * @param contract the interface, or the fingerprint for calls without generated code
   * @param strategy chooses the instance
   * @param locality what is preferred for being near
   * @param breaker when it is left alone
   */
  record Route(
      String service,
      int version,
      Object contract,
      Strategy strategy,
      Strategy.Locality locality,
      BreakerOptions breaker) {}

  private static final Policy ROLES = new RoleAuthorization();

  private final VertxInternal vertx;
  private final MeshOptions options;
  private final Lanes lanes;
  private final Registry registry;
  private final Catalog catalog;
  private final CallTelemetry telemetry;
  private final Tally made = new Tally();
  private final Tally served = new Tally();
  private final Breakers breakers;
  private final Ejections ejections;
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
    this.breakers = new Breakers(vertx, options.clock());
    this.ejections = new Ejections(options.clock());
    this.telemetry = new CallTelemetry(options.telemetry(), options.name(), this::nodeName);
    telemetry.breakers(this::breakerStates);
    telemetry.ejections(ejections::total);
  }

  private Map<String, String> breakerStates() {
    Map<String, String> states = new HashMap<>();
    for (BreakerStatus breaker : breakers.all()) {
      states.put(breaker.name(), breaker.state().name().toLowerCase(Locale.ROOT));
    }
    return states;
  }

  private @Nullable String nodeName(@Nullable String id) {
    NodeEntry entry = id == null ? null : registry.table().node(id);
    return entry == null ? null : entry.name();
  }

  /**
   * What a call passes at its caller, from the outside in. Filters stand around the policies, since
   * they may answer instead, and the policies should count only what they see.
   */
  Caller client(Contract<?> contract, ClientOptions client) {
    client.filters().forEach(filter -> filter.check(contract));
    Compatibility compatibility = new Compatibility(registry, contract);
    Route route = route(contract.service(), contract.version(), contract.type(), client);
    return client(route, compatibility, client, tightened(contract, client.semantics()));
  }

  /** A client without generated code: its calls bring their own specs. */
  Caller client(ContractEntry contract) {
    Compatibility compatibility = new Compatibility(registry, contract);
    ClientOptions client = ClientOptions.defaults();
    Route route = route(contract.service(), contract.version(), contract.fingerprint(), client);
    return client(route, compatibility, client, Map.of());
  }

  private Route route(String service, int version, Object contract, ClientOptions client) {
    BreakerOptions breaker = client.breaker() == null ? options.breaker() : client.breaker();
    return new Route(service, version, contract, client.strategy(), client.locality(), breaker);
  }

  private Caller client(
      Route route, Compatibility compatibility, ClientOptions client, Map<String, Spec> tightened) {
    // Retry, hedging, choice of the instance and the link: below everything that sees one call.
    Service target =
        dispatches.computeIfAbsent(route, r -> new Dispatch(ground(r), r, compatibility));
    // A span begins where the calling code runs, and covers all attempts.
    target = Guarded.around(target, telemetry.filters());
    // The user's interceptors see the call first and its final outcome last; the node's outermost,
    // then the client's in their order, a fallback among them.
    target = Guarded.around(target, client.filters());
    target = Guarded.around(target, options.interceptors().client());
    Caller.Defaults defaults =
        new Caller.Defaults(options.limits().window(), client.deadline().toMillis(), tightened);
    return new Caller(vertx, target, options.clock(), defaults);
  }

  private static Map<String, Spec> tightened(
      Contract<?> contract, Map<String, Semantics> semantics) {
    Map<String, Spec> result = new HashMap<>();
    for (Map.Entry<String, Semantics> wish : semantics.entrySet()) {
      List<Spec> methods = contract.methods();
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
        lanes, registry, options.clock(), budget, this::reach, ejections, policies(route));
  }

  /** What looks at the calls of a client: at each once, and at each attempt. */
  private Dispatch.Policies policies(Route route) {
    // Trace, then metrics: outermost, so that they see what all others answer.
    List<Policy> logical = new ArrayList<>(telemetry.logical());
    // Counts the call as its caller sees it: once, whatever the attempts.
    logical.add(made);
    // The user's policies look before anything refuses, so that a log has the refusals too.
    options.interceptors().made().forEach(policy -> logical.add(new Guarded(policy)));
    // A service that is down is left alone before any attempt, so that a refusal costs no retry.
    // Innermost: what other policies refuse is not held against the service.
    if (route.breaker().enabled()) {
      logical.add(breakers.of(route.service(), route.breaker()));
    }
    // Each attempt by itself, with what the policies behind refuse.
    List<Policy> attempt = new ArrayList<>(telemetry.attempt());
    return new Dispatch.Policies(logical, attempt);
  }

  /** The policies in front of a handler; behind them come the interceptors. */
  List<Policy> server(ServeOptions serve, Contract<?> contract) {
    // Trace, then metrics: they see what arrives, and what later policies make of it.
    List<Policy> policies = new ArrayList<>(telemetry.server());
    // Counts what arrives, also what later policies refuse.
    policies.add(served);
    // The user's policies look before anything refuses, so that a log has the refusals too.
    options.interceptors().served().forEach(policy -> policies.add(new Guarded(policy)));
    limits(serve.load() == null ? options.load() : serve.load(), policies);
    // Behind the limits, which are cheaper than answering strangers; before anything that acts.
    policies.add(ROLES);
    // Last: the dearest of all, and only who may call learns what is wrong with the request.
    Validation validation = options.interceptors().validation() ? Validation.of(contract) : null;
    if (validation != null) {
      policies.add(validation);
    }
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
  List<Filter> handlers(ServeOptions serve, Contract<?> contract) {
    serve.filters().forEach(filter -> filter.check(contract));
    List<Filter> filters = new ArrayList<>(options.interceptors().server());
    filters.addAll(serve.filters());
    return filters;
  }

  /** A client of a stock service: no attempts, no choice of an instance. */
  <T> T proxyGen(Class<T> type, ClientOptions client) {
    BreakerOptions breaker = client.breaker() == null ? options.breaker() : client.breaker();
    GuardedCalls guard =
        breaker.enabled()
            ? new GuardedCalls(breakers.of(type.getName(), breaker), options.clock())
            : null;
    return ProxyGenServices.client(vertx, type, client, made, guard);
  }

  private Target reach(Lane lane, Endpoint endpoint) {
    Served here = endpoint.local() ? catalog.served(endpoint.serviceId()) : null;
    return here == null ? lane.remote(endpoint.address(), endpoint.serviceId()) : lane.local(here);
  }

  /** The breakers of this node's clients. */
  Breakers breakers() {
    return breakers;
  }

  /** The instances that this node's clients leave alone. */
  Ejections ejections() {
    return ejections;
  }

  /** What is measured and traced. */
  CallTelemetry telemetry() {
    return telemetry;
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
