package io.weft.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.weft.call.Call;
import io.weft.call.CallContext;
import io.weft.call.CallFailure;
import io.weft.call.CallScope;
import io.weft.call.Spec;
import io.weft.contract.Code;
import io.weft.contract.Semantics;
import io.weft.contract.Shape;
import io.weft.link.LaneAddress;
import io.weft.link.Target;
import io.weft.registry.NodeEntry.ServiceEntry;
import io.weft.registry.NodeEntry.State;
import io.weft.registry.Strategy.Locality;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class BalancerTest {
  private static final long MICRO = 1_000;
  private static final long MILLI = 1_000_000;
  private static final long SECOND = 1_000_000_000;
  private static final CallFailure DOWN = CallFailure.notProcessed(Code.UNAVAILABLE, "down");
  private static final CallFailure BUG = CallFailure.of(Code.INTERNAL, "bug");

  private final Set<String> silent = new HashSet<>();
  private long now = 5 * SECOND;

  private final class Far implements Target {
    private final String node;

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

  private static ServiceEntry service() {
    return ServiceEntry.of("shop.Cart", 1, 1, List.of(0), "");
  }

  private Endpoint endpoint(String node, UnaryOperator<ServiceEntry> change) {
    return endpoint(node, 0, State.UP, change);
  }

  private Endpoint endpoint(
      String node, int lane, State state, UnaryOperator<ServiceEntry> change) {
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

  private Balancer balancer(Strategy strategy, Endpoint... endpoints) {
    return balancer(strategy, Locality.LOCAL_FIRST, endpoints);
  }

  private Balancer balancer(Strategy strategy, Locality locality, Endpoint... endpoints) {
    Balancer balancer = new Balancer(strategy, locality, 42);
    update(balancer, endpoints);
    return balancer;
  }

  private void update(Balancer balancer, Endpoint... endpoints) {
    balancer.update(List.of(endpoints), e -> new Far(e.address().node()));
  }

  private Endpoint[] plain(String... nodes) {
    Endpoint[] all = new Endpoint[nodes.length];
    for (int i = 0; i < nodes.length; i++) {
      all[i] = endpoint(nodes[i], s -> s);
    }
    return all;
  }

  private Call call() {
    return call(Shape.UNARY, null);
  }

  private Call call(Shape shape, CallContext parent) {
    Spec spec =
        new Spec(
            new Spec.Name("shop.Cart", 1, "get", 1),
            shape,
            Semantics.AT_MOST_ONCE,
            new Spec.Messages(null, null, List.of()),
            new Spec.Timing(5_000, 1, 0, -1),
            new Spec.Access(false, false, List.of()));
    return new Call(spec, "request", null, parent, Call.Time.of(now, 5_000));
  }

  private static String node(Instance instance) {
    return instance.endpoint().address().node();
  }

  /** Calls that are answered after some microseconds each, one after the other. */
  private Map<String, Integer> serve(Balancer balancer, int calls, Map<String, Long> micros) {
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

  private Map<String, Integer> picks(Balancer balancer, int calls) {
    Map<String, Integer> counts = new TreeMap<>();
    for (int i = 0; i < calls; i++) {
      counts.merge(node(balancer.pick(call())), 1, Integer::sum);
    }
    return counts;
  }

  @Test
  void pick_nothing_isNull() {
    Balancer balancer = balancer(Strategy.leastLoaded());
    assertThat(balancer.pick(call())).isNull();
    update(balancer, endpoint("a", 0, State.DRAINING, s -> s));
    assertThat(balancer.pick(call())).as("draining").isNull();
  }

  @Test
  void leastLoaded_equals_share() {
    Map<String, Integer> counts =
        picks(balancer(Strategy.leastLoaded(), plain("a", "b", "c", "d")), 10_000);
    assertThat(counts.values()).allMatch(n -> n > 2_300 && n < 2_700, "within 8 %");
  }

  @Test
  void leastLoaded_inFlight_spreads_evenly() {
    Balancer balancer = balancer(Strategy.leastLoaded(), plain("a", "b", "c", "d"));
    for (int i = 0; i < 400; i++) {
      Call call = call();
      balancer.pick(call).begin(call, now);
    }
    assertThat(balancer.instances()).allMatch(i -> i.inFlight() > 90 && i.inFlight() < 110);
  }

  @Test
  void leastLoaded_slow_gets_little() {
    Balancer balancer = balancer(Strategy.leastLoaded(), plain("a", "b", "slow"));
    Map<String, Integer> counts = serve(balancer, 3_000, Map.of("slow", 5_000L));
    assertThat(counts.get("slow")).isLessThan(60);
    assertThat(counts.get("a")).isGreaterThan(1_300);
  }

  @Test
  void leastLoaded_slow_is_tried_again_when_it_faded() {
    Balancer balancer = balancer(Strategy.leastLoaded(), plain("a", "b", "slow"));
    serve(balancer, 1_000, Map.of("slow", 5_000L));
    Map<String, Integer> counts = new TreeMap<>();
    for (int i = 0; i < 60; i++) {
      now += SECOND;
      serve(balancer, 10, Map.of()).forEach((k, v) -> counts.merge(k, v, Integer::sum));
    }
    assertThat(counts.get("slow")).isGreaterThan(60);
  }

  @Test
  void leastLoaded_wedged_is_avoided() {
    Balancer balancer = balancer(Strategy.leastLoaded(), plain("a", "b", "wedged"));
    serve(balancer, 300, Map.of());
    int stuck = 0;
    for (int i = 0; i < 2_000; i++) {
      Call call = call();
      Instance instance = balancer.pick(call);
      instance.begin(call, now);
      if (node(instance).equals("wedged")) {
        stuck++;
      } else {
        now += 100 * MICRO;
        instance.end(call, now, 100 * MICRO, null);
      }
    }
    assertThat(stuck).isLessThan(5);
  }

  @Test
  void leastLoaded_new_instance_is_not_flooded() {
    Balancer balancer = balancer(Strategy.leastLoaded(), plain("a", "b"));
    serve(balancer, 200, Map.of());
    update(balancer, plain("a", "b", "new"));
    int fresh = 0;
    for (int i = 0; i < 30; i++) {
      Call call = call();
      Instance instance = balancer.pick(call);
      instance.begin(call, now);
      fresh += node(instance).equals("new") ? 1 : 0;
    }
    assertThat(fresh).as("one to get to know it").isEqualTo(1);
  }

  @Test
  void leastLoaded_failing_fast_becomes_expensive() {
    Balancer balancer = balancer(Strategy.leastLoaded(), plain("a", "b", "bad"));
    serve(balancer, 300, Map.of());
    int bad = 0;
    for (int i = 0; i < 10_000; i++) {
      Call call = call();
      Instance instance = balancer.pick(call);
      instance.begin(call, now);
      boolean fails = node(instance).equals("bad");
      bad += fails ? 1 : 0;
      now += fails ? 10 * MICRO : 100 * MICRO;
      instance.end(call, now, fails ? 10 * MICRO : 100 * MICRO, fails ? BUG : null);
    }
    assertThat(bad).as("in one second").isLessThan(10);
  }

  @Test
  void leastLoaded_recovers_after_failures() {
    Balancer balancer = balancer(Strategy.leastLoaded(), plain("a", "b"));
    Instance a = balancer.instances().get(0);
    for (int i = 0; i < 5; i++) {
      Call call = call();
      a.begin(call, now);
      a.end(call, now, MICRO, DOWN);
      now += MILLI;
    }
    assertThat(a.ejected(now)).isTrue();
    now += 2 * SECOND;
    assertThat(a.ejected(now)).isFalse();
    assertThat(serve(balancer, 100, Map.of()).get("a")).isGreaterThan(20);
    assertThat(a.consecutiveFailures()).isZero();
  }

  @Test
  void strikes_together_count_once() {
    Balancer balancer = balancer(Strategy.leastLoaded(), plain("a", "b"));
    Instance a = balancer.instances().get(0);
    List<Call> calls = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      calls.add(call());
      a.begin(calls.get(i), now);
    }
    now += MILLI;
    calls.forEach(call -> a.end(call, now, MILLI, DOWN));
    assertThat(a.consecutiveFailures()).isEqualTo(500);
    assertThat(a.ejected(now)).isTrue();
    now += 101 * MILLI;
    assertThat(a.ejected(now)).as("the first back-off is 100 ms").isFalse();
  }

  @Test
  void failures_of_the_request_do_not_count() {
    Balancer balancer = balancer(Strategy.leastLoaded(), plain("a"));
    Instance a = balancer.instances().get(0);
    for (Code code : List.of(Code.INVALID_ARGUMENT, Code.NOT_FOUND, Code.CANCELLED)) {
      Call call = call();
      a.begin(call, now);
      a.end(call, now, MICRO, CallFailure.of(code, "no"));
    }
    assertThat(a.consecutiveFailures()).isZero();
    assertThat(a.inFlight()).isZero();
  }

  @Test
  void streams_count_as_load_not_as_latency() {
    Balancer balancer = balancer(Strategy.leastLoaded(), plain("a"));
    Instance a = balancer.instances().get(0);
    Call stream = call(Shape.SERVER_STREAM, null);
    a.begin(stream, now);
    serve(balancer, 10, Map.of());
    double before = a.load(now);
    a.end(stream, now, 3_600 * SECOND, null);
    assertThat(a.inFlight()).isZero();
    assertThat(a.load(now)).isLessThan(before);
  }

  @Test
  void oneWay_calls_hide_no_wedge() {
    Balancer balancer = balancer(Strategy.leastLoaded(), plain("a"));
    Instance a = balancer.instances().get(0);
    serve(balancer, 10, Map.of());
    a.begin(call(), now);
    now += SECOND;
    Call line = call(Shape.ONE_WAY, null);
    a.begin(line, now);
    a.end(line, now, 10, null);
    assertThat(a.load(now)).isGreaterThan(SECOND);
  }

  @Test
  void weights_rule_roundRobin() {
    Balancer balancer =
        balancer(
            Strategy.roundRobin(),
            endpoint("a", s -> s.withWeight(3)),
            endpoint("b", s -> s.withWeight(1)));
    List<String> order = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      order.add(node(balancer.pick(call())));
    }
    assertThat(order).containsExactly("a", "a", "b", "a", "a", "a", "b", "a");
  }

  @Test
  void weights_rule_random() {
    Balancer balancer =
        balancer(
            Strategy.random(),
            endpoint("a", s -> s.withWeight(9)),
            endpoint("b", s -> s.withWeight(1)));
    assertThat(picks(balancer, 10_000).get("b")).isBetween(900, 1_100);
  }

  @Test
  void weights_rule_leastRequests() {
    Balancer balancer =
        balancer(
            Strategy.leastRequests(),
            endpoint("a", s -> s.withWeight(3)),
            endpoint("b", s -> s.withWeight(1)));
    for (int i = 0; i < 400; i++) {
      Call call = call();
      balancer.pick(call).begin(call, now);
    }
    assertThat(balancer.instances().get(0).inFlight()).isBetween(298, 302);
  }

  @Test
  void weights_rule_leastLoaded_inFlight() {
    Balancer balancer =
        balancer(
            Strategy.leastLoaded(),
            endpoint("a", s -> s.withWeight(3)),
            endpoint("b", s -> s.withWeight(1)));
    for (int i = 0; i < 400; i++) {
      Call call = call();
      balancer.pick(call).begin(call, now);
    }
    assertThat(balancer.instances().get(0).inFlight()).isBetween(295, 305);
  }

  @Test
  void weight_zero_serves_only_alone() {
    Endpoint zero = endpoint("zero", s -> s.withWeight(0));
    Balancer balancer = balancer(Strategy.random(), endpoint("a", s -> s), zero);
    assertThat(picks(balancer, 100)).containsOnlyKeys("a");
    for (Strategy strategy : all()) {
      assertThat(picks(balancer(strategy, zero), 1)).containsOnlyKeys("zero");
    }
  }

  private static List<Strategy> all() {
    return List.of(
        Strategy.leastLoaded(),
        Strategy.roundRobin(),
        Strategy.random(),
        Strategy.leastRequests(),
        Strategy.hashing("user"));
  }

  @Test
  void slowStart_ramps() {
    Endpoint fresh = endpoint("fresh", s -> s.withSlowStart(10_000));
    Balancer balancer = balancer(Strategy.random(), endpoint("old", s -> s), fresh);
    Instance instance = balancer.instances().get(1);
    assertThat(instance.weight(now)).isEqualTo(0.1);
    assertThat(instance.weight(now + 5 * SECOND)).isEqualTo(0.5);
    assertThat(instance.weight(now + 20 * SECOND)).isEqualTo(1);
    assertThat(picks(balancer, 1_100).get("fresh")).isBetween(60, 140);
    now += 10 * SECOND;
    assertThat(picks(balancer, 1_000).get("fresh")).isBetween(440, 560);
  }

  @Test
  void locality_order() {
    Endpoint[] all = plain("far", "near", "local", "far2", "near2");
    assertThat(picks(balancer(Strategy.leastLoaded(), all), 100)).containsOnlyKeys("local");
    assertThat(picks(balancer(Strategy.leastLoaded(), Locality.ZONE_FIRST, all), 100))
        .containsOnlyKeys("local", "near", "near2");
    assertThat(picks(balancer(Strategy.leastLoaded(), Locality.NONE, all), 200)).hasSize(5);
  }

  @Test
  void locality_falls_back_outwards() {
    Balancer balancer = balancer(Strategy.leastLoaded(), plain("far", "near", "local"));
    silent.add("local");
    assertThat(picks(balancer, 20)).containsOnlyKeys("near");
    silent.add("near");
    assertThat(picks(balancer, 20)).containsOnlyKeys("far");
    silent.clear();
    assertThat(picks(balancer, 20)).containsOnlyKeys("local");
  }

  @Test
  void tried_is_avoided_then_reused() {
    for (Strategy strategy : all()) {
      Balancer balancer = balancer(strategy, plain("a", "b", "c"));
      Call call = call();
      Set<String> nodes = new HashSet<>();
      for (int i = 0; i < 3; i++) {
        Instance instance = balancer.pick(call);
        nodes.add(node(instance));
        balancer.exclude(call, instance, BUG);
      }
      assertThat(nodes).containsExactlyInAnyOrder("a", "b", "c");
      assertThat(balancer.pick(call)).as("nothing else is left").isNotNull();
    }
  }

  @Test
  void tried_node_is_avoided_with_all_its_lanes() {
    Balancer balancer =
        balancer(
            Strategy.leastLoaded(),
            endpoint("a", 0, State.UP, s -> s),
            endpoint("a", 1, State.UP, s -> s),
            endpoint("a", 2, State.UP, s -> s),
            endpoint("b", 0, State.UP, s -> s));
    Call call = call();
    balancer.exclude(call, balancer.instances().get(0), DOWN);
    for (int i = 0; i < 50; i++) {
      assertThat(node(balancer.pick(call))).isEqualTo("b");
    }
    balancer.exclude(call, balancer.instances().get(3), DOWN);
    assertThat(balancer.pick(call).endpoint().address().lane()).isPositive();
  }

  @Test
  void candidates_never_zero_for_suspicion() {
    for (Strategy strategy : all()) {
      silent.add("a");
      Balancer balancer =
          balancer(
              strategy,
              endpoint("a", s -> s),
              endpoint("suspect", s -> s),
              endpoint("sick", s -> s.withHealthy(false)),
              endpoint("drains", 0, State.DRAINING, s -> s));
      Set<String> nodes = new HashSet<>();
      Call call = call();
      for (int i = 0; i < 3; i++) {
        Instance instance = balancer.pick(call);
        nodes.add(node(instance));
        balancer.exclude(call, instance, BUG);
      }
      assertThat(nodes).containsExactlyInAnyOrder("a", "suspect", "sick");
      assertThat(node(balancer.pick(call))).isNotEqualTo("drains");
    }
  }

  @Test
  void suspect_and_unhealthy_are_avoided() {
    for (Strategy strategy : all()) {
      Balancer balancer =
          balancer(
              strategy,
              endpoint("good", s -> s),
              endpoint("silent", s -> s),
              endpoint("suspect", s -> s),
              endpoint("sick", s -> s.withHealthy(false)));
      silent.add("silent");
      assertThat(picks(balancer, 100)).containsOnlyKeys("good");
    }
  }

  @Test
  void ejected_are_avoided_by_every_strategy() {
    for (Strategy strategy : all()) {
      Balancer balancer = balancer(strategy, plain("a", "b", "c"));
      fail(balancer.instances().get(0));
      assertThat(picks(balancer, 100)).containsOnlyKeys(others("a"));
    }
  }

  private String[] others(String node) {
    return List.of("a", "b", "c").stream().filter(n -> !n.equals(node)).toArray(String[]::new);
  }

  private void fail(Instance instance) {
    for (int i = 0; i < Instance.EJECT_AFTER; i++) {
      Call call = call();
      instance.begin(call, now);
      instance.end(call, now, MICRO, BUG);
    }
  }

  @Test
  void roundRobin_shares_what_an_unfit_instance_leaves() {
    Balancer balancer = balancer(Strategy.roundRobin(), plain("a", "b", "c"));
    silent.add("b");
    assertThat(picks(balancer, 600).values()).allMatch(n -> n > 270 && n < 330);
  }

  @Test
  void ejection_of_most_is_ignored() {
    Balancer balancer = balancer(Strategy.roundRobin(), plain("a", "b", "c"));
    fail(balancer.instances().get(0));
    fail(balancer.instances().get(1));
    assertThat(picks(balancer, 90)).containsOnlyKeys("a", "b", "c");
  }

  @Test
  void update_keeps_statistics() {
    Balancer balancer = balancer(Strategy.leastLoaded(), plain("a", "b"));
    serve(balancer, 100, Map.of());
    Instance b = balancer.instances().get(1);
    update(balancer, endpoint("b", s -> s.withWeight(5)), endpoint("c", s -> s));
    assertThat(balancer.instances().get(0)).isSameAs(b);
    assertThat(b.latencyNanos()).isEqualTo(100_000.0);
    assertThat(b.weight(now)).isEqualTo(5);
    assertThat(balancer.instances().get(1).latencyNanos()).isZero();
  }

  private Map<String, String> owners(Balancer balancer) {
    Map<String, String> owners = new HashMap<>();
    for (int i = 0; i < 1_000; i++) {
      String user = "user-" + i;
      CallScope scope = CallScope.detached().baggage("user", user);
      owners.put(user, node(balancer.pick(call(Shape.UNARY, scope))));
    }
    return owners;
  }

  @Test
  void hashing_is_stable_and_even() {
    Map<String, String> owners =
        owners(balancer(Strategy.hashing("user"), plain("a", "b", "c", "local")));
    Balancer other = new Balancer(Strategy.hashing("user"), Locality.ZONE_FIRST, 7);
    update(other, plain("local", "c", "a", "b"));
    assertThat(owners(other)).as("another caller, another order").isEqualTo(owners);
    for (String node : List.of("a", "b", "c", "local")) {
      assertThat(owners.values().stream().filter(node::equals).count()).isBetween(190L, 310L);
    }
  }

  @Test
  void hashing_moves_only_what_was_lost() {
    Balancer balancer = balancer(Strategy.hashing("user"), plain("a", "b", "c", "d"));
    Map<String, String> before = owners(balancer);
    silent.add("d");
    Map<String, String> without = owners(balancer);
    before.forEach(
        (user, node) -> {
          if (!node.equals("d")) {
            assertThat(without.get(user)).isEqualTo(node);
          }
        });
    assertThat(without).doesNotContainValue("d");
    silent.clear();
    assertThat(owners(balancer)).isEqualTo(before);
  }

  @Test
  void hashing_follows_weights_and_serves_calls_without_value() {
    Balancer balancer =
        balancer(
            Strategy.hashing("user"), endpoint("a", s -> s.withWeight(3)), endpoint("b", s -> s));
    long a = owners(balancer).values().stream().filter("a"::equals).count();
    assertThat(a).isBetween(700L, 800L);
    assertThat(balancer.pick(call())).isNotNull();
  }

  @Test
  void pick_allocates_nothing() {
    Balancer balancer = balancer(Strategy.leastLoaded(), plain("a", "b", "c", "d"));
    silent.add("a");
    Call call = call();
    var threads =
        (com.sun.management.ThreadMXBean) java.lang.management.ManagementFactory.getThreadMXBean();
    long sum = 0;
    for (int i = 0; i < 20_000; i++) {
      sum += balancer.pick(call).hash();
    }
    long before = threads.getCurrentThreadAllocatedBytes();
    for (int i = 0; i < 100_000; i++) {
      sum += balancer.pick(call).hash();
    }
    assertThat(sum).isNotZero();
    assertThat(threads.getCurrentThreadAllocatedBytes() - before)
        .as("bytes for 100,000 picks")
        .isLessThan(100_000);
  }
}
