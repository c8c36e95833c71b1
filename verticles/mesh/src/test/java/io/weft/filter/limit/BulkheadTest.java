package io.weft.filter.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weft.call.Call;
import io.weft.call.CallFailure;
import io.weft.contract.Code;
import io.weft.contract.Fate;
import org.junit.jupiter.api.Test;

class BulkheadTest {
  private final Refusals refusals = new Refusals();

  @Test
  void enter_asManyRunAsMay_refusedUntilOneEnds() {
    Bulkhead bulkhead = new Bulkhead(2, refusals);
    Call first = Calls.at(0);
    assertThat(bulkhead.enter(first, 0)).isNull();
    assertThat(bulkhead.enter(Calls.at(0), 0)).isNull();
    CallFailure refused = bulkhead.enter(Calls.at(0), 0);
    assertThat(refused.code()).isEqualTo(Code.RESOURCE_EXHAUSTED);
    assertThat(refused.fate()).isEqualTo(Fate.NOT_PROCESSED);
    assertThat(refused.retryAfterMillis()).isPositive();
    assertThat(refused).hasMessageContaining("test.Service runs 2 calls");
    bulkhead.exit(first, CallFailure.of(Code.ABORTED, "failures leave too"), 1);
    assertThat(bulkhead.enter(Calls.at(0), 2)).isNull();
    assertThat(refusals.snapshot()).isEqualTo(new Refusals.Snapshot(1, 0, 0, 0, 0));
    assertThat(refusals.snapshot().sum()).isEqualTo(1);
  }

  @Test
  void options_wrong_saysWhichAndWhatIsExpected() {
    LimitOptions options = LimitOptions.DEFAULT;
    assertThatThrownBy(() -> options.withBulkhead(-1))
        .hasMessage("bulkhead: -1 (expected: 0 or more)");
    assertThatThrownBy(() -> options.withRate(Double.NaN, 0))
        .hasMessageStartingWith("perSecond: NaN");
    assertThatThrownBy(() -> options.withRate(1, -1)).hasMessage("burst: -1 (expected: 0 or more)");
    assertThat(options.withBulkhead(3).withAdaptive(false).withRate(2, 1))
        .isEqualTo(new LimitOptions(3, false, 2, 1));
  }
}
