package io.weft.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonObject;
import io.weft.cli.WeftJar.Result;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo, as a person starts it. */
@Tag("cluster")
class DemoIT {
  @TempDir Path folder;
  private WeftJar weft;

  @BeforeEach
  void open() {
    weft = new WeftJar(folder);
  }

  @AfterEach
  void close() throws InterruptedException {
    weft.close();
  }

  @Test
  void demo_lastLineIsTheResult() {
    Result result =
        weft.runPlain("", "demo", "--seconds", "6", "--port-offset", "" + WeftJar.freeOffset(3));
    assertThat(result.err()).contains("logs in").contains("./weft call Calculator/add");
    JsonObject report = new JsonObject(result.lines().get(result.lines().size() - 1));
    assertThat(report.getLong("failed")).as(result.err()).isZero();
    assertThat(report.getInteger("nodes")).isEqualTo(3);
    assertThat(report.getLong("calls")).isPositive();
    assertThat(report.getLong("perSecond")).isPositive();
    assertThat(report.getLong("p99Micros")).isPositive();
    JsonObject patterns = report.getJsonObject("patterns");
    assertThat(patterns.fieldNames())
        .containsExactlyInAnyOrder(
            "unary",
            "serverStream",
            "clientStream",
            "bidirectional",
            "oneWay",
            "publishSubscribe",
            "proxyGen")
        .allSatisfy(name -> assertThat(patterns.getLong(name)).as(name).isPositive());
    assertThat(result.exitCode()).isZero();
  }

  /** What Ctrl-C does: the signal goes to all processes of the group at once. */
  @Test
  void demo_interrupted_endsWithTheResult() throws Exception {
    Path log = folder.resolve("demo.log");
    Process demo = weft.background(log, "demo", "--port-offset", "" + WeftJar.freeOffset(3));
    await().atMost(Duration.ofSeconds(60)).until(() -> WeftJar.read(log).contains("per second"));
    Matcher logs = Pattern.compile("logs in (\\S+)").matcher(WeftJar.read(log));
    assertThat(logs.find()).isTrue();

    demo.children().forEach(ProcessHandle::destroy);
    demo.destroy();
    assertThat(demo.waitFor(40, TimeUnit.SECONDS)).isTrue();

    List<String> results = WeftJar.read(log).lines().filter(line -> line.startsWith("{")).toList();
    assertThat(results).as(WeftJar.read(log)).hasSize(1);
    JsonObject report = new JsonObject(results.get(0));
    assertThat(report.getLong("calls")).isPositive();
    assertThat(report.getLong("failed")).isZero();
    assertThat(WeftJar.read(log)).doesNotContain("is gone").doesNotContain("per second 0 ");
    assertThat(Path.of(logs.group(1))).doesNotExist();
  }

  @Test
  void demo_goesOnWithoutAKilledNode_andItsNodesEndWithIt() {
    Path log = folder.resolve("demo.log");
    Process demo = weft.background(log, "demo", "--port-offset", "" + WeftJar.freeOffset(3));
    await().atMost(Duration.ofSeconds(60)).until(() -> WeftJar.read(log).contains("kill -9 "));
    Matcher pid = Pattern.compile("kill -9 (\\d+)").matcher(WeftJar.read(log));
    assertThat(pid.find()).isTrue();
    List<ProcessHandle> children = demo.children().toList();
    assertThat(children).hasSize(3);

    ProcessHandle.of(Long.parseLong(pid.group(1))).orElseThrow().destroyForcibly();
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> WeftJar.read(log).contains("demo-3 is gone (exit code 137); going on with 2"));
    assertThat(demo.isAlive()).isTrue();

    demo.destroyForcibly();
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> children.stream().noneMatch(ProcessHandle::isAlive));
  }
}
