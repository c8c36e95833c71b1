package io.weft.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.weft.cli.WeftJar.Node;
import io.weft.cli.WeftJar.Result;
import io.weft.node.userjar.LedgerService;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How nodes start, refuse to, and end. */
@Tag("cluster")
class StartIT {
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
  void run_portInUse_isOneClearLine() {
    Node node = weft.nodes(1).get(0);
    Result result = weft.runPlain("", "run", "--port-offset", Integer.toString(node.offset()));
    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.err().lines()).hasSize(1);
    assertThat(result.err())
        .contains(15_701 + node.offset() + " (event bus)")
        .contains("--port-offset " + (node.offset() + 1));
  }

  @Test
  void run_unresolvedPlaceholder_refuses() throws IOException {
    Files.writeString(
        folder.resolve("cluster.xml"),
        "<hazelcast xmlns=\"http://www.hazelcast.com/schema/config\">\n"
            + "  <cluster-name>${mesh.name}</cluster-name>\n</hazelcast>\n");
    Result result = weft.runPlain("", "run", "--port-offset", "" + WeftJar.freeOffset(1));
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err())
        .contains("${mesh.name}", "cluster.xml, line 2", "-Dmesh.name=", "MESH_NAME");
  }

  @Test
  void run_classOfTheJar_nearest() {
    Path jar = weft.userJar(LedgerService.class);
    Result result =
        weft.runPlain(
            "", "run", "--jar", jar.toString(), "--service", "io.weft.node.userjar.LedgerServce");
    assertThat(result.exitCode()).isEqualTo(3);
    assertThat(result.err()).contains("did you mean io.weft.node.userjar.LedgerService");
  }

  @Test
  void sigterm_drainsAndLeaves() throws InterruptedException {
    Path jar = weft.userJar(LedgerService.class);
    List<Node> nodes =
        weft.nodes(2, "--jar", jar.toString(), "--service", LedgerService.class.getName());
    Node staying = nodes.get(0);
    Node leaving = nodes.get(1);
    Path log = folder.resolve("slow.log");
    Process call =
        weft.background(
            log, "call", "Ledger/slow", "{\"millis\":1500}", "--admin", leaving.address());
    await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () ->
                weft.stats(leaving).getInteger("inFlight")
                        + weft.stats(staying).getInteger("inFlight")
                    > 0);
    leaving.process().destroy();
    assertThat(call.waitFor(20, TimeUnit.SECONDS)).isTrue();
    assertThat(WeftJar.read(log)).isEqualTo("\"awake\"\n");
    assertThat(leaving.process().waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(WeftJar.read(leaving.log())).contains("node n2 drains").contains("node n2 left");
    await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> !weft.run(staying, "nodes", "-o", "json").out().contains("n2"));
  }

  @Test
  void drain_endsTheNode() throws InterruptedException {
    Node node = weft.nodes(1).get(0);
    Result result = weft.run(node, "drain", "--grace", "1s");
    assertThat(result.err()).contains("node n1 on localhost:", "drained and leaves");
    assertThat(result.exitCode()).isZero();
    assertThat(node.process().waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(node.process().exitValue()).isZero();
  }
}
