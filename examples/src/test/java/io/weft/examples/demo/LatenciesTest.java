package io.weft.examples.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LatenciesTest {
  @Test
  void quantile_withoutValues_isZero() {
    assertThat(new Latencies().quantile(0.99)).isZero();
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 31, 32, 33, 63, 64, 1_000, 123_456, 1L << 40, Long.MAX_VALUE})
  void quantile_ofOneValue_isAtMostAStepTooMuch(long value) {
    Latencies latencies = new Latencies();
    latencies.add(value);
    assertThat(latencies.quantile(0.5))
        .isBetween(value, value + value / 32 < 0 ? Long.MAX_VALUE : value + value / 32);
  }

  @Test
  void quantile_ofManyValues_findsTheRank() {
    Latencies latencies = new Latencies();
    for (int i = 1; i <= 10_000; i++) {
      latencies.add(i);
    }
    assertThat(latencies.quantile(0.99)).isBetween(9_900L, 10_210L);
    assertThat(latencies.quantile(0.5)).isBetween(5_000L, 5_157L);
    assertThat(latencies.quantile(1)).isGreaterThanOrEqualTo(10_000);
  }

  @Test
  void add_negative_countsAsZero() {
    Latencies latencies = new Latencies();
    latencies.add(-5);
    assertThat(latencies.quantile(1)).isZero();
  }
}
