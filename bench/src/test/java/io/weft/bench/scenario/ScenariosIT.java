package io.weft.bench.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Short runs on real processes; the goals are those of the commands. */
class ScenariosIT {
  @Test
  void wedge_oneOfThreeStops_ejectedAndBack() throws Exception {
    Wedge wedge = Wedge.run(new Wedge.Plan(200, 4_000, 6_000));
    assertThat(wedge.ejectMillis()).as("ejected after").isBetween(0L, 2_000L);
    assertThat(wedge.suffered()).as("failed or slow calls").isLessThanOrEqualTo(10);
    assertThat(wedge.returnMillis()).as("back after").isBetween(0L, 15_000L);
    assertThat(wedge.falseEjections()).as("ejections without a fault").isZero();
  }

  @Test
  void flaky_oneOfThreeFailsHalf_callsSucceed() throws Exception {
    Flaky flaky = Flaky.run(200, 5_000);
    assertThat(flaky.successRate()).isGreaterThanOrEqualTo(0.999);
    assertThat(flaky.retryRate()).as("it failed at all").isPositive().isLessThanOrEqualTo(0.2);
  }
}
