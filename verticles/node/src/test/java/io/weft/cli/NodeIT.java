package io.weft.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.internal.VertxInternal;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.weft.cli.WeftJar.Node;
import io.weft.cli.WeftJar.Result;
import io.weft.node.userjar.LedgerService;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two nodes run a user's jar; the command line works on them as a person would. */
@Tag("cluster")
class NodeIT {
  private static final String ENTRY =
      "{\"title\":\"rent\",\"amount\":9007199254740993,\"weight\":\"HEAVY\",\"tags\":[\"a\"],"
          + "\"counts\":{\"x\":1},\"at\":\"2026-01-31T12:00:00Z\"}";

  @TempDir static Path folder;
  private static WeftJar weft;
  private static List<Node> nodes;
  private static Node first;

  @BeforeAll
  static void start() {
    weft = new WeftJar(folder);
    Path jar = weft.userJar(LedgerService.class);
    nodes =
        weft.nodes(
            2,
            "--jar",
            jar.toString(),
            "--service",
            LedgerService.class.getName(),
            "--service",
            "io.weft.examples.legacy.WordList");
    first = nodes.get(0);
    await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () -> weft.run(first, "services", "-o", "json").out().split("\"ready\":2").length == 3);
  }

  @AfterAll
  static void end() throws InterruptedException {
    weft.close();
  }

  private static void refused(int exitCode, String message, String... args) {
    Result result = weft.run(first, args);
    assertThat(result.err()).contains(message);
    assertThat(result.exitCode()).isEqualTo(exitCode);
    assertThat(result.out()).isEmpty();
  }

  @Test
  void nodes_listsBoth() {
    JsonArray list = new JsonArray(weft.run(nodes.get(1), "nodes", "-o", "json").out());
    assertThat(list.stream().map(n -> ((JsonObject) n).getString("name")))
        .containsExactly("n1", "n2");
    assertThat(weft.run(first, "nodes").out()).contains("NAME").contains("n1 *").contains("Ledger");
  }

  @Test
  void services_andDescribe() {
    JsonArray services = new JsonArray(weft.run(first, "services", "-o", "json").out());
    assertThat(services.getJsonObject(0).getString("service")).endsWith(".Ledger");
    Result text = weft.run(first, "describe", "Ledger");
    assertThat(text.exitCode()).isZero();
    assertThat(text.out())
        .contains("count", "server stream")
        .contains("weight: one of LIGHT, HEAVY")
        .contains("weft call Ledger/add '{\"a\":1.5,\"b\":1.5}'");
  }

  @Test
  void services_plainOnes() {
    JsonArray services = new JsonArray(weft.run(first, "services", "-o", "json").out());
    JsonObject legacy = services.getJsonObject(1);
    assertThat(legacy.getString("kind")).isEqualTo("proxygen");
    assertThat(legacy.getString("service")).isEqualTo("io.weft.examples.legacy.Legacy");
    assertThat(legacy.getString("address")).isEqualTo("io.weft.examples.legacy.Legacy");
    assertThat(legacy.getJsonArray("nodes")).containsExactly("n1", "n2");
    assertThat(weft.run(first, "services").out()).contains("2/2    proxygen");
    assertThat(weft.run(first, "nodes").out()).contains("Legacy, Ledger");
    Result text = weft.run(first, "describe", "Legacy");
    assertThat(text.err()).isEmpty();
    assertThat(text.out())
        .contains("a plain @ProxyGen service on its own name, 2 of 2 ready")
        .contains("weft call Legacy/shout");
    assertThat(weft.run(first, "call", "Legacy/shout", "{\"text\":\"warp\"}").out())
        .isEqualTo("\"WARP\"\n");
    refused(3, "no method \"shot\"", "call", "Legacy/shot", "{}");
  }

  @Test
  void call_unary() {
    Result result = weft.run(first, "call", "Ledger/add", "{\"a\":5,\"b\":3}");
    assertThat(result.err()).isEmpty();
    assertThat(result.out()).isEqualTo("8.0\n");
    assertThat(result.exitCode()).isZero();
    assertThat(weft.run(first, "call", "io.weft.node.userjar.Ledger/Add", "{\"a\":1}").out())
        .isEqualTo("1.0\n");
    assertThat(weft.run(first, "call", "Ledger/some", "{\"n\":3}").out()).isEqualTo("[0,1,2]\n");
    assertThat(new JsonObject(weft.run(first, "call", "Ledger/echo", ENTRY).out()))
        .isEqualTo(new JsonObject(ENTRY));
  }

  @Test
  void call_serverStream() {
    Result result = weft.run(first, "call", "Ledger/count", "{\"n\":5}");
    assertThat(result.lines()).containsExactly("0", "1", "2", "3", "4");
    assertThat(result.exitCode()).isZero();
  }

  @Test
  void call_endsWhenNobodyReads() throws Exception {
    Process call =
        weft.piped("call", "Ledger/count", "{\"n\":2000000000}", "--admin", first.address());
    try (InputStream out = call.getInputStream()) {
      assertThat(out.read()).isEqualTo('0');
    }
    assertThat(call.waitFor(20, TimeUnit.SECONDS)).isTrue();
    assertThat(call.getErrorStream().readAllBytes()).isEmpty();
    assertThat(call.exitValue()).isZero();
  }

  @Test
  void log_namesWhoWasThereBefore() {
    for (Node node : nodes) {
      String other = node == first ? "n2" : "n1";
      assertThat(WeftJar.read(node.log())).contains("node " + other + " is there (");
    }
  }

  @Test
  void stats_tellsTheVersionOfVertx() {
    assertThat(weft.stats(first).getString("vertx")).isEqualTo(VertxInternal.version());
  }

  @Test
  void call_clientStream() {
    assertThat(weft.run(first, "call", "Ledger/sum", "1", "2", "39").out()).isEqualTo("42\n");
    String numbers =
        IntStream.rangeClosed(1, 20_000)
            .mapToObj(Integer::toString)
            .collect(Collectors.joining("\n"));
    assertThat(weft.runWith(numbers, first, "call", "Ledger/sum", "-").out())
        .isEqualTo("200010000\n");
  }

  @Test
  void call_bidirectional() {
    String numbers =
        IntStream.rangeClosed(1, 20_000)
            .mapToObj(Integer::toString)
            .collect(Collectors.joining("\n"));
    Result result = weft.runWith(numbers, first, "call", "Ledger/twice", "-");
    assertThat(result.err()).isEmpty();
    assertThat(result.lines()).hasSize(20_000).endsWith("40000");
  }

  @Test
  void call_oneWay() {
    assertThat(weft.run(first, "call", "Ledger/log", "{\"line\":\"x\"}").exitCode()).isZero();
  }

  @Test
  void call_wrongNames() {
    refused(
        3,
        "no service \"Leger\"; did you mean io.weft.node.userjar.Ledger?",
        "call",
        "Leger/add",
        "{}");
    refused(
        3,
        "no method \"ad\" in io.weft.node.userjar.Ledger; did you mean add?",
        "call",
        "Ledger/ad",
        "{}");
    refused(2, "unknown field \"c\"", "call", "Ledger/add", "{\"c\":1}");
    refused(
        2, "field \"a\" takes double; given: \"five\"", "call", "Ledger/add", "{\"a\":\"five\"}");
    refused(2, "not JSON", "call", "Ledger/add", "{a:1}");
    refused(2, "value 2: request takes int; given: \"x\"", "call", "Ledger/sum", "1", "\"x\"");
    refused(3, "no service \"Nothing\"", "describe", "Nothing");
  }

  @Test
  void call_failureOfTheHandler() {
    refused(
        1, "FAILED_PRECONDITION: not today", "call", "Ledger/fail", "{\"reason\":\"not today\"}");
  }

  @Test
  void call_deadline() {
    refused(
        4, "DEADLINE_EXCEEDED", "call", "Ledger/slow", "{\"millis\":20000}", "--deadline", "300ms");
  }

  @Test
  void publishAndSubscribe() {
    Path log = folder.resolve("events.log");
    Process subscriber =
        weft.background(
            log,
            "subscribe",
            "news.*",
            "--count",
            "2",
            "-o",
            "json",
            "--admin",
            nodes.get(1).address());
    await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () ->
                new JsonObject(
                            weft.run(first, "publish", "news.local", "{\"n\":1}", "-o", "json")
                                .out())
                        .getInteger("subscriptions")
                    > 0);
    weft.run(first, "publish", "news.local", "{\"n\":2}");
    weft.run(first, "publish", "news.local", "{\"n\":3}");
    await().atMost(Duration.ofSeconds(20)).until(() -> !subscriber.isAlive());
    assertThat(subscriber.exitValue()).isZero();
    assertThat(WeftJar.read(log))
        .contains("\"topic\":\"news.local\"")
        .contains("\"value\":{\"n\":");
  }

  @Test
  void admin_keepsPagesOut() {
    assertThat(weft.get(first, "/nodes").statusCode()).isEqualTo(200);
    assertThat(weft.get(first, "/nodes", "Origin", "http://evil.example").statusCode())
        .isEqualTo(403);
    String own = "http://127.0.0.1:" + first.admin();
    assertThat(weft.get(first, "/nodes", "Origin", own).statusCode()).isEqualTo(200);
    for (String other :
        List.of(
            "http://127.0.0.1",
            "http://127.0.0.1:" + nodes.get(1).admin(),
            "http://localhost:" + first.admin(),
            own.replace("http:", "https:"),
            "null")) {
      assertThat(weft.get(first, "/nodes", "Origin", other).statusCode()).as(other).isEqualTo(403);
    }
    assertThat(weft.get(first, "/nodez").body()).contains("did you mean /nodes?");
    assertThat(weft.post(first, "/call/Ledger/add", "{\"a\":1,\"b\":2}").body()).isEqualTo("3.0\n");
    assertThat(weft.post(first, "/call/Ledger/count", "{\"n\":3}").body()).isEqualTo("0\n1\n2\n");
  }
}
