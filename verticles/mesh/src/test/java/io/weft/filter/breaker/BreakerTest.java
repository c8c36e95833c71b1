package io.weft.filter.breaker;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.circuitbreaker.CircuitBreakerState;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.weft.call.Call;
import io.weft.call.CallFailure;
import io.weft.call.CallScope;
import io.weft.call.Spec;
import io.weft.call.Trail;
import io.weft.contract.Code;
import io.weft.contract.Fate;
import io.weft.contract.Priority;
import io.weft.contract.Semantics;
import io.weft.contract.Shape;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class BreakerTest {
  private static final Vertx VERTX = Vertx.vertx();
  private static final long SECOND = 1_000_000_000;
  private static final CallFailure BUG = CallFailure.of(Code.INTERNAL, "bug");
  private static final CallFailure WRONG = CallFailure.of(Code.INVALID_ARGUMENT, "wrong");

  private long now = -3 * SECOND;
  private final Breakers breakers = new Breakers(VERTX, () -> now);
  private final Breaker breaker = breakers.of("shop.Cart", BreakerOptions.DEFAULT);
  private final List<CircuitBreakerState> seen = new ArrayList<>();

  BreakerTest() {
    breakers.onChange(status -> seen.add(status.state()));
  }

  @AfterAll
  static void stop() throws Exception {
    VERTX.close().await(10, java.util.concurrent.TimeUnit.SECONDS);
  }

  private Call call(Shape shape) {
    Spec spec =
        new Spec(
            new Spec.Name("shop.Cart", 1, "get", 1),
            shape,
            Semantics.AT_MOST_ONCE,
            new Spec.Messages(null, null, List.of()),
            new Spec.Timing(5_000, 1, 0, -1),
            new Spec.Access(false, false, List.of()),
            Priority.Level.NORMAL);
    return new Call(spec, "request", null, null, Call.Time.of(now, 5_000));
  }

  /** A call that passes and ends at once. */
  private void pass(@Nullable CallFailure failure) {
    Call call = call(Shape.UNARY);
    assertThat(breaker.enter(call, now)).isNull();
    breaker.exit(call, failure, now);
  }

  private void pass(int calls, @Nullable CallFailure failure) {
    for (int i = 0; i < calls; i++) {
      pass(failure);
    }
  }

  private Call enter(Shape shape) {
    Call call = call(shape);
    assertThat(breaker.enter(call, now)).isNull();
    return call;
  }

  private CallFailure refusal() {
    CallFailure refused = breaker.enter(call(Shape.UNARY), now);
    assertThat(refused).isNotNull();
    return refused;
  }

  private BreakerStatus status() {
    return breakers.all().get(0);
  }

  private void open() {
    pass(20, BUG);
    assertThat(status().state()).isEqualTo(CircuitBreakerState.OPEN);
  }

  @Test
  void exit_fourOfFiveFail_opens() {
    for (int i = 0; i < 16; i++) {
      pass(i % 5 == 0 ? null : BUG);
    }
    assertThat(status().state()).as("fewer than 20 calls").isEqualTo(CircuitBreakerState.CLOSED);
    for (int i = 0; i < 4; i++) {
      pass(i == 0 ? null : BUG);
    }
    assertThat(status().state()).isEqualTo(CircuitBreakerState.OPEN);
    assertThat(status().calls()).isEqualTo(20);
    assertThat(status().failures()).isEqualTo(15);
  }

  @Test
  void exit_belowTheRate_staysClosed() {
    pass(20, null);
    for (int i = 0; i < 3_000; i++) {
      pass(i * 49 % 100 >= 51 ? BUG : null);
      now += SECOND / 100;
    }
    assertThat(status().failures()).as("49 % of 1,000").isGreaterThan(400);
    assertThat(seen).isEmpty();
  }

  @Test
  void exit_oldFailures_areForgotten() {
    pass(19, BUG);
    now += 11 * SECOND;
    pass(1, BUG);
    assertThat(status().state()).isEqualTo(CircuitBreakerState.CLOSED);
    assertThat(status().calls()).isEqualTo(1);
  }

  @Test
  void exit_callersFaultsAndCancels_doNotCount() {
    pass(100, WRONG);
    pass(100, CallFailure.unknown(Code.CANCELLED, "cancelled"));
    pass(100, CallFailure.notProcessed(Code.RESOURCE_EXHAUSTED, "busy"));
    assertThat(seen).isEmpty();
    assertThat(status().failures()).isZero();
    assertThat(status().calls()).as("only what was answered").isEqualTo(100);
  }

  @Test
  void enter_open_refusesUnprocessedWithTimeLeft() {
    open();
    now += 2 * SECOND;
    CallFailure refused = refusal();
    assertThat(refused.code()).isEqualTo(Code.UNAVAILABLE);
    assertThat(refused.fate()).isEqualTo(Fate.NOT_PROCESSED);
    assertThat(refused.retryAfterMillis()).isEqualTo(3_000);
    assertThat(refused.message()).contains("shop.Cart", "20 of 20", "limit: 50 %", "3000 ms");
    assertThat(status().refused()).isEqualTo(1);
    assertThat(status().sinceMillis()).isEqualTo(2_000);
  }

  @Test
  void exit_halfOpen_allSucceed_closes() {
    open();
    now += 5 * SECOND;
    List<Call> probes = List.of(enter(Shape.UNARY), enter(Shape.UNARY), enter(Shape.UNARY));
    assertThat(refusal().message()).contains("a trial of 3 calls");
    breaker.exit(probes.get(0), null, now);
    breaker.exit(probes.get(1), WRONG, now);
    assertThat(status().state()).isEqualTo(CircuitBreakerState.HALF_OPEN);
    breaker.exit(probes.get(2), null, now);
    assertThat(seen)
        .containsExactly(
            CircuitBreakerState.OPEN, CircuitBreakerState.HALF_OPEN, CircuitBreakerState.CLOSED);
    assertThat(status().calls()).as("a fresh window").isZero();
    pass(19, BUG);
    assertThat(status().state()).isEqualTo(CircuitBreakerState.CLOSED);
  }

  @Test
  void exit_halfOpen_oneFails_opensAgain() {
    open();
    now += 5 * SECOND;
    Call first = enter(Shape.UNARY);
    Call second = enter(Shape.UNARY);
    now += SECOND;
    breaker.exit(first, BUG, now);
    assertThat(status().state()).isEqualTo(CircuitBreakerState.OPEN);
    assertThat(refusal().retryAfterMillis()).as("the full time again").isEqualTo(5_000);
    breaker.exit(second, null, now);
    assertThat(status().state()).as("too late").isEqualTo(CircuitBreakerState.OPEN);
    now += 5 * SECOND;
    pass(3, null);
    assertThat(status().state()).isEqualTo(CircuitBreakerState.CLOSED);
  }

  @Test
  void enter_probeNeverEnds_opensAgain() {
    open();
    now += 5 * SECOND;
    for (int i = 0; i < 3; i++) {
      enter(Shape.UNARY);
    }
    now += 5 * SECOND;
    refusal();
    assertThat(status().state()).as("still in time").isEqualTo(CircuitBreakerState.HALF_OPEN);
    now += 2 * SECOND;
    refusal();
    assertThat(status().state()).isEqualTo(CircuitBreakerState.OPEN);
    now += 5 * SECOND;
    pass(3, null);
    assertThat(status().state()).isEqualTo(CircuitBreakerState.CLOSED);
  }

  @Test
  void enter_probeStreamsLive_closes() {
    open();
    now += 5 * SECOND;
    for (int i = 0; i < 3; i++) {
      enter(Shape.SERVER_STREAM);
    }
    now += 5 * SECOND;
    pass(null);
    assertThat(status().state()).isEqualTo(CircuitBreakerState.CLOSED);
  }

  @Test
  void exit_probeCancelled_makesRoom() {
    open();
    now += 5 * SECOND;
    for (int i = 0; i < 3; i++) {
      breaker.exit(enter(Shape.UNARY), CallFailure.unknown(Code.CANCELLED, "cancelled"), now);
    }
    assertThat(status().state()).isEqualTo(CircuitBreakerState.HALF_OPEN);
    pass(3, null);
    assertThat(status().state()).isEqualTo(CircuitBreakerState.CLOSED);
  }

  @Test
  void exit_callsFromBeforeTheClosing_areForgotten() {
    List<Call> old = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      old.add(enter(Shape.UNARY));
    }
    open();
    now += 5 * SECOND;
    pass(3, null);
    now += 1;
    old.forEach(call -> breaker.exit(call, BUG, now));
    assertThat(status().state()).isEqualTo(CircuitBreakerState.CLOSED);
    assertThat(status().calls()).isZero();
  }

  @Test
  void oneWay_saysNothing_butIsRefused() {
    for (int i = 0; i < 100; i++) {
      breaker.exit(enter(Shape.ONE_WAY), null, now);
    }
    assertThat(status().calls()).isZero();
    open();
    assertThat(breaker.enter(call(Shape.ONE_WAY), now)).isNotNull();
    now += 5 * SECOND;
    assertThat(breaker.enter(call(Shape.ONE_WAY), now)).as("tries nothing").isNotNull();
    pass(3, null);
    breaker.exit(enter(Shape.ONE_WAY), null, now);
  }

  @Test
  void of_equalOptions_shared() {
    BreakerOptions same =
        new BreakerOptions(
            true, 0.5, 20, java.time.Duration.ofSeconds(10), java.time.Duration.ofSeconds(5), 3);
    assertThat(breakers.of("shop.Cart", same)).isSameAs(breaker);
    assertThat(breakers.of("shop.Other", same)).isNotSameAs(breaker);
  }

  @Test
  void enter_explained_tellsState() {
    pass(3, BUG);
    pass(117, null);
    Trail trail = new Trail();
    CallScope scope = CallScope.detached().explain(trail);
    Call call = new Call(call(Shape.UNARY).spec(), "r", null, scope, Call.Time.of(now, 5_000));
    breaker.enter(call, now);
    assertThat(trail.lines()).containsExactly("breaker closed: 3 of 120 failed");
  }

  @Test
  void onChange_listenerThrows_othersAreTold() {
    breakers.onChange(
        status -> {
          throw new IllegalStateException("listener");
        });
    List<String> names = new ArrayList<>();
    breakers.onChange(status -> names.add(status.name()));
    open();
    assertThat(names).containsExactly("shop.Cart");
  }

  @Test
  void closedPath_allocatesNothing() {
    var threads =
        (com.sun.management.ThreadMXBean) java.lang.management.ManagementFactory.getThreadMXBean();
    Call call = call(Shape.UNARY);
    for (int i = 0; i < 20_000; i++) {
      breaker.enter(call, now);
      breaker.exit(call, null, now);
    }
    long before = threads.getCurrentThreadAllocatedBytes();
    for (int i = 0; i < 100_000; i++) {
      breaker.enter(call, now);
      breaker.exit(call, null, now);
    }
    assertThat(threads.getCurrentThreadAllocatedBytes() - before)
        .as("bytes for 100,000 calls")
        .isLessThan(100_000);
  }

  @Test
  void guardedCalls_downThenBack() throws Throwable {
    GuardedCalls guard = new GuardedCalls(breaker, () -> now);
    CallFailure down = CallFailure.notProcessed(Code.UNAVAILABLE, "nobody there");
    for (int i = 0; i < 20; i++) {
      guard.call(() -> Future.failedFuture("the service's own word"));
    }
    assertThat(seen).as("it answered").isEmpty();
    for (int i = 0; i < 20; i++) {
      guard.call(() -> Future.failedFuture(down));
    }
    assertThat(seen).containsExactly(CircuitBreakerState.OPEN);
    int[] made = new int[1];
    Future<?> refused =
        guard.call(
            () -> {
              made[0]++;
              return Future.succeededFuture();
            });
    assertThat(made[0]).isZero();
    assertThat(refused.cause()).isInstanceOf(CallFailure.class);
    now += 5 * SECOND;
    Promise<String> slow = Promise.promise();
    guard.call(slow::future);
    guard.call(() -> Future.succeededFuture("1"));
    guard.call(() -> Future.succeededFuture("2"));
    slow.complete("3");
    assertThat(status().state()).isEqualTo(CircuitBreakerState.CLOSED);
  }
}
