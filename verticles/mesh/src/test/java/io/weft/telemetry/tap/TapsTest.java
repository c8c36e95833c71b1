package io.weft.telemetry.tap;

import static org.assertj.core.api.Assertions.assertThat;

import io.weft.call.Call;
import io.weft.call.CallFailure;
import io.weft.call.Policy;
import io.weft.call.Specs;
import io.weft.contract.Code;
import io.weft.contract.Semantics;
import io.weft.contract.Shape;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TapsTest {
  private static final TapFilter ALL = new TapFilter(null, null, null, 0, 100);
  private final Taps taps = new Taps();
  private final Policy policy = taps.policy("here");
  private long now = 1;

  private void call(long nanos, @Nullable CallFailure failure) {
    Call call = Specs.call(Specs.of(Shape.UNARY, Semantics.AT_MOST_ONCE, 1));
    policy.enter(call, 0);
    policy.exit(call, failure, nanos);
  }

  @Test
  void tap_seesWhatEndsWhileItIsOpen() {
    call(1, null);
    Taps.Tap tap = taps.open(ALL, () -> now);
    call(7, null);
    tap.close();
    call(9, null);
    assertThat(tap.take())
        .singleElement()
        .satisfies(
            seen -> {
              assertThat(seen.caller()).isEqualTo("here");
              assertThat(seen.service()).isEqualTo("test.Service");
              assertThat(seen.method()).isEqualTo("method");
              assertThat(seen.code()).isEqualTo("OK");
              assertThat(seen.nanos()).isEqualTo(7);
              assertThat(seen.attempts()).isEqualTo(1);
              assertThat(seen.traceId()).isNull();
            });
    assertThat(tap.take()).isEmpty();
  }

  @Test
  void filter_byServiceMethodCodeAndTime() {
    Taps.Tap service = taps.open(new TapFilter("service", null, null, 0, 9), () -> now);
    Taps.Tap other = taps.open(new TapFilter("ervice", null, null, 0, 9), () -> now);
    Taps.Tap method = taps.open(new TapFilter(null, "Method", null, 0, 9), () -> now);
    Taps.Tap failed = taps.open(new TapFilter(null, null, "internal", 0, 9), () -> now);
    Taps.Tap slow = taps.open(new TapFilter(null, null, null, 50, 9), () -> now);
    call(10, null);
    call(50, null);
    call(20, CallFailure.of(Code.INTERNAL, "x"));
    assertThat(service.take()).hasSize(3);
    assertThat(other.take()).isEmpty();
    assertThat(method.take()).hasSize(3);
    assertThat(failed.take()).singleElement().satisfies(c -> assertThat(c.nanos()).isEqualTo(20));
    assertThat(slow.take()).singleElement().satisfies(c -> assertThat(c.nanos()).isEqualTo(50));
  }

  @Test
  void rate_isBounded_andTheRestIsCounted() {
    Taps.Tap tap = taps.open(new TapFilter(null, null, null, 0, 10), () -> now);
    for (int i = 0; i < 25; i++) {
      call(1, null);
    }
    assertThat(tap.take()).hasSize(10);
    assertThat(tap.takeSkipped()).isEqualTo(15);
    now += 1_000_000_000L;
    call(1, null);
    assertThat(tap.take()).hasSize(1);
    assertThat(tap.takeSkipped()).isZero();
  }

  @Test
  void memory_isBounded_whenNobodyTakes() {
    Taps.Tap tap = taps.open(new TapFilter(null, null, null, 0, 10), () -> now);
    for (int i = 0; i < 100; i++) {
      now += 1_000_000_000L;
      call(1, null);
    }
    assertThat(tap.take()).hasSize(10);
    assertThat(tap.takeSkipped()).isEqualTo(90);
  }
}
