package io.weft.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.weft.cli.WeftJar.Node;
import io.weft.cli.WeftJar.Result;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two nodes run the demo's load; an operator looks at what happens. */
@Tag("cluster")
class WatchIT {
  private static final String CALCULATOR = "io.weft.examples.Calculator";
  private static final Pattern SAMPLE =
      Pattern.compile("[a-zA-Z_:][a-zA-Z0-9_:]*(\\{.*})? (-?[0-9.eE+-]+|NaN|[+-]Inf)( [0-9.]+)?");

  @TempDir static Path folder;
  private static WeftJar weft;
  private static Node first;

  @BeforeAll
  static void start() {
    weft = new WeftJar(folder);
    List<Node> nodes =
        weft.nodes(
            2,
            "--log-format",
            "json",
            "--service",
            "io.weft.examples.SimpleCalculator",
            "--service",
            "io.weft.examples.EnglishGreeter",
            "--service",
            "io.weft.examples.users.MemoryUsers",
            "--service",
            "io.weft.examples.alerts.AlertLog",
            "--service",
            "io.weft.examples.alerts.AlertDesk",
            "--service",
            "io.weft.examples.dashboard.ParallelDashboard",
            "--service",
            "io.weft.examples.legacy.WordList",
            "--service",
            "io.weft.examples.demo.DemoLoad");
    first = nodes.get(0);
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> scrape().contains("rpc_method=\"" + CALCULATOR + "/add\""));
  }

  @AfterAll
  static void end() throws InterruptedException {
    weft.close();
  }

  private static String scrape() {
    return weft.get(first, "/metrics").body();
  }

  @Test
  void metrics_parse_andHaveTheNormsNames() {
    HttpResponse<String> answer = weft.get(first, "/metrics");
    assertThat(answer.headers().firstValue("Content-Type"))
        .contains("text/plain; version=0.0.4; charset=utf-8");
    assertThat(answer.body().lines().filter(line -> !line.startsWith("#")))
        .allSatisfy(line -> assertThat(line).matches(SAMPLE));
    assertThat(answer.body())
        .contains("# TYPE rpc_client_call_duration_seconds histogram")
        .contains("# TYPE rpc_server_call_duration_seconds histogram")
        .contains("rpc_server_call_duration_seconds_bucket{callee=\"" + CALCULATOR + "\"")
        .contains("rpc_status_code=\"OK\",rpc_system_name=\"weft\",le=\"0.005\"}")
        .contains("weft_client_attempt_duration_seconds_count{")
        .contains("weft_registry_nodes{state=\"UP\"} 2")
        .contains("weft_link_batches_sent_total")
        .contains("weft_topic_published_total")
        .contains("weft_eventloop_lag_seconds")
        .contains("jvm_memory_used_bytes");
  }

  @Test
  void metrics_openMetricsWhenAsked() {
    HttpResponse<String> answer =
        weft.get(first, "/metrics", "Accept", "application/openmetrics-text; version=1.0.0");
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/openmetrics-text");
    assertThat(answer.body()).endsWith("# EOF\n");
  }

  @Test
  void top_showsTheDemosCalls() {
    Result result = weft.run(first, "top", "-o", "json");
    assertThat(result.err()).isEmpty();
    assertThat(result.exitCode()).isZero();
    JsonObject sample = new JsonObject(result.out());
    assertThat(sample.getInteger("nodes")).isEqualTo(2);
    assertThat(sample.getJsonArray("silent")).isEmpty();
    JsonObject add =
        sample.getJsonArray("methods").stream()
            .map(row -> (JsonObject) row)
            .filter(row -> row.getString("service").equals(CALCULATOR))
            .filter(row -> row.getString("method").equals("add"))
            .findFirst()
            .orElseThrow();
    assertThat(add.getDouble("rate")).isPositive();
    assertThat(add.getDouble("errors")).isZero();
    assertThat(add.getDouble("p50Millis")).isPositive();
    assertThat(add.getDouble("p99Millis")).isGreaterThanOrEqualTo(add.getDouble("p50Millis"));
    assertThat(weft.run(first, "top", "--client").out()).contains("RATE/S").contains(CALCULATOR);
  }

  @Test
  void tap_showsCallsOfAllNodes() {
    Result result = weft.run(first, "tap", "Calculator/add", "--count", "200", "-o", "json");
    assertThat(result.exitCode()).isZero();
    List<JsonObject> calls = result.lines().stream().map(JsonObject::new).toList();
    assertThat(calls)
        .hasSize(200)
        .allSatisfy(
            call -> {
              assertThat(call.getString("service")).isEqualTo(CALCULATOR);
              assertThat(call.getString("method")).isEqualTo("add");
              assertThat(call.getString("code")).isEqualTo("OK");
              assertThat(call.getLong("nanos")).isPositive();
            });
    assertThat(calls).extracting(call -> call.getString("node")).contains("n1", "n2");
    assertThat(weft.run(first, "tap", "--count", "1").out()).contains(" -> ").contains(" ms");
  }

  @Test
  void edges_inAllLanguages() {
    JsonArray edges =
        new JsonObject(weft.run(first, "edges", "-o", "json").out()).getJsonArray("edges");
    assertThat(edges.stream().map(e -> (JsonObject) e))
        .anySatisfy(
            edge -> {
              assertThat(edge.getString("caller")).isEqualTo("n1");
              assertThat(edge.getString("callee")).isEqualTo(CALCULATOR);
              assertThat(edge.getDouble("rate")).isPositive();
              assertThat(edge.getDouble("errorShare")).isZero();
            });
    assertThat(weft.run(first, "edges").out()).contains("CALLER").contains(CALCULATOR);
    assertThat(weft.run(first, "edges", "-o", "dot").out())
        .startsWith("digraph mesh {")
        .contains("\"n1\" -> \"" + CALCULATOR + "\"");
    assertThat(weft.run(first, "edges", "-o", "mermaid").out())
        .startsWith("flowchart LR")
        .contains("[\"" + CALCULATOR + "\"]");
    Result refused = weft.run(first, "nodes", "-o", "dot");
    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.err()).contains("expected: table or json");
  }

  @Test
  void wrongOptions_areRefused() {
    assertThat(weft.run(first, "tap", "--min", "soon").exitCode()).isEqualTo(2);
    assertThat(weft.run(first, "tap", "--rate", "0").exitCode()).isEqualTo(2);
    assertThat(weft.run(first, "top", "--interval", "1").exitCode()).isEqualTo(2);
  }

  @Test
  void logs_areObjects() {
    assertThat(WeftJar.read(first.log()).lines().filter(line -> line.contains("is ready after")))
        .singleElement()
        .satisfies(
            line -> {
              JsonObject json = new JsonObject(line);
              assertThat(json.getString("level")).isEqualTo("INFO");
              assertThat(json.getString("node")).isEqualTo("n1");
              assertThat(json.getString("logger")).isEqualTo("io.weft.node.WeftNode");
              assertThat(json.getString("msg")).contains("is ready after");
              assertThat(json.getString("ts")).endsWith("Z");
            });
  }
}
