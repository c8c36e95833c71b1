package io.weft.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class CallScopeTest {
  private static CallContext current() {
    return Objects.requireNonNull(CallContext.current());
  }

  @Test
  void run_setsTheCurrentContextAndRestoresIt() {
    assertThat(CallContext.current()).isNull();
    CallScope outer = CallScope.inherit();
    outer.run(
        () -> {
          assertThat(CallContext.current()).isSameAs(outer);
          CallScope inner = CallScope.inherit();
          inner.run(
              () -> {
                assertThat(CallContext.current()).isSameAs(inner);
                return null;
              });
          assertThat(CallContext.current()).isSameAs(outer);
          return null;
        });
    assertThat(CallContext.current()).isNull();
  }

  @Test
  void run_restoresAlsoAfterAFailure() {
    CallScope scope = CallScope.inherit();
    assertThatThrownBy(
            () ->
                scope.run(
                    () -> {
                      throw new IllegalStateException("on purpose");
                    }))
        .isInstanceOf(IllegalStateException.class);
    assertThat(CallContext.current()).isNull();
  }

  @Test
  void run_isOfItsThreadAlone() throws Exception {
    CallScope scope = CallScope.inherit();
    Object[] seen = {scope};
    scope.run(
        () -> {
          Thread other = new Thread(() -> seen[0] = CallContext.current());
          other.start();
          try {
            other.join(10_000);
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
          return null;
        });
    assertThat(seen[0]).isNull();
  }

  @Test
  void deadline_ofAnInnerScope_isNeverLaterThanTheOuter() {
    CallScope outer = CallScope.inherit().deadline(Duration.ofSeconds(10));
    outer.run(
        () -> {
          CallScope longer = CallScope.inherit().deadline(Duration.ofSeconds(100));
          CallScope shorter = CallScope.inherit().deadline(Duration.ofSeconds(1));
          assertThat(longer.deadlineNanos()).isEqualTo(outer.deadlineNanos());
          assertThat(shorter.deadlineNanos()).isLessThan(outer.deadlineNanos());
          return null;
        });
  }

  @Test
  void deadline_ofHundredsOfYears_isFarAway() {
    for (Duration time :
        new Duration[] {
          Duration.ofSeconds(Long.MAX_VALUE),
          Duration.ofDays(365 * 290),
          Duration.ofMillis(Long.MAX_VALUE)
        }) {
      CallScope scope = CallScope.inherit().deadline(time);
      assertThat(scope.deadlineNanos() - System.nanoTime())
          .isGreaterThan(TimeUnit.DAYS.toNanos(36_500));
    }
  }

  @Test
  void deadline_thatIsNotPositive_isRefused() {
    assertThatThrownBy(() -> CallScope.inherit().deadline(Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("PT0S");
    assertThatThrownBy(() -> CallScope.inherit().deadline(Duration.ofMillis(-1)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void baggage_isInheritedAndAddedTo() {
    CallScope.inherit()
        .baggage("a", "1")
        .baggage("b", "2")
        .run(
            () -> {
              CallScope inner = CallScope.inherit().baggage("b", "3").baggage("c", "4");
              assertThat(inner.baggage())
                  .containsOnly(
                      java.util.Map.entry("a", "1"),
                      java.util.Map.entry("b", "3"),
                      java.util.Map.entry("c", "4"));
              assertThat(current().baggage()).containsEntry("b", "2").doesNotContainKey("c");
              return null;
            });
  }

  @Test
  void baggage_ofTheMeshItself_isRefused() {
    assertThatThrownBy(() -> CallScope.inherit().baggage("weft-id", "x"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("weft-id");
  }

  @Test
  void baggage_ofAScope_cannotBeChangedFromOutside() {
    CallScope scope = CallScope.inherit().baggage("a", "1");
    assertThatThrownBy(() -> scope.baggage().put("b", "2"))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void cancel_reachesInnerScopesButNotOuter() {
    CallScope outer = CallScope.inherit();
    CallScope[] inner = new CallScope[2];
    AtomicInteger told = new AtomicInteger();
    outer.run(
        () -> {
          inner[0] = CallScope.inherit();
          inner[1] = CallScope.inherit();
          inner[0].onCancel(told::incrementAndGet);
          inner[1].onCancel(told::incrementAndGet);
          return null;
        });
    inner[0].cancel();
    assertThat(told).hasValue(1);
    assertThat(outer.cancelled()).isFalse();
    outer.cancel();
    assertThat(told).hasValue(2);
    assertThat(inner[1].cancelled()).isTrue();
  }

  @Test
  void cancelled_outerBefore_innerRunsItsActionsAtOnce() {
    CallScope outer = CallScope.inherit();
    outer.cancel();
    AtomicInteger told = new AtomicInteger();
    outer.run(
        () -> {
          CallScope inner = CallScope.inherit();
          assertThat(inner.cancelled()).isTrue();
          inner.onCancel(told::incrementAndGet);
          return null;
        });
    assertThat(told).hasValue(1);
  }

  /** Whether another thread can use the scope now. */
  private static boolean free(CallScope scope) {
    Thread other = new Thread(() -> scope.onCancel(() -> {}));
    other.start();
    try {
      other.join(5_000);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return !other.isAlive();
  }

  @Test
  void actionsToldAtOnce_runOutsideTheLock() {
    CallScope cancelled = CallScope.inherit();
    cancelled.cancel();
    boolean[] free = new boolean[2];
    cancelled.onCancel(() -> free[0] = free(cancelled));
    CallScope outer = CallScope.inherit();
    CallScope inner = outer.run(CallScope::inherit);
    outer.cancel();
    inner.onCancel(() -> free[1] = free(inner));
    assertThat(free).containsExactly(true, true);
  }

  @Test
  void addingAndRemovingAtOnce_neverLosesTheParent() throws Exception {
    for (int round = 0; round < 300; round++) {
      CallScope outer = CallScope.inherit();
      CallScope inner = outer.run(CallScope::inherit);
      AtomicInteger told = new AtomicInteger();
      Runnable fleeting = () -> {};
      Thread other =
          new Thread(
              () -> {
                for (int i = 0; i < 100; i++) {
                  inner.onCancel(fleeting);
                  inner.removeCancel(fleeting);
                }
              });
      other.start();
      inner.onCancel(told::incrementAndGet);
      other.join(10_000);
      outer.cancel();
      assertThat(told).hasValue(1);
    }
  }

  @Test
  void removeCancel_ofOne_keepsTheOthers() {
    CallScope outer = CallScope.inherit();
    AtomicInteger kept = new AtomicInteger();
    AtomicInteger removed = new AtomicInteger();
    Runnable gone = removed::incrementAndGet;
    outer.run(
        () -> {
          CallScope inner = CallScope.inherit();
          inner.onCancel(gone);
          inner.onCancel(kept::incrementAndGet);
          inner.removeCancel(gone);
          return null;
        });
    outer.cancel();
    assertThat(kept).hasValue(1);
    assertThat(removed).hasValue(0);
  }

  @Test
  void scopesWithoutEnd_leaveNothingInTheirParent() {
    Call parent =
        Specs.call(Specs.of(io.weft.contract.Shape.UNARY, io.weft.contract.Semantics.MAYBE, 1));
    CallScope outer = CallScope.inherit();
    outer.onCancel(parent::cancel);
    java.util.List<java.lang.ref.WeakReference<CallScope>> scopes = new java.util.ArrayList<>();
    outer.run(
        () -> {
          for (int i = 0; i < 1_000; i++) {
            CallScope inner = CallScope.inherit();
            Runnable action = () -> {};
            inner.onCancel(action);
            inner.removeCancel(action);
            scopes.add(new java.lang.ref.WeakReference<>(inner));
          }
          return null;
        });
    org.awaitility.Awaitility.await()
        .until(
            () -> {
              System.gc();
              return scopes.stream().allMatch(scope -> scope.get() == null);
            });
    outer.cancel();
    assertThat(parent.cancelled()).isTrue();
  }

  @Test
  void detached_keepsTheBaggageOnly() {
    CallScope outer = CallScope.inherit().baggage("a", "1").deadline(Duration.ofSeconds(1));
    CallScope detached = outer.run(CallScope::detached);
    outer.cancel();
    assertThat(detached.cancelled()).isFalse();
    assertThat(detached.deadlineNanos()).isEqualTo(CallContext.NO_DEADLINE);
    assertThat(detached.baggage()).containsEntry("a", "1");
  }
}
