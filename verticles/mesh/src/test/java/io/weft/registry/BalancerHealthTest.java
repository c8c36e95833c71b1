package io.weft.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.weft.call.Call;
import io.weft.call.CallScope;
import io.weft.contract.Shape;
import io.weft.registry.NodeEntry.State;
import io.weft.registry.Strategy.Locality;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** More of {@link BalancerTest}. */
class BalancerHealthTest extends BalancerBench {
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
    for (int i = 0; i < Outliers.IN_ROW; i++) {
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
