package io.weft.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weft.contract.Code;
import io.weft.contract.Fate;
import io.weft.contract.Semantics;
import io.weft.contract.Shape;
import io.weft.stream.Producer;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class CallTest {
  private static final Spec UNARY = Specs.of(Shape.UNARY, Semantics.AT_MOST_ONCE, 1);

  private static Call call(CallContext parent, long millis) {
    return new Call(UNARY, "request", null, parent, Call.Time.of(0, millis));
  }

  @Test
  void time_zeroAndBeyondReach_areNoDeadline() {
    assertThat(Call.Time.of(5, 0).deadlineNanos()).isEqualTo(CallContext.NO_DEADLINE);
    assertThat(Call.Time.of(5, 3).deadlineNanos()).isEqualTo(3_000_005);
    for (long millis :
        new long[] {Long.MAX_VALUE, Long.MAX_VALUE / 1_000_000, 10_000_000_000_000L}) {
      assertThat(Call.Time.of(Long.MAX_VALUE / 4, millis).deadlineNanos())
          .as("%d ms", millis)
          .isEqualTo(CallContext.NO_DEADLINE);
    }
  }

  @Test
  void deadline_isTheEarlierOfOwnAndParent() {
    Call parent = call(null, 100);
    assertThat(call(parent, 500).deadlineNanos()).isEqualTo(100_000_000);
    assertThat(call(parent, 50).deadlineNanos()).isEqualTo(50_000_000);
    assertThat(call(parent, 0).deadlineNanos()).isEqualTo(100_000_000);
  }

  @Test
  void complete_firstOneCounts() {
    Call call = call(null, 0);
    call.complete("reply", null);
    call.complete(null, CallFailure.of(Code.INTERNAL, "late"));
    assertThat(call.future().result()).isEqualTo("reply");
  }

  @Test
  void complete_withAListenerThatThrows_doesNotThrow() {
    for (CallFailure failure : new CallFailure[] {null, CallFailure.of(Code.INTERNAL, "x")}) {
      Call call = call(null, 0);
      call.future()
          .onComplete(
              (value, cause) -> {
                throw new IllegalStateException("on purpose");
              });
      call.complete("reply", failure);
      assertThat(call.future().isComplete()).isTrue();
    }
  }

  @Test
  void cancelled_followsTheParent() {
    Call parent = call(null, 0);
    Call child = call(parent, 0);
    assertThat(child.cancellable()).isTrue();
    assertThat(child.cancelled()).isFalse();
    parent.cancel();
    assertThat(child.cancelled()).isTrue();
    assertThat(call(null, 0).cancellable()).isFalse();
  }

  @Test
  void again_hasAFutureOfItsOwnAndTheSameFate() {
    Call first = call(null, 250);
    first.nextAttempt(7);
    first.tried("instance");
    first.startRequests();
    Call second = first.again();
    second.complete("two", null);
    assertThat(first.future().isComplete()).isFalse();
    assertThat(second.attempt()).isEqualTo(2);
    assertThat(second.attemptNanos()).isEqualTo(7);
    assertThat(second.deadlineNanos()).isEqualTo(first.deadlineNanos());
    assertThat(second.hasTried("instance")).isTrue();
    assertThat(second.requestsStarted()).isTrue();
  }

  @Test
  void again_cancellingOneCancelsBoth() {
    Call first = call(null, 0);
    Call second = first.again();
    Call third = second.again();
    AtomicInteger told = new AtomicInteger();
    third.onCancel(told::incrementAndGet);
    first.cancel();
    assertThat(told).hasValue(1);
    assertThat(second.cancelled()).isTrue();
    Call other = call(null, 0);
    other.again().cancel();
    assertThat(other.cancelled()).isTrue();
  }

  @Test
  void again_demandOfTheConsumerReachesTheCopysTransport() {
    Call first = call(null, 0);
    Producer transport =
        new Producer() {
          @Override
          public void demand(int items, int bytes) {}

          @Override
          public void cancel() {}
        };
    first.again().again().transport(transport);
    assertThat(first.transport()).isSameAs(transport);
  }

  @Test
  void onCancel_removed_isNotTold() {
    Call call = call(null, 0);
    AtomicInteger told = new AtomicInteger();
    Runnable action = told::incrementAndGet;
    call.removeCancel(action);
    call.onCancel(action);
    call.removeCancel(action);
    call.cancel();
    assertThat(told).hasValue(0);
    assertThat(call.cancelled()).isTrue();
  }

  @Test
  void failure_ofAHandler_isProcessedWhateverItWas() {
    for (Fate fate : Fate.values()) {
      CallFailure original = CallFailure.of(Code.ABORTED, "x").withDetails("d").withFate(fate);
      CallFailure seen = CallFailure.fromHandler(original);
      assertThat(seen.fate()).isEqualTo(Fate.PROCESSED);
      assertThat(seen.code()).isEqualTo(Code.ABORTED);
      assertThat(seen.details()).isEqualTo("d");
    }
  }

  @Test
  void failure_ofAnyThrowable_namesItsClassAndMessage() {
    CallFailure failure = CallFailure.fromHandler(new IllegalStateException("no bank"));
    assertThat(failure.code()).isEqualTo(Code.UNKNOWN);
    assertThat(failure.fate()).isEqualTo(Fate.PROCESSED);
    assertThat(failure.message()).isEqualTo("IllegalStateException: no bank");
    assertThat(CallFailure.fromHandler(new StackOverflowError()).message())
        .isEqualTo("StackOverflowError");
  }

  @Test
  void failure_saysCodeFateMessageAndNode() {
    CallFailure failure = CallFailure.unknown(Code.UNAVAILABLE, "gone").at("n1");
    assertThat(failure).hasToString("UNAVAILABLE (UNKNOWN): gone [node n1]");
    assertThat(failure.getStackTrace()).isEmpty();
    assertThat(CallFailure.notProcessed(Code.UNAVAILABLE, "x").fate())
        .isEqualTo(Fate.NOT_PROCESSED);
  }

  @Test
  void code_ofEveryNumber_isKnownOrUnknown() {
    assertThat(Arrays.stream(Code.values()).map(c -> Code.of(c.number())))
        .containsExactly(Code.values());
    for (int number : new int[] {0, -1, 17, Integer.MAX_VALUE, Integer.MIN_VALUE}) {
      assertThat(Code.of(number)).isEqualTo(Code.UNKNOWN);
    }
  }

  @Test
  void contract_ofAnInterfaceWithoutOne_namesTheRemedy() {
    for (Class<?> type : new Class<?>[] {Runnable.class, CallTest.class, Service.class}) {
      assertThatThrownBy(() -> Contract.of(type))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(type.getName().replace('$', '_') + "Specs")
          .hasMessageContaining("@MeshService")
          .hasMessageContaining("weft-codegen");
    }
  }
}
