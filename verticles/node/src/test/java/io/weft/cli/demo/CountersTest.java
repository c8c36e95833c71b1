package io.weft.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;

class CountersTest {
  private static JsonObject snapshot(long calls, long failed, long each) {
    JsonObject patterns = new JsonObject();
    Counters.PATTERNS.forEach(name -> patterns.put(name, (double) each));
    return new JsonObject()
        .put("calls", (double) calls)
        .put("failed", failed)
        .put("p99Micros", calls / 10)
        .put("patterns", patterns);
  }

  @Test
  void report_sumsNodesAndKeepsLostOnes() {
    Counters counters = new Counters();
    counters.add("demo-1", snapshot(100, 0, 5));
    counters.add("demo-2", snapshot(300, 0, 10));
    counters.add("demo-1", snapshot(200, 0, 10));
    JsonObject report = counters.report(3, 2);
    assertThat(report.getLong("calls")).isEqualTo(500);
    assertThat(report.getLong("perSecond")).isEqualTo(250);
    assertThat(report.getLong("p99Micros")).isEqualTo(30);
    assertThat(report.getInteger("nodes")).isEqualTo(3);
    assertThat(report.getJsonObject("patterns").getLong("proxyGen")).isEqualTo(20);
    assertThat(counters.complete()).isTrue();
  }

  @Test
  void complete_needsEveryPatternAndNoFailure() {
    Counters empty = new Counters();
    assertThat(empty.complete()).isFalse();
    Counters failed = new Counters();
    failed.add("demo-1", snapshot(10, 1, 1));
    assertThat(failed.complete()).isFalse();
  }

  @Test
  void tick_tellsTheRate() {
    Counters counters = new Counters();
    counters.add("demo-1", snapshot(100, 0, 1));
    counters.tick(1_000);
    counters.add("demo-1", snapshot(400, 0, 1));
    counters.tick(2_000);
    assertThat(counters.rate()).isEqualTo(150);
  }
}
