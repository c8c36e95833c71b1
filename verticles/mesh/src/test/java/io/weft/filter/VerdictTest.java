package io.weft.filter;

import static org.assertj.core.api.Assertions.assertThat;

import io.weft.call.CallFailure;
import io.weft.contract.Code;
import io.weft.contract.Fate;
import org.junit.jupiter.api.Test;

class VerdictTest {
  private static Verdict of(Code code, Fate fate) {
    return Verdict.of(CallFailure.of(code, "no").withFate(fate));
  }

  @Test
  void of_servicesFaults_bad() {
    for (Code code :
        new Code[] {
          Code.UNAVAILABLE,
          Code.DEADLINE_EXCEEDED,
          Code.INTERNAL,
          Code.UNKNOWN,
          Code.DATA_LOSS,
          Code.RESOURCE_EXHAUSTED
        }) {
      assertThat(of(code, Fate.PROCESSED)).as(code.name()).isEqualTo(Verdict.BAD);
      assertThat(of(code, Fate.UNKNOWN)).as(code.name()).isEqualTo(Verdict.BAD);
    }
    assertThat(of(Code.UNAVAILABLE, Fate.NOT_PROCESSED)).isEqualTo(Verdict.BAD);
  }

  @Test
  void of_callersFaults_good() {
    assertThat(Verdict.of(null)).isEqualTo(Verdict.GOOD);
    for (Code code :
        new Code[] {
          Code.INVALID_ARGUMENT,
          Code.NOT_FOUND,
          Code.ALREADY_EXISTS,
          Code.PERMISSION_DENIED,
          Code.UNAUTHENTICATED,
          Code.FAILED_PRECONDITION,
          Code.ABORTED,
          Code.OUT_OF_RANGE,
          Code.UNIMPLEMENTED
        }) {
      assertThat(of(code, Fate.PROCESSED)).as(code.name()).isEqualTo(Verdict.GOOD);
    }
  }

  @Test
  void of_neverArrived_none() {
    assertThat(of(Code.INVALID_ARGUMENT, Fate.NOT_PROCESSED)).isEqualTo(Verdict.NONE);
    assertThat(of(Code.DEADLINE_EXCEEDED, Fate.NOT_PROCESSED)).isEqualTo(Verdict.NONE);
    for (Fate fate : Fate.values()) {
      assertThat(of(Code.CANCELLED, fate)).isEqualTo(Verdict.NONE);
    }
  }

  @Test
  void of_refusedForLoad_busyNotBad() {
    assertThat(of(Code.RESOURCE_EXHAUSTED, Fate.NOT_PROCESSED)).isEqualTo(Verdict.BUSY);
  }
}
