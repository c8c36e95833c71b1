package io.weft.bench;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * A result.
 *
 * @param point what was measured
 * @param subject of whom
 * @param sample what the client saw
 * @param cpuMicros CPU time of client and server for each call or item, in microseconds
 */
record Measurement(Point point, String subject, Sample sample, double cpuMicros) {
  /** The median of several rounds, figure by figure. */
  static Measurement median(List<Measurement> rounds) {
    Measurement first = rounds.get(0);
    return new Measurement(
        first.point,
        first.subject,
        new Sample(
            rounds.stream().mapToLong(round -> round.sample.count()).sum(),
            median(rounds, round -> round.sample.perSecond()),
            median(rounds, round -> round.sample.p50Micros()),
            median(rounds, round -> round.sample.p99Micros())),
        median(rounds, Measurement::cpuMicros));
  }

  private static double median(List<Measurement> rounds, ToDoubleFunction<Measurement> figure) {
    double[] sorted = rounds.stream().mapToDouble(figure).sorted().toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  /** One line of JSON. */
  String toJson() {
    JsonObject json =
        new JsonObject()
            .put("case", point.kind().label())
            .put("subject", subject)
            .put("inFlight", point.inFlight())
            .put("bytes", point.bytes())
            .put("perSecond", Math.round(sample.perSecond()));
    if (point.kind() == Point.Kind.UNARY) {
      json.put("p50Micros", rounded(sample.p50Micros(), 10))
          .put("p99Micros", rounded(sample.p99Micros(), 10))
          .put("cpuMicrosPerCall", rounded(cpuMicros, 100));
    } else {
      json.put("cpuMicrosPerItem", rounded(cpuMicros, 100));
    }
    return json.encode();
  }

  /** A figure with so many steps between two whole numbers. */
  static double rounded(double value, int steps) {
    return (double) Math.round(value * steps) / steps;
  }
}
