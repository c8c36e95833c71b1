package io.weft.examples.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class CountsTest {
  @Test
  void perSecond_isThatOfTheLastFiveSeconds() {
    Counts counts = new Counts(0);
    for (int second = 1; second <= 10; second++) {
      for (int i = 0; i < (second <= 5 ? 100 : 10); i++) {
        counts.good(Pattern.UNARY);
      }
      counts.nextSecond(TimeUnit.SECONDS.toNanos(second));
      if (second == 2) {
        assertThat(perSecond(counts, second)).isEqualTo(100);
      }
    }
    assertThat(perSecond(counts, 11)).isEqualTo(8);
  }

  @Test
  void p99_forgetsWhatIsOlderThanFiveSeconds() {
    Counts counts = new Counts(0);
    counts.took(TimeUnit.SECONDS.toNanos(1));
    for (int second = 1; second <= 5; second++) {
      assertThat(p99(counts)).isBetween(1_000_000L, 1_031_250L);
      counts.nextSecond(TimeUnit.SECONDS.toNanos(second));
    }
    assertThat(p99(counts)).isZero();
    counts.took(TimeUnit.MICROSECONDS.toNanos(20));
    assertThat(p99(counts)).isEqualTo(20);
  }

  private static long p99(Counts counts) {
    return counts.snapshot(1).getLong("p99Micros");
  }

  private static long perSecond(Counts counts, long second) {
    return counts.snapshot(TimeUnit.SECONDS.toNanos(second)).getLong("perSecond");
  }
}
