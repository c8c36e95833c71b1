package io.weft.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.weft.call.Call;
import io.weft.call.CallFailure;
import io.weft.contract.Code;
import io.weft.contract.Shape;
import io.weft.registry.NodeEntry.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class BalancerTest extends BalancerBench {
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
  void leastLoaded_cold_start_is_forgotten_within_seconds() {
    Balancer balancer = balancer(Strategy.leastLoaded(), plain("warm", "cold"));
    serve(balancer, 500, Map.of("warm", 1_000L, "cold", 160_000L));
    Map<String, Long> equal = Map.of("warm", 1_000L, "cold", 1_000L);
    serve(balancer, 4_000, equal);
    assertThat(serve(balancer, 1_000, equal).get("cold")).isGreaterThan(300);
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
    now += SECOND;
    assertThat(a.ejected(now)).as("the first back-off is 1 s").isFalse();
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
}
