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
      counts.sample(TimeUnit.SECONDS.toNanos(second));
      if (second == 2) {
        assertThat(perSecond(counts, second)).isEqualTo(100);
      }
    }
    assertThat(perSecond(counts, 11)).isEqualTo(8);
  }

  private static long perSecond(Counts counts, long second) {
    return counts.snapshot(TimeUnit.SECONDS.toNanos(second)).getLong("perSecond");
  }
}
