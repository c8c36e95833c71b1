package io.weft.junit5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.weft.call.CallFailure;
import io.weft.contract.Code;
import io.weft.contract.Fate;
import io.weft.mesh.ClientOptions;
import io.weft.registry.Strategy;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each fault seen through what it does to calls. Caller: node 0, services: nodes 1 and 2. */
@MeshTest(nodes = 3)
class FaultsTest {
  private final Greeting one = new Greeting("one");
  private final Greeting two = new Greeting("two");
  private MeshNodes nodes;
  private Faults faults;
  private Greeter greeter;
  private Context loop;

  @BeforeEach
  void loop() {
    loop = nodes.vertx(0).getOrCreateContext();
  }

  private static <T> T ended(Future<T> future) {
    try {
      return future.await(20, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw new AssertionError("still waiting after 20 s", e);
    }
  }

  private static CallFailure failure(Future<?> call) {
    return catchThrowableOfType(CallFailure.class, () -> ended(call));
  }

  /** Calls on always the same event loop, so that batches have one order. */
  private <T> Future<T> call(Supplier<Future<T>> code) {
    Promise<T> promise = Promise.promise();
    loop.runOnContext(go -> code.get().onComplete(promise));
    return promise.future();
  }

  private void serveBoth() {
    nodes.serve(1, Greeter.class, one);
    nodes.serve(2, Greeter.class, two);
  }

  private Greeter within(Duration deadline) {
    return nodes.mesh(0).client(Greeter.class, ClientOptions.defaults().withDeadline(deadline));
  }

  private Set<String> answering(int calls) {
    Greeter inTurn =
        nodes
            .mesh(0)
            .client(Greeter.class, ClientOptions.defaults().withStrategy(Strategy.roundRobin()));
    Set<String> names = new HashSet<>();
    for (int i = 0; i < calls; i++) {
      names.add(ended(inTurn.helloAgain("who")));
    }
    return names;
  }

  @Test
  void kill_callInFlight_isRepeatedElsewhere() {
    serveBoth();
    one.holding = true;
    two.holding = true;
    Future<String> call = greeter.helloAgain("kill");
    await().until(() -> one.held.size() + two.held.size() == 1);
    boolean first = !one.held.isEmpty();
    faults.kill(first ? 1 : 2);
    Greeting left = first ? two : one;
    await().until(() -> !left.held.isEmpty());
    left.release();
    assertThat(ended(call)).isEqualTo(first ? "two" : "one");
  }

  @Test
  void kill_atMostOnceInFlight_failsAtOnceAsUnknown() {
    nodes.serve(1, Greeter.class, one);
    one.holding = true;
    Future<String> call = within(Duration.ofMinutes(1)).hello("kill");
    await().until(() -> !one.held.isEmpty());
    faults.kill(1);
    CallFailure failure = failure(call);
    assertThat(failure.code()).isEqualTo(Code.UNAVAILABLE);
    assertThat(failure.fate()).isEqualTo(Fate.UNKNOWN);
    assertThat(one.runs("kill")).isEqualTo(1);
  }

  @Test
  void kill_itsOwnCallsNeverEndAndItsLoopsStand() {
    Promise<Void> ran = Promise.promise();
    faults.kill(1);
    nodes.vertx(1).runOnContext(go -> ran.complete());
    nodes.serve(2, Greeter.class, two);
    assertThat(ended(greeter.hello("life goes on"))).isEqualTo("two");
    assertThat(ran.future().isComplete()).isFalse();
    assertThatThrownBy(() -> faults.kill(1)).hasMessageContaining("node 1 is dead");
  }

  @Test
  void kill_healed_servesAgainWithANewNode() {
    nodes.serve(1, Greeter.class, one);
    String before = nodes.mesh(1).node();
    try (Fault dead = faults.kill(1)) {
      nodes.awaitServed(Greeter.class, 0);
      CallFailure failure = failure(greeter.hello("nobody"));
      assertThat(failure.fate()).isEqualTo(Fate.NOT_PROCESSED);
    }
    nodes.awaitServed(Greeter.class, 1);
    assertThat(ended(greeter.hello("back"))).isEqualTo("one");
    assertThat(nodes.mesh(1).node()).isNotEqualTo(before);
  }

  @Test
  void wedge_callEndsWithItsDeadline() {
    nodes.serve(1, Greeter.class, one);
    faults.wedge(1);
    CallFailure failure = failure(within(Duration.ofMillis(200)).hello("wedge"));
    assertThat(failure.code()).isEqualTo(Code.DEADLINE_EXCEEDED);
    assertThat(one.runs("wedge")).isZero();
  }

  @Test
  void wedge_released_takesWhatCameMeanwhile() {
    nodes.serve(1, Greeter.class, one);
    assertThat(ended(greeter.hello("warm"))).isEqualTo("one");
    Fault wedge = faults.wedge(1);
    Future<String> call = greeter.hello("later");
    assertThat(failure(within(Duration.ofMillis(100)).hello("early")).code())
        .isEqualTo(Code.DEADLINE_EXCEEDED);
    assertThat(call.isComplete()).isFalse();
    wedge.heal();
    assertThat(ended(call)).isEqualTo("one");
    assertThat(one.runs("later")).isEqualTo(1);
  }

  @Test
  void wedge_killed_staysDeadWhenTheWedgeIsHealed() {
    Fault wedge = faults.wedge(1);
    faults.kill(1);
    wedge.heal();
    Promise<Void> ran = Promise.promise();
    nodes.vertx(1).runOnContext(go -> ran.complete());
    nodes.serve(2, Greeter.class, two);
    assertThat(ended(greeter.hello("go on"))).isEqualTo("two");
    assertThat(ran.future().isComplete()).isFalse();
  }

  @Test
  void drop_nextBatch_callSurvivesAndRunsOnce() {
    nodes.serve(1, Greeter.class, one);
    ended(call(() -> greeter.hello("warm")));
    BatchFault drop = faults.from(0, 1).drop(1);
    assertThat(ended(call(() -> greeter.hello("lost")))).isEqualTo("one");
    assertThat(drop.hits()).isEqualTo(1);
    assertThat(one.runs("lost")).isEqualTo(1);
    assertThat(nodes.mesh(1).stats().links().gaps()).isEqualTo(1);
  }

  @Test
  void drop_nextReply_atLeastOnceRunsAgain() {
    nodes.serve(1, Greeter.class, one);
    one.holding = true;
    Future<String> call = call(() -> greeter.helloAgain("again"));
    await().until(() -> !one.held.isEmpty());
    faults.from(1, 0).drop(1);
    one.release();
    assertThat(ended(call)).isEqualTo("one");
    assertThat(one.runs("again")).isEqualTo(2);
  }

  @Test
  void dropAll_requests_nothingRuns() {
    nodes.serve(1, Greeter.class, one);
    BatchFault drop = faults.from(0, 1).dropAll();
    assertThat(failure(within(Duration.ofMillis(200)).hello("deaf")).code())
        .isEqualTo(Code.DEADLINE_EXCEEDED);
    assertThat(one.runs("deaf")).isZero();
    assertThat(drop.hits()).isPositive();
    drop.heal();
    assertThat(ended(greeter.helloAgain("healed"))).isEqualTo("one");
  }

  @Test
  void dropAll_replies_theHandlerRan() {
    nodes.serve(1, Greeter.class, one);
    try (BatchFault drop = faults.from(1, 0).dropAll()) {
      assertThat(failure(within(Duration.ofMillis(200)).hello("mute")).code())
          .isEqualTo(Code.DEADLINE_EXCEEDED);
      assertThat(one.runs("mute")).isEqualTo(1);
      assertThat(drop.hits()).isPositive();
    }
  }

  @Test
  void dropAll_betweenTwo_leavesTheThirdAlone() {
    nodes.serve(2, Greeter.class, two);
    faults.between(0, 1).dropAll();
    assertThat(ended(within(Duration.ofSeconds(1)).hello("third"))).isEqualTo("two");
  }

  @Test
  void dropShare_ofBothDirections_neverRunsTwice() {
    nodes.serve(1, Greeter.class, one);
    BatchFault drop = faults.between(0, 1).dropShare(0.2);
    int succeeded = 0;
    for (int i = 0; i < 20; i++) {
      String name = "call " + i;
      Future<String> call = within(Duration.ofMillis(500)).hello(name);
      succeeded += ended(call.map(1).otherwise(0));
      assertThat(one.runs(name)).isLessThanOrEqualTo(1);
    }
    assertThat(drop.hits()).isPositive();
    assertThat(succeeded).isPositive();
  }

  @Test
  void delay_bothWays_makesCallsSlowAndKeepsTheOrder() {
    nodes.serve(1, Greeter.class, one);
    BatchFault delay = faults.between(0, 1).delay(Duration.ofMillis(60));
    long start = System.nanoTime();
    assertThat(ended(call(() -> greeter.hello("slow")))).isEqualTo("one");
    assertThat(Duration.ofNanos(System.nanoTime() - start))
        .isGreaterThanOrEqualTo(Duration.ofMillis(120));
    Future<String> held = call(() -> greeter.hello("held"));
    await().until(() -> delay.hits() >= 3);
    delay.heal();
    // What follows waits behind what is held back; overtaking would look like a loss.
    Future<String> next = call(() -> greeter.hello("next"));
    assertThat(ended(held)).isEqualTo("one");
    assertThat(ended(next)).isEqualTo("one");
    assertThat(nodes.mesh(1).stats().links().gaps()).isZero();
    assertThat(nodes.mesh(0).stats().links().gaps()).isZero();
  }

  @Test
  void cut_nodeIsAvoided_healBringsItBack() {
    serveBoth();
    assertThat(answering(20)).containsExactlyInAnyOrder("one", "two");
    Fault cut = faults.cut(1);
    nodes.awaitServed(Greeter.class, 1);
    assertThat(answering(20)).containsExactly("two");
    // The other side goes on alone.
    assertThat(ended(nodes.client(1, Greeter.class).hello("alone"))).isEqualTo("one");
    cut.heal();
    nodes.awaitServed(Greeter.class, 2);
    assertThat(answering(20)).containsExactlyInAnyOrder("one", "two");
  }

  @Test
  void cut_callInFlight_failsAtOnce() {
    nodes.serve(1, Greeter.class, one);
    one.holding = true;
    Future<String> call = within(Duration.ofMinutes(1)).hello("cut");
    await().until(() -> !one.held.isEmpty());
    faults.cut(1, 2);
    assertThat(failure(call).fate()).isEqualTo(Fate.UNKNOWN);
  }

  @Test
  void cut_sharedMaps_areMergedAndTheLargerSideWins() {
    ended(nodes.vertx(0).sharedData().getAsyncMap("m").compose(m -> m.put("before", "both")));
    Fault cut = faults.cut(2);
    ended(nodes.vertx(0).sharedData().getAsyncMap("m").compose(m -> m.put("k", "large")));
    ended(nodes.vertx(2).sharedData().getAsyncMap("m").compose(m -> m.put("k", "small")));
    ended(nodes.vertx(2).sharedData().getAsyncMap("m").compose(m -> m.put("only", "small")));
    assertThat(map(1)).containsOnlyKeys("before", "k").containsEntry("k", "large");
    assertThat(map(2)).containsEntry("k", "small");
    cut.heal();
    assertThat(map(2)).containsEntry("k", "large").containsEntry("only", "small");
  }

  private java.util.Map<Object, Object> map(int node) {
    return ended(nodes.vertx(node).sharedData().getAsyncMap("m").compose(m -> m.entries()));
  }

  @Test
  void wrongUse_isRefusedWithTheRemedy() {
    assertThatThrownBy(() -> faults.kill(3))
        .hasMessage("node 3 (expected: 0 to 2, as @MeshTest starts 3)");
    assertThatThrownBy(() -> faults.from(1, 1)).hasMessageContaining("expected: two nodes");
    assertThatThrownBy(() -> faults.cut()).hasMessageContaining("expected: at least one");
    assertThatThrownBy(() -> faults.cut(0, 1, 2)).hasMessageContaining("and not all");
    assertThatThrownBy(() -> faults.from(0, 1).drop(0)).hasMessageContaining("1 or more");
    assertThatThrownBy(() -> faults.from(0, 1).dropShare(1.5)).hasMessageContaining("share: 1.5");
    assertThatThrownBy(() -> faults.from(0, 1).delay(Duration.ZERO))
        .hasMessageContaining("1 ms or more");
    faults.wedge(1);
    assertThatThrownBy(() -> faults.wedge(1)).hasMessageContaining("dead or wedged");
  }
}
