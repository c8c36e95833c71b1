package io.weft.telemetry.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class HistogramTest {
  @Property
  void quantile_isNearTheTrueValue(
      @ForAll @Size(min = 1, max = 50)
          List<@LongRange(min = 1_000, max = 100_000_000_000L) Long> nanos,
      @ForAll @LongRange(min = 1, max = 100) long percent) {
    Histogram histogram = new Histogram();
    nanos.forEach(histogram::record);
    int rank = (int) Math.max(1, Math.ceil(nanos.size() * percent / 100.0));
    long exact = nanos.stream().sorted().toList().get(rank - 1);
    double shown = Histogram.quantileNanos(histogram.fineCounts(), percent / 100.0);
    assertThat(shown).isCloseTo(exact, within(exact * 0.0667));
  }

  @Property
  void norm_bucketHoldsTheValue(@ForAll @LongRange(min = 0, max = 20_000_000_000L) long nanos) {
    Histogram histogram = new Histogram();
    histogram.record(nanos);
    long[] counts = histogram.normCounts();
    for (int i = 0; i < counts.length; i++) {
      double above = i == 0 ? -1 : Histogram.NORM_SECONDS.get(i - 1);
      double most = i == counts.length - 1 ? Double.MAX_VALUE : Histogram.NORM_SECONDS.get(i);
      boolean here = nanos / 1e9 > above && nanos / 1e9 <= most;
      assertThat(counts[i]).as(nanos + " in bucket " + i).isEqualTo(here ? 1 : 0);
    }
  }

  @Test
  void norm_isOpenTelemetrys() {
    assertThat(Histogram.NORM_SECONDS)
        .containsExactly(.005, .01, .025, .05, .075, .1, .25, .5, .75, 1.0, 2.5, 5.0, 7.5, 10.0);
  }

  @Test
  void add_sumsEverything() {
    Histogram one = new Histogram();
    one.record(1_000);
    Histogram other = new Histogram();
    other.record(5_000_000_000_000L);
    one.add(other);
    assertThat(one.count()).isEqualTo(2);
    assertThat(one.sumNanos()).isEqualTo(5_000_000_001_000L);
    assertThat(one.maxNanos()).isEqualTo(5_000_000_000_000L);
  }

  @Test
  void quantile_ofNothingIsZero() {
    assertThat(Histogram.quantileNanos(Map.of(), 0.99)).isZero();
  }
}
