package io.weft.bench;

import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Weft's figure divided by a peer's at the same point.
 *
 * @param peer the peer
 * @param point where
 * @param metric which figure
 * @param value the quotient
 */
record Ratio(String peer, Point point, Metric metric, double value) {
  private static final String SUBJECT = "weft";
  private static final List<String> PEERS =
      List.of("grpc-java", "vertx-service-proxy", "event-bus", "nats", "netsocket");

  /** What is divided. */
  enum Metric {
    /** Calls or items a second: more is better. */
    THROUGHPUT,
    /** The median latency: less is better. */
    P50
  }

  /** All ratios that the results allow, of payloads of 100 bytes. */
  static List<Ratio> of(List<Measurement> results) {
    List<Ratio> ratios = new ArrayList<>();
    for (Measurement own : results) {
      if (!own.subject().equals(SUBJECT) || own.point().bytes() != Point.RATIO_BYTES) {
        continue;
      }
      for (String peer : PEERS) {
        find(results, peer, own.point()).ifPresent(other -> compare(own, other, ratios));
      }
    }
    return ratios;
  }

  private static Optional<Measurement> find(List<Measurement> results, String peer, Point point) {
    return results.stream()
        .filter(result -> result.subject().equals(peer) && result.point().equals(point))
        .findFirst();
  }

  private static void compare(Measurement own, Measurement other, List<Ratio> ratios) {
    Point point = own.point();
    double throughput = own.sample().perSecond() / other.sample().perSecond();
    ratios.add(new Ratio(other.subject(), point, Metric.THROUGHPUT, throughput));
    if (point.kind() == Point.Kind.UNARY && point.inFlight() == 1) {
      double p50 = own.sample().p50Micros() / other.sample().p50Micros();
      ratios.add(new Ratio(other.subject(), point, Metric.P50, p50));
    }
  }

  /** Both names. */
  String label() {
    return SUBJECT + "/" + peer;
  }

  /** One line of JSON. */
  String toJson() {
    JsonObject json = new JsonObject().put("ratio", label());
    if (metric == Metric.P50) {
      json.put("metric", "p50");
    }
    return json.put("case", point.kind().label())
        .put("inFlight", point.inFlight())
        .put("value", Measurement.rounded(value, 1000))
        .encode();
  }
}
