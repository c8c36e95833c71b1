package io.weft.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class MeasurementTest {
  private static String print(Report report, List<Measurement> results) {
    StringWriter out = new StringWriter();
    PrintWriter writer = new PrintWriter(out);
    report.results(results, writer);
    report.ratios(Ratio.of(results), writer);
    return out.toString();
  }

  @Test
  void toJson_unary_allFigures() {
    assertThat(Results.unary("weft", 512, 1_234_567.8, 250.06).toJson())
        .isEqualTo(
            "{\"case\":\"unary\",\"subject\":\"weft\",\"inFlight\":512,\"bytes\":100,"
                + "\"perSecond\":1234568,\"p50Micros\":250.1,\"p99Micros\":500.1,"
                + "\"cpuMicrosPerCall\":12.35}");
  }

  @Test
  void toJson_stream_noLatency() {
    assertThat(Results.stream("grpc-java", 700_000).toJson())
        .isEqualTo(
            "{\"case\":\"serverStream\",\"subject\":\"grpc-java\",\"inFlight\":1,\"bytes\":100,"
                + "\"perSecond\":700000,\"cpuMicrosPerItem\":0.5}");
  }

  @Test
  void median_oddAndEven_middle() {
    Measurement low = Results.unary("weft", 1, 10, 1);
    Measurement mid = Results.unary("weft", 1, 20, 2);
    Measurement high = Results.unary("weft", 1, 60, 9);
    assertThat(Measurement.median(List.of(high, low, mid)).sample())
        .isEqualTo(new Sample(3_000, 20, 2, 4));
    assertThat(Measurement.median(List.of(high, low)).sample())
        .isEqualTo(new Sample(2_000, 35, 5, 10));
  }

  @Test
  void sample_throughJson_same() {
    Sample sample = new Sample(7, 1.5, 20.25, 30);
    assertThat(Sample.fromJson(sample.toJson())).isEqualTo(sample);
  }

  @Test
  void json_results_oneObjectALine() {
    List<Measurement> results =
        List.of(Results.stream("weft", 2e6), Results.stream("netsocket", 4e6));
    assertThat(print(Report.JSON, results).lines())
        .hasSize(3)
        .allMatch(line -> line.startsWith("{") && line.endsWith("}"));
  }

  @Test
  void table_results_headAndRows() {
    String text =
        print(
            Report.TABLE,
            List.of(Results.unary("weft", 64, 1_234_567, 70), Results.stream("weft", 5)));
    assertThat(text.lines()).hasSize(3);
    assertThat(text).contains("per second").contains("1,234,567").contains("70.0");
  }

  @Test
  void table_ratios_shown() {
    List<Measurement> results = List.of(Results.stream("weft", 3), Results.stream("netsocket", 2));
    assertThat(print(Report.TABLE, results))
        .containsPattern("weft/netsocket +1 throughput +1\\.50");
  }
}
