package io.weft.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.weft.cli.WeftJar.Node;
import io.weft.node.load.Gauge;
import io.weft.node.load.Storm;
import io.weft.node.load.WorkService;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * One of three nodes goes, under load from one process with deadlines of 10 s: killed, or drained.
 */
@Tag("cluster")
class LossIT {
  private static final int SHORT = 100;
  private static final int SLOW = 300;
  private static final long SLOW_MILLIS = 3_000;
  private static final long NOTICED_MILLIS = 1_000;

  private static final List<String> OUTCOMES = List.of("OK", "UNAVAILABLE UNKNOWN");

  @TempDir Path folder;
  private WeftJar weft;
  private List<Node> nodes;
  private Node caller;
  private Node victim;

  @BeforeEach
  void open() {
    weft = new WeftJar(folder);
    List<String> server =
        List.of(
            "--jar",
            weft.userJar(Gauge.class).toString(),
            "--service",
            WorkService.class.getName());
    List<String> both = new ArrayList<>(server);
    both.addAll(List.of("--service", Storm.class.getName()));
    nodes = weft.nodes(List.of(both, server, server));
    caller = nodes.get(0);
    victim = nodes.get(2);
    await().atMost(Duration.ofSeconds(20)).until(() -> ready("Work") == 3 && ready("Gauge") == 1);
    ask("begin", new JsonObject().put("inFlight", SHORT));
    awaitMore(5_000);
  }

  @AfterEach
  void close() throws InterruptedException {
    weft.close();
  }

  private long ready(String service) {
    return new JsonObject(weft.get(caller, "/services/" + service).body()).getLong("ready", 0L);
  }

  private String ask(String method, JsonObject request) {
    return weft.post(caller, "/call/Gauge/" + method, request.encode()).body();
  }

  private JsonObject counts() {
    return new JsonObject(ask("counts", new JsonObject()));
  }

  /** The load goes on: so many calls more have ended. */
  private void awaitMore(int calls) {
    int wanted = counts().getInteger("ended") + calls;
    await().atMost(Duration.ofSeconds(30)).until(() -> counts().getInteger("ended") >= wanted);
  }

  private void beginSlow() {
    ask("slow", new JsonObject().put("calls", SLOW).put("millis", SLOW_MILLIS));
    await().atMost(Duration.ofSeconds(3)).until(() -> counts().getInteger("slow") == SLOW);
  }

  private void awaitSlow() {
    await().atMost(Duration.ofSeconds(30)).until(() -> counts().getInteger("slow") == 0);
  }

  /**
   * Those who stay say in one line that the victim left, before that perhaps that they leave it
   * alone, and nothing else in alarm.
   */
  private void assertQuiet() {
    for (Node node : nodes) {
      List<String> log = WeftJar.read(node.log()).lines().toList();
      assertThat(log)
          .filteredOn(line -> !line.contains(" WARN  Ejections "))
          .noneMatch(line -> line.contains(" ERROR ") || line.contains(" WARN "));
      if (node != victim) {
        assertThat(log).filteredOn(line -> line.contains("node n3 left")).hasSize(1);
      }
    }
  }

  private List<JsonObject> calls(long at) {
    return new JsonArray(ask("calls", new JsonObject().put("at", at)))
        .stream().map(JsonObject.class::cast).toList();
  }

  /** Where a call's handler began last before a moment; empty when that was never told. */
  private static String place(JsonObject call, long at) {
    String place = "";
    for (Object begun : call.getJsonArray("begun")) {
      JsonObject where = (JsonObject) begun;
      place = where.getLong("at") <= at ? where.getString("node") : place;
    }
    return place;
  }

  /** When the mesh gave up waiting for the victim: the next attempt began, or the caller knew. */
  private static long noticed(JsonObject call, long at) {
    long noticed = call.getLong("until");
    for (Object begun : call.getJsonArray("begun")) {
      long again = ((JsonObject) begun).getLong("at");
      noticed = again > at ? Math.min(noticed, again) : noticed;
    }
    return noticed - at;
  }

  @Test
  void kill_isNoticedWithinASecond_andNothingRepeatableIsLost() {
    String dead = new JsonObject(weft.get(victim, "/info").body()).getString("node");
    beginSlow();
    long at = System.currentTimeMillis();
    victim.process().destroyForcibly();
    awaitSlow();
    awaitMore(5_000);

    List<JsonObject> calls = calls(at);
    List<JsonObject> pending =
        calls.stream()
            .filter(call -> call.getLong("from") <= at && !call.getString("outcome").isEmpty())
            .filter(call -> place(call, at).equals(dead))
            .toList();
    List<JsonObject> slow = pending.stream().filter(call -> call.getBoolean("slow")).toList();
    long longest = pending.stream().mapToLong(call -> noticed(call, at)).max().orElseThrow();
    long failed = calls.stream().filter(call -> !call.getString("outcome").equals("OK")).count();
    System.out.printf(
        "kill -9: %d calls pending on the victim, %d of them slow; the last was given up after %d"
            + " ms; %d of %d calls failed, all at-most-once%n",
        pending.size(), slow.size(), longest, failed, counts().getInteger("ended"));

    assertThat(slow).hasSizeGreaterThan(SLOW / 6);
    assertThat(longest).isLessThanOrEqualTo(NOTICED_MILLIS);
    assertThat(calls)
        .filteredOn(call -> !call.getString("outcome").isEmpty())
        .allSatisfy(
            call ->
                assertThat(call.getString("outcome"))
                    .isIn(call.getBoolean("repeatable") ? List.of("OK") : OUTCOMES));
    assertThat(calls)
        .filteredOn(call -> !call.getBoolean("repeatable"))
        .allSatisfy(call -> assertThat(call.getJsonArray("begun")).hasSizeLessThanOrEqualTo(1));
    assertThat(slow)
        .filteredOn(call -> !call.getBoolean("repeatable"))
        .allSatisfy(call -> assertThat(call.getString("outcome")).isEqualTo("UNAVAILABLE UNKNOWN"));
    assertQuiet();
  }

  @Test
  void drain_losesNothing() throws InterruptedException {
    beginSlow();
    long at = System.currentTimeMillis();
    victim.process().destroy();
    assertThat(victim.process().waitFor(40, TimeUnit.SECONDS)).isTrue();
    long took = System.currentTimeMillis() - at;
    awaitSlow();
    awaitMore(5_000);
    System.out.printf(
        "drain: the node left after %d ms; %d of %d calls failed%n",
        took, counts().getInteger("failed"), counts().getInteger("ended"));
    assertThat(calls(at))
        .filteredOn(call -> !call.getString("outcome").isEmpty())
        .allSatisfy(call -> assertThat(call.getString("outcome")).isEqualTo("OK"));
    assertThat(counts().getInteger("failed")).isZero();
    assertQuiet();
  }
}
