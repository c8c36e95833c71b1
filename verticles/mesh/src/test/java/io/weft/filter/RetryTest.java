package io.weft.filter;

import static org.assertj.core.api.Assertions.assertThat;

import io.weft.call.Call;
import io.weft.call.CallContext;
import io.weft.call.CallFailure;
import io.weft.call.CallScope;
import io.weft.call.Specs;
import io.weft.contract.Code;
import io.weft.contract.Fate;
import io.weft.contract.Semantics;
import io.weft.contract.Shape;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RetryTest {
  private final AtomicLong now = new AtomicLong(1_000);
  private final RetryBudget budget = new RetryBudget(now::get);
  private final Retry retry = new Retry(budget, now::get, new Random(7));

  private static CallFailure failure(Code code, Fate fate) {
    return CallFailure.of(code, "x").withFate(fate);
  }

  private static Call call(Shape shape, Semantics semantics, int attempts, int attempt) {
    Call call = Specs.call(Specs.of(shape, semantics, attempts));
    while (call.attempt() < attempt) {
      call.nextAttempt(0);
    }
    return call;
  }

  /** The whole table, in the words of the design and not of the code. */
  private static boolean expected(
      Shape shape, Semantics semantics, CallFailure failure, int attempts, int attempt) {
    boolean unprocessed = failure.fate() == Fate.NOT_PROCESSED;
    if (!Set.of(Code.UNAVAILABLE, Code.RESOURCE_EXHAUSTED).contains(failure.code())
            && !(unprocessed && failure.code() == Code.UNIMPLEMENTED)
        || semantics == Semantics.MAYBE) {
      return false;
    }
    if (failure.fate() == Fate.NOT_PROCESSED) {
      return attempt < Math.max(4, attempts);
    }
    // Exactly-once methods too, once there is an inbox that drops the second attempt.
    boolean idempotent = semantics == Semantics.AT_LEAST_ONCE;
    boolean unary = shape == Shape.UNARY || shape == Shape.ONE_WAY;
    return idempotent && unary && attempt < attempts;
  }

  @Test
  void decision_isTheTable() {
    for (Shape shape : Shape.values()) {
      for (Semantics semantics : Semantics.values()) {
        for (Fate fate : Fate.values()) {
          for (Code code : Code.values()) {
            for (int attempts : new int[] {1, 3, 6}) {
              for (int attempt = 1; attempt <= 7; attempt++) {
                now.addAndGet(1_000_000_000);
                CallFailure failure = failure(code, fate);
                long delay = retry.delayMillis(call(shape, semantics, attempts, attempt), failure);
                assertThat(delay != Retry.NEVER)
                    .as("%s %s %s, attempt %d of %d", shape, semantics, failure, attempt, attempts)
                    .isEqualTo(expected(shape, semantics, failure, attempts, attempt));
              }
            }
          }
        }
      }
    }
  }

  @Test
  void delay_isNothingFirstAndThenBackoffWithinItsBounds() {
    for (int i = 0; i < 200; i++) {
      CallFailure failure = failure(Code.UNAVAILABLE, Fate.NOT_PROCESSED);
      assertThat(retry.delayMillis(call(Shape.UNARY, Semantics.AT_MOST_ONCE, 1, 1), failure))
          .isZero();
      assertThat(retry.delayMillis(call(Shape.UNARY, Semantics.AT_MOST_ONCE, 1, 2), failure))
          .isBetween(0L, 20L);
      assertThat(retry.delayMillis(call(Shape.UNARY, Semantics.AT_MOST_ONCE, 100, 40), failure))
          .isBetween(0L, 1_000L);
    }
  }

  @Test
  void cancelled_isNeverRepeated() {
    CallFailure failure = failure(Code.UNAVAILABLE, Fate.NOT_PROCESSED);
    Call own = call(Shape.UNARY, Semantics.AT_LEAST_ONCE, 3, 1);
    own.cancel();
    assertThat(retry.delayMillis(own, failure)).isEqualTo(Retry.NEVER);
    CallScope scope = CallScope.inherit();
    Call inScope =
        new Call(
            Specs.of(Shape.UNARY, Semantics.AT_LEAST_ONCE, 3),
            "x",
            null,
            scope,
            Call.Time.of(0, 0));
    assertThat(retry.delayMillis(inScope, failure)).isZero();
    scope.cancel();
    assertThat(retry.delayMillis(inScope, failure)).isEqualTo(Retry.NEVER);
  }

  @Test
  void deadline_thatWouldPassMeanwhile_endsIt() {
    CallFailure failure = failure(Code.UNAVAILABLE, Fate.NOT_PROCESSED);
    Call call =
        new Call(
            Specs.of(Shape.UNARY, Semantics.AT_MOST_ONCE, 1),
            "x",
            null,
            null,
            new Call.Time(0, 5_000));
    now.set(4_999);
    assertThat(retry.delayMillis(call, failure)).isZero();
    now.set(5_000);
    assertThat(retry.delayMillis(call, failure)).isEqualTo(Retry.NEVER);
    assertThat(CallContext.NO_DEADLINE).isGreaterThan(now.get());
  }

  @Test
  void streamOfRequests_thatHasLeft_isNeverRepeated() {
    CallFailure failure = failure(Code.UNAVAILABLE, Fate.NOT_PROCESSED);
    for (Shape shape : new Shape[] {Shape.CLIENT_STREAM, Shape.BIDIRECTIONAL}) {
      Call call = call(shape, Semantics.AT_LEAST_ONCE, 3, 1);
      assertThat(retry.delayMillis(call, failure)).isZero();
      call.startRequests();
      assertThat(retry.delayMillis(call, failure)).isEqualTo(Retry.NEVER);
    }
  }

  @Test
  void budget_isChargedForWhatMayHaveRunOnly() {
    CallFailure unknown = failure(Code.UNAVAILABLE, Fate.UNKNOWN);
    CallFailure never = failure(Code.UNAVAILABLE, Fate.NOT_PROCESSED);
    for (int i = 0; i < 1_000; i++) {
      assertThat(retry.delayMillis(call(Shape.UNARY, Semantics.AT_LEAST_ONCE, 3, 1), never))
          .isZero();
    }
    int allowed = 0;
    while (retry.delayMillis(call(Shape.UNARY, Semantics.AT_LEAST_ONCE, 3, 1), unknown)
        != Retry.NEVER) {
      allowed++;
    }
    assertThat(allowed).isEqualTo(100);
    assertThat(retry.delayMillis(call(Shape.UNARY, Semantics.AT_LEAST_ONCE, 3, 1), never)).isZero();
  }

  @Test
  void refusals_costNoBudget() {
    for (int i = 0; i < 1_000; i++) {
      retry.delayMillis(
          call(Shape.UNARY, Semantics.AT_MOST_ONCE, 3, 1), failure(Code.UNAVAILABLE, Fate.UNKNOWN));
      retry.delayMillis(
          call(Shape.UNARY, Semantics.AT_LEAST_ONCE, 3, 3),
          failure(Code.UNAVAILABLE, Fate.UNKNOWN));
    }
    assertThat(budget.tryWithdraw()).isTrue();
  }

  private static CallFailure refused(Code code, long retryAfter) {
    return CallFailure.notProcessed(code, "x").withRetryAfter(retryAfter);
  }

  @Test
  void delay_isNotBeforeTheServersWord() {
    Call call = call(Shape.UNARY, Semantics.AT_MOST_ONCE, 1, 1);
    assertThat(retry.delayMillis(call, refused(Code.RESOURCE_EXHAUSTED, 300))).isEqualTo(300);
    assertThat(retry.delayMillis(call, refused(Code.RESOURCE_EXHAUSTED, CallFailure.NEVER)))
        .isEqualTo(Retry.NEVER);
  }

  @Test
  void overload_isChargedToTheBudget_absenceIsNot() {
    Call call = call(Shape.UNARY, Semantics.AT_MOST_ONCE, 1, 1);
    for (int i = 0; i < 1_000; i++) {
      assertThat(retry.delayMillis(call, refused(Code.UNAVAILABLE, 0))).isZero();
    }
    int granted = 0;
    for (int i = 0; i < 1_000; i++) {
      granted += retry.delayMillis(call, refused(Code.RESOURCE_EXHAUSTED, 0)) == 0 ? 1 : 0;
    }
    assertThat(granted).isBetween(1, 110);
  }

  private static Call below(int attempt) {
    Call served =
        Call.incoming(
            Specs.of(Shape.UNARY, Semantics.AT_LEAST_ONCE, 3),
            "request",
            null,
            Call.Time.of(0, 0),
            new Call.Origin("node", attempt, io.weft.call.Metadata.EMPTY));
    return new Call(
        Specs.of(Shape.UNARY, Semantics.AT_LEAST_ONCE, 3), "x", null, served, Call.Time.of(0, 0));
  }

  @Test
  void callOfARepeatedHandler_isRepeatedOnlyIfItNeverRan() {
    CallFailure unknown = failure(Code.UNAVAILABLE, Fate.UNKNOWN);
    assertThat(retry.delayMillis(below(1), unknown)).isNotEqualTo(Retry.NEVER);
    assertThat(retry.delayMillis(below(2), unknown)).isEqualTo(Retry.NEVER);
    assertThat(retry.delayMillis(below(2), refused(Code.UNAVAILABLE, 0))).isZero();
  }

  @Test
  void upstream_isToldNotToRepeatWhatWasRepeatedHere() {
    CallFailure failure = failure(Code.UNAVAILABLE, Fate.UNKNOWN);
    Call call = below(1);
    assertThat(Retry.upstream(call, failure)).isSameAs(failure);
    call.nextAttempt(0);
    assertThat(Retry.upstream(call, failure).retryAfterMillis()).isEqualTo(CallFailure.NEVER);
    assertThat(Retry.upstream(call, failure(Code.NOT_FOUND, Fate.PROCESSED)).retryAfterMillis())
        .isZero();
  }
}
