package io.weft.node.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import io.weft.telemetry.metrics.FlowKey;
import io.weft.telemetry.metrics.Histogram;
import io.weft.telemetry.metrics.Recorders.Series;
import io.weft.telemetry.metrics.Side;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EdgeHistoryTest {
  private static final long SECOND = 1_000_000_000L;

  private static List<Series> counted(int ok, int failed) {
    Histogram good = new Histogram();
    Histogram bad = new Histogram();
    for (int i = 0; i < ok; i++) {
      good.record(1);
    }
    for (int i = 0; i < failed; i++) {
      bad.record(1);
    }
    FlowKey key = new FlowKey(Side.CLIENT, "shop.Cart", "shop.Stock", "take");
    FlowKey served = new FlowKey(Side.SERVER, "n1", "shop.Cart", "add");
    Map<String, Histogram> outcomes = Map.of("OK", good, "INTERNAL", bad);
    return List.of(new Series(key, 0, 0, 0, outcomes), new Series(served, 0, 0, 0, outcomes));
  }

  @Test
  void edges_areThoseOfTheLastMinute() {
    EdgeHistory history = new EdgeHistory();
    for (int second = 0; second <= 300; second += 5) {
      history.add(counted(second * 10, second), second * SECOND);
    }
    var edges = history.edges(counted(3_040, 304), 304 * SECOND);
    assertThat(edges).hasSize(1);
    JsonObject edge = edges.getJsonObject(0);
    assertThat(edge.getString("caller")).isEqualTo("shop.Cart");
    assertThat(edge.getString("callee")).isEqualTo("shop.Stock");
    double seconds = edge.getDouble("seconds");
    assertThat(seconds).isBetween(60.0, 65.0);
    assertThat(edge.getLong("calls")).isEqualTo((long) (seconds * 11));
    assertThat(edge.getLong("failed")).isEqualTo((long) seconds);
  }

  @Test
  void edges_withoutCallsAreLeftOut() {
    EdgeHistory history = new EdgeHistory();
    history.add(counted(10, 1), 0);
    assertThat(history.edges(counted(10, 1), 10 * SECOND)).isEmpty();
    assertThat(history.edges(counted(11, 1), 10 * SECOND)).hasSize(1);
  }
}
