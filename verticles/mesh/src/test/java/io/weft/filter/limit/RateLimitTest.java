package io.weft.filter.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.weft.call.Call;
import io.weft.call.CallFailure;
import io.weft.contract.Code;
import io.weft.contract.Fate;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class RateLimitTest {
  private static final long MILLI = 1_000_000;
  private final Refusals refusals = new Refusals();

  private static int passed(RateLimit limit, Call call, int times, long now) {
    int passed = 0;
    for (int i = 0; i < times; i++) {
      passed += limit.enter(call, now) == null ? 1 : 0;
    }
    return passed;
  }

  @Test
  void enter_burstThenRate() {
    RateLimit limit = new RateLimit(10, 5, refusals);
    Call anna = Calls.of("anna");
    assertThat(passed(limit, anna, 20, 0)).isEqualTo(5);
    CallFailure refused = limit.enter(anna, 40 * MILLI);
    assertThat(refused.code()).isEqualTo(Code.RESOURCE_EXHAUSTED);
    assertThat(refused.fate()).isEqualTo(Fate.NOT_PROCESSED);
    assertThat(refused.retryAfterMillis()).isEqualTo(61);
    assertThat(refused).hasMessageContaining("principal anna").hasMessageContaining("10 a second");
    assertThat(limit.enter(anna, 101 * MILLI)).isNull();
    assertThat(passed(limit, anna, 20, 10_000 * MILLI)).isEqualTo(5);
  }

  @Test
  void enter_hintIsKept_passes() {
    RateLimit limit = new RateLimit(3, 1, refusals);
    Call call = Calls.of("anna");
    long now = 0;
    for (int i = 0; i < 50; i++) {
      CallFailure refused = limit.enter(call, now);
      if (refused != null) {
        now += refused.retryAfterMillis() * MILLI;
        assertThat(limit.enter(call, now)).isNull();
      }
    }
  }

  @Test
  void enter_principalsAndMethods_haveBucketsOfTheirOwn() {
    RateLimit limit = new RateLimit(1, 2, refusals);
    assertThat(passed(limit, Calls.of("anna"), 5, 0)).isEqualTo(2);
    assertThat(passed(limit, Calls.of("bert"), 5, 0)).isEqualTo(2);
    assertThat(passed(limit, Calls.at(0), 5, 0)).isEqualTo(2);
    assertThat(passed(limit, Calls.at(Calls.method(2), 0), 5, 0)).isEqualTo(2);
    assertThat(limit.enter(Calls.at(0), 0)).hasMessageContaining("callers without a principal");
    assertThat(refusals.snapshot().rate()).isEqualTo(13);
  }

  @Test
  void enter_burstNotGiven_asManyAsASecondBrings() {
    assertThat(passed(new RateLimit(7, 0, refusals), Calls.at(0), 20, 0)).isEqualTo(7);
    assertThat(passed(new RateLimit(0.1, 0, refusals), Calls.at(0), 20, 0)).isEqualTo(1);
  }

  @Test
  void buckets_manyPrincipals_bounded() {
    RateLimit limit = new RateLimit(1, 1, refusals);
    for (int i = 0; i < 30_000; i++) {
      limit.enter(Calls.of("p" + i), i);
    }
    assertThat(limit.size()).isLessThanOrEqualTo(10_001);
    // The idle ones make room: then strangers have buckets of their own again.
    long later = 5_000 * MILLI;
    assertThat(passed(limit, Calls.of("x"), 5, later)).isEqualTo(1);
    assertThat(passed(limit, Calls.of("y"), 5, later)).isEqualTo(1);
    assertThat(limit.size()).isLessThan(10);
  }

  @Property(tries = 300)
  void enter_anyTimes_neverMoreThanBurstAndRateInAnySpan(
      @ForAll @Size(max = 200) List<@IntRange(max = 300) Integer> pauses,
      @ForAll @IntRange(min = 1, max = 50) int perSecond,
      @ForAll @IntRange(min = 1, max = 9) int burst) {
    RateLimit limit = new RateLimit(perSecond, burst, new Refusals());
    List<Long> passed = new ArrayList<>();
    long now = 0;
    for (int pause : pauses) {
      now += pause * MILLI;
      if (limit.enter(Calls.at(0), now) == null) {
        passed.add(now);
      }
    }
    for (int i = 0; i < passed.size(); i++) {
      for (int k = i; k < passed.size(); k++) {
        double seconds = (passed.get(k) - passed.get(i)) / 1e9;
        assertThat((double) (k - i + 1)).isLessThanOrEqualTo(burst + perSecond * seconds + 1e-6);
      }
    }
  }
}
