package io.weft.link;

import static io.weft.link.Town.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Future;
import io.weft.call.CallFailure;
import io.weft.call.CallScope;
import io.weft.contract.Code;
import io.weft.contract.Fate;
import io.weft.mesh.Probe;
import io.weft.stream.InboundStream;
import io.weft.stream.Streams;
import io.weft.stream.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** After many failures of one kind nothing is left in any table, and nothing ticks. */
class LeaksTest {
  private static final int MANY = 10_000;

  private Town town;
  private Home caller;
  private Home callee;
  private Served served;
  private Probe probe;

  @BeforeEach
  void start() {
    town = new Town();
    caller = town.node("caller");
    callee = town.node("callee");
    served = callee.serve(1);
    probe = caller.client(0, served, 0);
    get(probe.countOnce("warm"));
  }

  @AfterEach
  void stop() {
    assertThat(town.uncaught).isEmpty();
    town.close();
  }

  private static <T> List<Future<T>> many(IntFunction<Future<T>> call) {
    List<Future<T>> calls = new ArrayList<>(MANY);
    for (int i = 0; i < MANY; i++) {
      calls.add(call.apply(i));
    }
    return calls;
  }

  /** Waits for all and tells how they ended, like {@code CANCELLED UNKNOWN}. */
  private static Map<String, Long> ends(List<? extends Future<?>> calls) {
    await()
        .atMost(java.time.Duration.ofSeconds(30))
        .until(() -> calls.stream().allMatch(Future::isComplete));
    return calls.stream()
        .map(
            call ->
                call.succeeded()
                    ? "OK"
                    : ((CallFailure) call.cause()).code()
                        + " "
                        + ((CallFailure) call.cause()).fate())
        .collect(Collectors.groupingBy(end -> end, Collectors.counting()));
  }

  private void empty() {
    await()
        .untilAsserted(
            () -> {
              assertThat(caller.waiting()).as("caller").isZero();
              assertThat(callee.waiting()).as("callee").isZero();
              assertThat(caller.ticking() || callee.ticking()).isFalse();
            });
    assertThat(get(probe.countOnce("after"))).isEqualTo(1);
    await()
        .until(
            () ->
                caller.waiting() + callee.waiting() == 0 && !caller.ticking() && !callee.ticking());
  }

  private void release() {
    callee.deeds.hanging.values().forEach(promise -> promise.tryComplete("late"));
    await().until(() -> served.inFlight() == 0);
  }

  @Test
  void success_leavesNothing() {
    assertThat(ends(many(i -> probe.countOnce("k")))).containsOnly(Map.entry("OK", (long) MANY));
    empty();
  }

  @Test
  void deadline_leavesNothing() {
    Probe hasty = caller.client(0, served, 900);
    List<Future<String>> calls = many(i -> hasty.hang("d" + i));
    await().until(() -> callee.deeds.hanging.size() == MANY || calls.get(MANY - 1).isComplete());
    town.turn(950);
    assertThat(ends(calls)).containsOnlyKeys("DEADLINE_EXCEEDED UNKNOWN");
    await().until(() -> callee.waiting() == 0);
    release();
    empty();
  }

  @Test
  void cancel_leavesNothing() {
    CallScope scope = CallScope.inherit();
    List<Future<String>> calls = many(i -> scope.run(() -> probe.hang("c" + i)));
    await().until(() -> callee.deeds.hanging.size() == MANY);
    scope.cancel();
    assertThat(ends(calls)).containsOnly(Map.entry("CANCELLED UNKNOWN", (long) MANY));
    release();
    empty();
    assertThat(callee.deeds.contexts.values()).allMatch(context -> context.cancelled());
  }

