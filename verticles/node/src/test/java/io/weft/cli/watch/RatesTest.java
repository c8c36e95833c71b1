package io.weft.cli.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.weft.telemetry.metrics.Histogram;
import io.weft.telemetry.metrics.Side;
import java.util.List;
import org.junit.jupiter.api.Test;

class RatesTest {
  private static JsonObject node(String id, long seconds, long failed, long... nanos) {
    Histogram histogram = new Histogram();
    for (long n : nanos) {
      histogram.record(n);
    }
    JsonObject buckets = new JsonObject();
    histogram.fineCounts().forEach((bucket, count) -> buckets.put("" + bucket, count));
    JsonObject series =
        new JsonObject()
            .put("side", "SERVER")
            .put("caller", "n1")
            .put("service", "shop.Cart")
            .put("method", "add")
            .put("count", (long) nanos.length)
            .put("failed", failed)
            .put("inFlight", 2)
            .put("buckets", buckets);
    return new JsonObject()
        .put("node", id)
        .put("nanos", seconds * 1_000_000_000L)
        .put("series", new JsonArray().add(series))
        .put("breakers", new JsonObject().put("shop.Cart", id.equals("b") ? "open" : "closed"));
  }

  @Test
  void between_addsUpNodes_andForgetsTheTimeBefore() {
    JsonArray before =
        new JsonArray().add(node("a", 0, 1, 9_000_000_000L)).add(node("b", 0, 0, 9_000_000_000L));
    JsonArray now =
        new JsonArray()
            .add(node("a", 2, 2, 9_000_000_000L, 1_000_000, 1_000_000))
            .add(node("b", 2, 0, 9_000_000_000L, 1_000_000, 80_000_000));
    List<Rates.Row> rows = Rates.between(before, now, Side.SERVER);
    assertThat(rows).hasSize(1);
    Rates.Row row = rows.get(0);
    assertThat(row.service()).isEqualTo("shop.Cart");
    assertThat(row.rate()).isEqualTo(2);
    assertThat(row.errors()).isEqualTo(0.5);
    assertThat(row.p50Millis()).isCloseTo(1, within(0.07));
    assertThat(row.p99Millis()).isCloseTo(80, within(5.4));
    assertThat(row.inFlight()).isEqualTo(4);
    assertThat(row.breaker()).isEqualTo("open");
    assertThat(Rates.between(before, now, Side.CLIENT)).isEmpty();
  }

  @Test
  void between_leavesOutNodesThatAreNewOrSilent() {
    JsonArray before = new JsonArray().add(node("a", 0, 0));
    JsonArray now =
        new JsonArray()
            .add(node("a", 1, 0, 1_000))
            .add(node("new", 1, 0, 1_000, 1_000, 1_000))
            .add(new JsonObject().put("node", "c").put("name", "n3").put("silent", "timeout"));
    assertThat(Rates.between(before, now, Side.SERVER).get(0).rate()).isEqualTo(1);
  }

  @Test
  void graph_escapesNames() {
    List<Graph.Edge> edges = List.of(new Graph.Edge("a\"b", "c\\d", 1.5, 0.25));
    assertThat(Graph.dot(edges))
        .contains("\"a\\\"b\" -> \"c\\\\d\" [label=\"1.5/s 25.0% errors\", color=red];");
    assertThat(Graph.mermaid(edges)).contains("n0[\"a#quot;b\"]").contains("n0 -->|\"1.5/s 25.0%");
  }
}
