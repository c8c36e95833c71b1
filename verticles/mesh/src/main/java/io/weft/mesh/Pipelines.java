package io.weft.mesh;

import io.vertx.core.internal.VertxInternal;
import io.weft.call.Caller;
import io.weft.call.Contract;
import io.weft.call.Policy;
import io.weft.call.Service;
import io.weft.filter.RetryBudget;
import io.weft.link.Lane;
import io.weft.link.Lanes;
import io.weft.link.Served;
import io.weft.link.Target;
import io.weft.registry.Endpoint;
import io.weft.registry.Registry;
import io.weft.registry.Strategy;
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
   */
  record Route(
      String service,
      int version,
      @Nullable Class<?> type,
      Strategy strategy,
      Strategy.Locality locality) {}

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

  /** A client of a service; without its contract the calls bring their own specs. */
  Caller client(String service, int version, @Nullable Contract<?> contract, ClientOptions client) {
    Class<?> type = contract == null ? null : contract.type();
    Route route = new Route(service, version, type, client.strategy(), client.locality());
    // Retry, choice of the instance and the link: below everything that should see one call.
    Service target =
        dispatches.computeIfAbsent(route, r -> new Dispatch(ground(service), r, contract));
    // The user's interceptors see the call first and its final outcome last.
    for (int i = client.filters().size() - 1; i >= 0; i--) {
      target = client.filters().get(i).on(target);
    }
    return new Caller(
        vertx, target, options.clock(), options.limits().window(), client.deadline().toMillis());
  }

  private Dispatch.Ground ground(String service) {
    RetryBudget budget = budgets.computeIfAbsent(service, name -> new RetryBudget(options.clock()));
    // Counts the call as its caller sees it: once, whatever the attempts.
    Dispatch.Policies policies = new Dispatch.Policies(List.of(made), List.of());
    return new Dispatch.Ground(lanes, registry, options.clock(), budget, this::reach, policies);
  }

  /** The policies in front of a handler; behind them come the user's interceptors. */
  List<Policy> server() {
    // Counts what arrives, also what later policies refuse.
    return List.of(served);
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