  @Test
  void refusedByTheBound_leavesNothing() {
    Limits narrow =
        new Limits(1 << 20, 64 << 10, 10, 1 << 20, Window.DEFAULT, Town.QUICK.silence());
    Home strict = town.node("strict", 1, narrow);
    Probe calls = strict.client(0, served, 0);
    List<Future<String>> hanging = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      hanging.add(calls.hang("h" + i));
    }
    await().until(() -> callee.deeds.hanging.size() == 10);
    assertThat(ends(many(i -> calls.countOnce("refused"))))
        .containsOnly(Map.entry("RESOURCE_EXHAUSTED NOT_PROCESSED", (long) MANY));
    assertThat(callee.deeds.runs("refused")).isZero();
    release();
    assertThat(ends(hanging)).containsOnlyKeys("OK");
    await().until(() -> strict.waiting() == 0 && !strict.ticking());
    empty();
  }

  @Test
  void notHere_leavesNothing() {
    Probe nobody = caller.client(0, callee.at(1), 99, 0);
    assertThat(ends(many(i -> nobody.countOnce("nobody"))))
        .containsOnly(Map.entry("UNAVAILABLE NOT_PROCESSED", (long) MANY));
    empty();
  }

  @Test
  void lostReplies_leaveNothing() {
    List<Future<String>> calls = many(i -> probe.hang("l" + i));
    await().until(() -> callee.deeds.hanging.size() == MANY);
    town.settle();
    int[] left = {1_000_000};
    town.lose(address -> address.startsWith("weft.lane.caller") && left[0]-- > 0);
    release();
    town.settle();
    left[0] = 0;
    assertThat(ends(calls)).containsOnly(Map.entry("UNAVAILABLE UNKNOWN", (long) MANY));
    empty();
  }

  @Test
  void handlersThatFail_leaveNothing() {
    assertThat(ends(many(i -> probe.refuse("r"))))
        .containsOnly(Map.entry("FAILED_PRECONDITION PROCESSED", (long) MANY));
    callee.deeds.refusal = new IllegalStateException("on purpose");
    assertThat(ends(many(i -> probe.refuse("r")))).containsOnlyKeys("UNKNOWN PROCESSED");
    empty();
  }

  @Test
  void oneWay_leavesNothingAndKeepsTheOrder() {
    for (int i = 0; i < MANY; i++) {
      probe.tell("" + i);
    }
    await().until(() -> callee.deeds.told.size() == MANY);
    int next = 0;
    for (String told : callee.deeds.told) {
      assertThat(told).isEqualTo("" + next++);
    }
    empty();
  }

  @Test
  void streamsCancelledInTheMiddle_leaveNothing() {
    for (int i = 0; i < 1_000; i++) {
      InboundStream<Integer> stream = (InboundStream<Integer>) probe.numbers(1_000_000);
      stream.handler(
          n -> {
            if (n == 300) {
              stream.cancel();
            }
          });
    }
    await()
        .atMost(java.time.Duration.ofSeconds(30))
        .until(() -> callee.deeds.runs("numbers") == 1_000 && served.inFlight() == 0);
    empty();
  }

  @Test
  void streamsOfRequestsThatFail_leaveNothing() {
    List<Future<Long>> calls = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      calls.add(probe.sum(Streams.map(Streams.from(List.of(1, 0)), n -> 1 / n)));
    }
    assertThat(ends(calls)).containsOnly(Map.entry("CANCELLED UNKNOWN", 1_000L));
    await().until(() -> served.inFlight() == 0);
    empty();
  }

  @Test
  void sameNode_everyKindOfFailure_leavesNothing() {
    Probe local = callee.local(0, served, 900);
    CallScope scope = CallScope.inherit();
    List<Future<String>> cancelled = many(i -> scope.run(() -> local.hang("c" + i)));
    await()
        .until(() -> callee.deeds.hanging.size() == MANY || cancelled.get(MANY - 1).isComplete());
    scope.cancel();
    assertThat(ends(cancelled).keySet())
        .isSubsetOf("CANCELLED UNKNOWN", "DEADLINE_EXCEEDED UNKNOWN");
    List<Future<String>> late = many(i -> local.hang("d" + i));
    town.turn(950);
    // On a slow machine the last ones are late before they start.
    assertThat(ends(late).keySet())
        .isSubsetOf("DEADLINE_EXCEEDED UNKNOWN", "DEADLINE_EXCEEDED NOT_PROCESSED");
    town.settle();
    assertThat(ends(many(i -> local.refuse("r")))).containsKeys("FAILED_PRECONDITION PROCESSED");
    release();
    empty();
  }

  @Test
  void closedLanes_failWhatWaitsAndWhatComesAfter() {
    Future<String> hanging = probe.hang("h");
    await().until(() -> callee.deeds.hanging.containsKey("h"));
    get(caller.lanes.close());
    assertThat(Town.failure(hanging).code()).isEqualTo(Code.UNAVAILABLE);
    CallFailure after = Town.failure(probe.countOnce("after the end"));
    assertThat(after.code()).isEqualTo(Code.UNAVAILABLE);
    assertThat(after.fate()).isEqualTo(Fate.NOT_PROCESSED);
    assertThat(callee.deeds.runs("after the end")).isZero();
    assertThat(caller.waiting()).isZero();
  }
}
