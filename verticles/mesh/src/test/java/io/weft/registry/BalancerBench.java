package io.weft.registry;

import io.weft.call.Call;
import io.weft.call.CallContext;
import io.weft.call.CallFailure;
import io.weft.call.Spec;
import io.weft.contract.Code;
import io.weft.contract.Priority;
import io.weft.contract.Semantics;
import io.weft.contract.Shape;
import io.weft.link.LaneAddress;
import io.weft.link.Target;
import io.weft.registry.NodeEntry.ServiceEntry;
import io.weft.registry.NodeEntry.State;
import io.weft.registry.Strategy.Locality;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** What the tests of this kind share. */
abstract class BalancerBench {
  static final long MICRO = 1_000;
  static final long MILLI = 1_000_000;
  static final long SECOND = 1_000_000_000;
  static final CallFailure DOWN = CallFailure.notProcessed(Code.UNAVAILABLE, "down");
  static final CallFailure BUG = CallFailure.of(Code.INTERNAL, "bug");

  final Set<String> silent = new HashSet<>();
  long now = 5 * SECOND;

  final class Far implements Target {
    final String node;

    Far(String node) {
      this.node = node;
    }

    @Override
    public void call(Call call, Outcome outcome) {
      throw new AssertionError("not called by balancers");
    }

    @Override
    public boolean suspect() {
      return silent.contains(node);
    }
  }

  static ServiceEntry service() {
    return ServiceEntry.of("shop.Cart", 1, 1, List.of(0), "");
  }

  Endpoint endpoint(String node, UnaryOperator<ServiceEntry> change) {
    return endpoint(node, 0, State.UP, change);
  }

  Endpoint endpoint(String node, int lane, State state, UnaryOperator<ServiceEntry> change) {
    NodeEntry entry = NodeEntry.of(node, 1, node, "", 1).withState(state);
    LaneAddress address = new LaneAddress(node, 1, lane);
    boolean local = node.startsWith("local");
    return new Endpoint(
        address,
        entry,
        change.apply(service()),
        local,
        local || node.startsWith("near"),
        node.startsWith("suspect"),
        now);
  }

  Balancer balancer(Strategy strategy, Endpoint... endpoints) {
    return balancer(strategy, Locality.LOCAL_FIRST, endpoints);
  }

  Balancer balancer(Strategy strategy, Locality locality, Endpoint... endpoints) {
    Balancer balancer = new Balancer(strategy, locality, 42);
    update(balancer, endpoints);
    return balancer;
  }

  void update(Balancer balancer, Endpoint... endpoints) {
    balancer.update(List.of(endpoints), e -> new Far(e.endpoint().address().node()));
  }

  Endpoint[] plain(String... nodes) {
    Endpoint[] all = new Endpoint[nodes.length];
    for (int i = 0; i < nodes.length; i++) {
      all[i] = endpoint(nodes[i], s -> s);
    }
    return all;
  }

  Call call() {
    return call(Shape.UNARY, null);
  }

  Call call(Shape shape, CallContext parent) {
    Spec spec =
        new Spec(
            new Spec.Name("shop.Cart", 1, "get", 1),
            shape,
            Semantics.AT_MOST_ONCE,
            new Spec.Messages(null, null, List.of()),
            new Spec.Timing(5_000, 1, 0, -1),
            new Spec.Access(false, false, List.of()),
            Priority.Level.NORMAL);
    return new Call(spec, "request", null, parent, Call.Time.of(now, 5_000));
  }

  static String node(Instance instance) {
    return instance.endpoint().address().node();
  }

  /** Calls that are answered after some microseconds each, one after the other. */
  Map<String, Integer> serve(Balancer balancer, int calls, Map<String, Long> micros) {
    Map<String, Integer> counts = new TreeMap<>();
    for (int i = 0; i < calls; i++) {
      Call call = call();
      Instance instance = balancer.pick(call);
      counts.merge(node(instance), 1, Integer::sum);
      instance.begin(call, now);
      long latency = micros.getOrDefault(node(instance), 100L) * MICRO;
      now += latency;
      instance.end(call, now, latency, null);
    }
    return counts;
  }

  Map<String, Integer> picks(Balancer balancer, int calls) {
    Map<String, Integer> counts = new TreeMap<>();
    for (int i = 0; i < calls; i++) {
      counts.merge(node(balancer.pick(call())), 1, Integer::sum);
    }
    return counts;
  }

  static List<Strategy> all() {
    return List.of(
        Strategy.leastLoaded(),
        Strategy.roundRobin(),
        Strategy.random(),
        Strategy.leastRequests(),
        Strategy.hashing("user"));
  }
}
