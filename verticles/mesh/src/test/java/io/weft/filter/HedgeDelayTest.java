package io.weft.filter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class HedgeDelayTest {
  @Test
  void nanos_isUnknownBeforeFiftyAnswers() {
    HedgeDelay delay = new HedgeDelay();
    for (int i = 0; i < 49; i++) {
      delay.add(1_000_000);
      assertThat(delay.nanos()).isEqualTo(HedgeDelay.UNKNOWN);
    }
    delay.add(1_000_000);
    assertThat(delay.nanos()).isBetween(1_000_000L, 1_130_000L);
  }

  @Property
  void nanos_isThe95thPercentileAndAtMostAnEighthMore(
      @ForAll long seed, @ForAll @LongRange(min = 8, max = 10_000_000_000L) long slowest) {
    HedgeDelay delay = new HedgeDelay();
    long[] nanos = new Random(seed).longs(64 * 40 + 50, 8, slowest + 1).toArray();
    LongStream.of(nanos).forEach(delay::add);
    long[] sorted = LongStream.of(nanos).sorted().toArray();
    long exact = sorted[(int) (sorted.length * 0.95) - 1];
    long over = sorted[Math.min(sorted.length - 1, (int) (sorted.length * 0.955))];
    assertThat(delay.nanos()).isGreaterThanOrEqualTo(exact).isLessThanOrEqualTo(over * 9 / 8 + 2);
  }

  @Test
  void nanos_followsAServiceThatGetsFaster() {
    HedgeDelay delay = new HedgeDelay();
    for (int i = 0; i < 20_000; i++) {
      delay.add(100_000_000);
    }
    for (int i = 0; i < 200_000; i++) {
      delay.add(1_000_000);
    }
    assertThat(delay.nanos()).isLessThan(1_200_000);
  }
}
