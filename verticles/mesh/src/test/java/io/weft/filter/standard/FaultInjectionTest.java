package io.weft.filter.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.weft.call.Call;
import io.weft.call.CallContext;
import io.weft.call.CallFailure;
import io.weft.call.CallScope;
import io.weft.call.Service;
import io.weft.contract.Code;
import io.weft.contract.Fate;
import io.weft.contract.Shape;
import io.weft.wire.WellKnown;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class FaultInjectionTest {
  private static final Faults ALLOWED = Faults.allowed(true);

  private final AtomicLong now = new AtomicLong();
  private final List<Long> delays = new ArrayList<>();
  private final List<Promise<Void>> timers = new ArrayList<>();
  private final AtomicInteger ran = new AtomicInteger();
  private final Service service =
      call -> {
        ran.incrementAndGet();
        return Future.succeededFuture("good");
      };

  private FaultInjection with(Faults faults) {
    return new FaultInjection(
        faults,
        millis -> {
          delays.add(millis);
          timers.add(Promise.promise());
          return timers.get(timers.size() - 1).future();
        },
        new Random(11),
        now::get);
  }

  private static Call call(long deadlineMillis, String... baggage) {
    CallScope scope = CallScope.detached();
    for (int i = 0; i < baggage.length; i += 2) {
      scope.baggage(baggage[i], baggage[i + 1]);
    }
    return scope.run(
        () ->
            new Call(
                Calls.spec("get", Shape.UNARY, WellKnown.STRING),
                "x",
                null,
                CallContext.current(),
                Call.Time.of(0, deadlineMillis)));
  }

  private CallFailure failure(FaultInjection faults, Call call) {
    return (CallFailure) faults.apply(call, service).cause();
  }

  @Test
  void notAllowed_nothingCanBeSwitchedOn() {
    for (Runnable wish :
        List.<Runnable>of(
            () -> Faults.NONE.withAbort(0.1, Code.INTERNAL),
            () -> Faults.allowed(false).withDelay(0.1, Duration.ofMillis(1)),
            () -> Faults.NONE.withBaggage(true))) {
      assertThatThrownBy(wish::run)
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("profile prod");
    }
    FaultInjection off = with(Faults.NONE);
    Call asking = call(0, FaultInjection.ABORT, "INTERNAL", FaultInjection.DELAY, "100");
    assertThat(off.apply(asking, service).result()).isEqualTo("good");
    assertThat(delays).isEmpty();
  }

  @Test
  void baggage_isIgnoredUnlessSwitchedOn() {
    Call asking = call(0, FaultInjection.ABORT, "INTERNAL", FaultInjection.DELAY, "100");
    assertThat(with(ALLOWED).apply(asking, service).result()).isEqualTo("good");
    assertThat(delays).isEmpty();
  }

  @Test
  void abort_failsItsShareOfCallsBeforeTheyRun() {
    FaultInjection faults = with(ALLOWED.withAbort(0.25, Code.RESOURCE_EXHAUSTED));
    int failed = 0;
    for (int i = 0; i < 4_000; i++) {
      CallFailure failure = failure(faults, call(0));
      if (failure != null) {
        failed++;
        assertThat(failure.code()).isEqualTo(Code.RESOURCE_EXHAUSTED);
        assertThat(failure.fate()).isEqualTo(Fate.NOT_PROCESSED);
      }
    }
    assertThat(failed).isBetween(900, 1_100);
    assertThat(ran).hasValue(4_000 - failed);
    faults.set(Faults.NONE);
    assertThat(faults.apply(call(0), service).result()).isEqualTo("good");
  }

  @Test
  void delay_holdsTheCallBack() {
    FaultInjection faults = with(ALLOWED.withDelay(1, Duration.ofMillis(200)));
    Future<Object> reply = faults.apply(call(5_000), service);
    assertThat(delays).containsExactly(200L);
    assertThat(reply.isComplete()).isFalse();
    assertThat(ran).hasValue(0);
    timers.get(0).complete();
    assertThat(reply.result()).isEqualTo("good");
  }

  @Test
  void delay_pastTheDeadlineOrACancel_neverRuns() {
    FaultInjection faults = with(ALLOWED.withDelay(1, Duration.ofMillis(200)));
    Future<Object> late = faults.apply(call(100), service);
    Call taken = call(5_000);
    Future<Object> cancelled = faults.apply(taken, service);
    taken.cancel();
    now.set(Duration.ofMillis(100).toNanos());
    timers.forEach(Promise::complete);
    assertThat(((CallFailure) late.cause()).code()).isEqualTo(Code.DEADLINE_EXCEEDED);
    assertThat(((CallFailure) cancelled.cause()).code()).isEqualTo(Code.CANCELLED);
    assertThat(ran).hasValue(0);
  }

  @Test
  void baggage_asksForFaults() {
    FaultInjection faults = with(ALLOWED.withBaggage(true));
    assertThat(failure(faults, call(0, FaultInjection.ABORT, "DATA_LOSS")).code())
        .isEqualTo(Code.DATA_LOSS);
    faults.apply(call(0, FaultInjection.DELAY, "60000"), service);
    assertThat(delays).containsExactly(60_000L);
    assertThat(faults.apply(call(0), service).result()).isEqualTo("good");
  }

  @Test
  void baggage_thatMakesNoSense_isNamed() {
    FaultInjection faults = with(ALLOWED.withBaggage(true));
    for (String value : new String[] {"60001", "-1", "soon", ""}) {
      CallFailure failure = failure(faults, call(0, FaultInjection.DELAY, value));
      assertThat(failure.code()).isEqualTo(Code.INVALID_ARGUMENT);
      assertThat(failure)
          .hasMessage("baggage fault-delay-ms: \"" + value + "\" (expected: 0 to 60000)");
    }
    assertThat(failure(faults, call(0, FaultInjection.ABORT, "BOOM")))
        .hasMessageStartingWith("baggage fault-abort: \"BOOM\" (expected: one of [CANCELLED,");
  }

  @Test
  void wrongFaults_areNamed() {
    assertThatThrownBy(() -> ALLOWED.withAbort(1.1, Code.INTERNAL))
        .hasMessage("abortShare: 1.1 (expected: 0 to 1)");
    assertThatThrownBy(() -> ALLOWED.withDelay(0.5, Duration.ofMinutes(2)))
        .hasMessage("delay: PT2M (expected: 0 to 1 min)");
  }
}
