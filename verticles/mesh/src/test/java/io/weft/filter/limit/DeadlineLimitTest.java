package io.weft.filter.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.weft.call.Call;
import io.weft.call.CallFailure;
import io.weft.call.Spec;
import io.weft.contract.Code;
import io.weft.contract.Fate;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DeadlineLimitTest {
  private static final long MILLI = 1_000_000;
  private final Refusals refusals = new Refusals();
  private final DeadlineLimit limit = new DeadlineLimit(refusals);

  private void ended(Spec spec, long nanos, int times) {
    for (int i = 0; i < times; i++) {
      limit.exit(Calls.at(spec, 5), null, 5 + nanos);
    }
  }

  private CallFailure ask(Spec spec, long leftMillis) {
    return limit.admit(spec, spec.priority(), 0, leftMillis * MILLI);
  }

  private int refusedOf(int calls, long leftMillis) {
    int refused = 0;
    for (int i = 0; i < calls; i++) {
      refused += ask(Calls.SPEC, leftMillis) == null ? 0 : 1;
    }
    return refused;
  }

  @Test
  void admit_lessTimeThanItTakes_refusedButForProbes() {
    ended(Calls.SPEC, 20 * MILLI, 200);
    CallFailure refused = ask(Calls.SPEC, 10);
    assertThat(refused.code()).isEqualTo(Code.DEADLINE_EXCEEDED);
    assertThat(refused.fate()).isEqualTo(Fate.NOT_PROCESSED);
    assertThat(refused.retryAfterMillis()).isEqualTo(CallFailure.NEVER);
    assertThat(refused).hasMessageContaining("has 10000 µs left and mostly takes");
    assertThat(refusedOf(160, 10)).isEqualTo(150);
    assertThat(refusedOf(160, 30)).isZero();
    assertThat(limit.admit(Calls.SPEC, Calls.SPEC.priority(), 0, Long.MAX_VALUE)).isNull();
    assertThat(refusals.snapshot().deadline()).isEqualTo(151);
  }

  @Test
  void admit_fewObservations_nothingRefused() {
    ended(Calls.SPEC, 20 * MILLI, 60);
    assertThat(refusedOf(100, 1)).isZero();
  }

  @Test
  void admit_otherMethod_hasItsOwnTime() {
    ended(Calls.method(3), 20 * MILLI, 200);
    assertThat(ask(Calls.method(2), 1)).isNull();
    assertThat(ask(Calls.method(9), 1)).isNull();
    assertThat(ask(Calls.method(3), 1)).isNotNull();
  }

  @Test
  void admit_someCallsAreSlow_theMedianDecides() {
    Random random = new Random(3);
    for (int i = 0; i < 5_000; i++) {
      ended(Calls.SPEC, random.nextInt(10) == 0 ? 500 * MILLI : MILLI, 1);
    }
    assertThat(refusedOf(100, 2)).isZero();
  }

  @Test
  void admit_handlerBecameFaster_probesShowIt() {
    ended(Calls.SPEC, 50 * MILLI, 200);
    int asked = 0;
    while (refusedOf(16, 10) > 0) {
      ended(Calls.SPEC, MILLI, 1); // the one that was let through
      asked++;
      assertThat(asked).isLessThan(200);
    }
  }

  @Test
  void exit_failuresAndStreams_sayNothing() {
    Call call = Calls.at(0);
    for (int i = 0; i < 200; i++) {
      limit.exit(call, CallFailure.of(Code.ABORTED, "x"), 90 * MILLI);
      limit.exit(Calls.at(Calls.STREAM, 0), null, 90 * MILLI);
    }
    assertThat(refusedOf(100, 1)).isZero();
  }
}
