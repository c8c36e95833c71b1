package io.weft.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class RatioTest {
  @Test
  void of_manyInFlight_throughputOnly() {
    List<Ratio> ratios =
        Ratio.of(
            List.of(
                Results.unary("weft", 512, 2_000_000, 250),
                Results.unary("grpc-java", 512, 160_000, 3_000),
                Results.unary("grpc-java", 64, 1, 1)));
    assertThat(ratios).hasSize(1);
    assertThat(ratios.get(0).toJson())
        .isEqualTo(
            "{\"ratio\":\"weft/grpc-java\",\"case\":\"unary\",\"inFlight\":512,\"value\":12.5}");
  }

  @Test
  void of_oneInFlight_alsoP50() {
    List<Ratio> ratios =
        Ratio.of(
            List.of(
                Results.unary("event-bus", 1, 10_000, 80), Results.unary("weft", 1, 12_000, 60)));
    assertThat(ratios)
        .extracting(Ratio::metric)
        .containsExactly(Ratio.Metric.THROUGHPUT, Ratio.Metric.P50);
    assertThat(ratios.get(1).value()).isCloseTo(0.75, within(1e-9));
    assertThat(ratios.get(1).toJson())
        .isEqualTo(
            "{\"ratio\":\"weft/event-bus\",\"metric\":\"p50\",\"case\":\"unary\",\"inFlight\":1,"
                + "\"value\":0.75}");
  }

  @Test
  void of_stream_throughput() {
    List<Ratio> ratios =
        Ratio.of(List.of(Results.stream("weft", 3e6), Results.stream("grpc-java", 1e6)));
    assertThat(ratios).hasSize(1);
    assertThat(ratios.get(0).point().kind()).isEqualTo(Point.Kind.STREAM);
    assertThat(ratios.get(0).value()).isCloseTo(3, within(1e-9));
  }

  @Test
  void of_withoutWeft_none() {
    assertThat(Ratio.of(List.of(Results.stream("grpc-java", 1), Results.stream("netsocket", 1))))
        .isEmpty();
  }
}
