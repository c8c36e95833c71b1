package io.weft.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.weft.cli.WeftJar.Node;
import io.weft.node.userjar.LedgerService;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clients of the admin API that read slowly, go away, or send nonsense. */
@Tag("cluster")
class StreamIT {
  private static final int ENDLESS = 1_000_000_000;

  @TempDir Path folder;
  private WeftJar weft;
  private Node node;

  @BeforeEach
  void open() {
    weft = new WeftJar(folder);
    Path jar = weft.userJar(LedgerService.class);
    node =
        weft.nodes(1, "--jar", jar.toString(), "--service", LedgerService.class.getName()).get(0);
  }

  @AfterEach
  void close() throws InterruptedException {
    weft.close();
  }

  private Socket connect(String request) throws IOException {
    Socket socket = new Socket("127.0.0.1", node.admin());
    socket.setReceiveBufferSize(1 << 14);
    socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    return socket;
  }

  private static String post(String path, String body) {
    return "POST "
        + path
        + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: "
        + body.length()
        + "\r\n\r\n"
        + body;
  }

  private int inFlight() {
    return weft.stats(node).getInteger("inFlight");
  }

  @Test
  void slowReader_stopsTheStream_andItsEndCancelsTheCall() throws IOException {
    try (Socket socket = connect(post("/call/Ledger/count", "{\"n\":" + ENDLESS + "}"))) {
      assertThat(socket.getInputStream().readNBytes(100)).hasSize(100);
      await().atMost(Duration.ofSeconds(10)).until(() -> inFlight() == 1);
      // It goes on until the buffers on the way are full, then the node has nothing to do.
      AtomicLong before = new AtomicLong(Long.MIN_VALUE / 2);
      await()
          .pollInterval(Duration.ofSeconds(1))
          .atMost(Duration.ofSeconds(40))
          .until(
              () -> {
                long now = cpuMillis();
                return now - before.getAndSet(now) < 300;
              });
      assertThat(inFlight()).isEqualTo(1);
    }
    await().atMost(Duration.ofSeconds(10)).until(() -> inFlight() == 0);
  }

  private long cpuMillis() {
    return node.process().info().totalCpuDuration().orElseThrow().toMillis();
  }

  @Test
  void goneCaller_cancelsAUnaryCall() throws IOException {
    Socket socket = connect(post("/call/Ledger/slow?deadline=60s", "{\"millis\":60000}"));
    await().atMost(Duration.ofSeconds(10)).until(() -> inFlight() == 1);
    socket.close();
    await("the caller's side is over")
        .atMost(Duration.ofSeconds(10))
        .until(() -> weft.stats(node).getInteger("failed") == 1);
  }

  @Test
  void nonsense_isRefusedAndTheNodeGoesOn() throws IOException {
    assertThat(weft.post(node, "/call/Ledger/echo", "{\"tags\":[").statusCode()).isEqualTo(400);
    assertThat(weft.post(node, "/call/Ledger/echo", "x".repeat(5 << 20)).body())
        .contains("expected: at most 4 MiB");
    assertThat(weft.post(node, "/call/Ledger/sum", "y".repeat(5 << 20)).body())
        .contains("expected: at most 4 MiB");
    assertThat(weft.post(node, "/call/Ledger/add?deadline=soon", "{}").body())
        .contains("a duration like");
    assertThat(weft.post(node, "/drain?grace=soon", "").statusCode()).isEqualTo(400);
    assertThat(weft.get(node, "/subscribe/a..b").statusCode()).isEqualTo(400);
    try (Socket socket = connect("GET /nodes HTTP/1.1\r\nHost: evil.example\r\n\r\n")) {
      assertThat(new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII))
          .isEqualTo("HTTP/1.1 403");
    }
    assertThat(weft.run(node, "call", "Ledger/add", "{\"a\":1,\"b\":1}").out()).isEqualTo("2.0\n");
  }
}
