package io.weft.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** Commands against an admin port that answers what a test wants. */
class CommandsTest {
  private static final String NODE = "0f5e2c11-aaaa-4bbb-8ccc-0123456789ab";
  private static final List<String> LONG =
      List.of("a.Orders", "a.Carts", "a.Customers", "a.Deliveries", "a.Recommendations", "a.Z");

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private HttpServer server;

  /** A pipe that nobody reads. */
  private static final class Broken extends Writer {
    @Override
    public void write(char[] text, int from, int length) throws IOException {
      throw new IOException("Broken pipe");
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }

  @BeforeEach
  void listen() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.start();
    answer(
        "/nodes",
        200,
        new JsonArray()
            .add(
                new JsonObject()
                    .put("name", "demo-2")
                    .put("node", NODE)
                    .put("state", "UP")
                    .put("zone", "")
                    .put("self", true)
                    .put("services", new JsonArray(LONG)))
            .encode());
  }

  @AfterEach
  void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void answer(String path, int status, String text) {
    server.createContext(
        path,
        exchange -> {
          byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(status, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
  }

  private int run(Writer stdout, String... args) {
    CommandLine line = Weft.line();
    line.setOut(new PrintWriter(stdout, true));
    line.setErr(new PrintWriter(err, true));
    String[] all = new String[args.length + 2];
    System.arraycopy(args, 0, all, 0, args.length);
    all[args.length] = "--admin";
    all[args.length + 1] = "127.0.0.1:" + server.getAddress().getPort();
    return line.execute(all);
  }

  private static void endless(HttpExchange exchange, String item) throws IOException {
    exchange.getRequestBody().readAllBytes();
    exchange.sendResponseHeaders(200, 0);
    try (OutputStream body = exchange.getResponseBody()) {
      while (true) {
        body.write(("{\"item\":" + item + "}\n").getBytes(StandardCharsets.UTF_8));
      }
    }
  }

  @Test
  void call_endsQuietlyWhenNobodyReads() {
    server.createContext("/call/", exchange -> endless(exchange, "1"));
    assertThat(run(new Broken(), "call", "Calculator/count")).isZero();
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void subscribe_endsQuietlyWhenNobodyReads() {
    server.createContext("/subscribe/", exchange -> endless(exchange, "{\"topic\":\"a\"}"));
    assertThat(run(new Broken(), "subscribe", "a.>")).isZero();
    assertThat(run(new Broken(), "subscribe", "a.>", "-o", "json")).isZero();
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void subscribe_endsAfterCount() {
    server.createContext(
        "/subscribe/", exchange -> endless(exchange, "{\"topic\":\"a.b\",\"value\":7}"));
    assertThat(run(out, "subscribe", "a.>", "--count", "2")).isZero();
    assertThat(out.toString().lines()).containsExactly("a.b  7", "a.b  7");
  }

  @Test
  void nodes_fitsOnAScreen() {
    assertThat(run(out, "nodes")).isZero();
    assertThat(out.toString().lines())
        .hasSize(3)
        .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(80));
    assertThat(out.toString())
        .contains("0f5e2c11  Orders, Carts, Customers, Deliveries,")
        .contains("Recommendations, Z")
        .doesNotContain(NODE);
  }

  @Test
  void nodes_wideAndJsonAreComplete() {
    assertThat(run(out, "nodes", "-o", "wide")).isZero();
    assertThat(out.toString().lines()).hasSize(2);
    assertThat(out.toString())
        .contains(NODE + "  Orders, Carts, Customers, Deliveries, Recommendations, Z");
    assertThat(run(out, "nodes", "-o", "json")).isZero();
    assertThat(out.toString()).contains("\"node\":\"" + NODE + "\"").contains("a.Orders");
  }

  @Test
  void describe_fitsOnAScreen() {
    answer("/services/", 200, description().encode());
    assertThat(run(out, "describe", "Orders")).isZero();
    assertThat(out.toString().lines())
        .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(80));
    assertThat(out.toString())
        .contains("weft call Orders/placeManyOrdersAtOnce \\\n  '{\"customer\":")
        .contains(
            "weft call Orders/place \\\n  '{\"customer\":\"some customer with a name\",\n    \"a");
  }

  private static JsonObject description() {
    String name = "some customer with a name";
    return new JsonObject()
        .put("service", "a.shop.Orders")
        .put("version", 1)
        .put("ready", 1)
        .put("instances", 1)
        .put(
            "methods",
            new JsonArray()
                .add(
                    new JsonObject()
                        .put("method", "placeManyOrdersAtOnce")
                        .put("shape", "CLIENT_STREAM")
                        .put("request", "{customer: string, items: list of Item, at: time, n: int}")
                        .put("reply", "PlaceManyOrdersReply")
                        .put("example", new JsonObject().put("customer", name).put("n", 1)))
                .add(
                    new JsonObject()
                        .put("method", "place")
                        .put("shape", "UNARY")
                        .put("request", "Order")
                        .put("reply", "Price")
                        .put(
                            "example",
                            new JsonObject()
                                .put("customer", name)
                                .put("article", name)
                                .put("note", name))));
  }

  @Test
  void failure_namesTheNode() {
    answer(
        "/call/",
        500,
        new JsonObject()
            .put(
                "error",
                new JsonObject()
                    .put("kind", "FAILURE")
                    .put("code", "UNAVAILABLE")
                    .put("message", "node " + NODE + " does not answer"))
            .encode());
    assertThat(run(out, "call", "Calculator/add")).isEqualTo(1);
    assertThat(err.toString())
        .isEqualTo("weft: UNAVAILABLE: node demo-2 (0f5e2c11) does not answer\n");
  }

  @Test
  void failure_ofAnOlderNode_saysWhichAndWhatToDo() {
    answer(
        "/call/",
        404,
        new JsonObject()
            .put(
                "error",
                new JsonObject()
                    .put("kind", "NOT_FOUND")
                    .put("code", "UNIMPLEMENTED")
                    .put("node", NODE)
                    .put("message", "no method with number 7"))
            .encode());
    assertThat(run(out, "call", "Calculator/add")).isEqualTo(3);
    assertThat(err.toString())
        .contains("no method with number 7; answered by node demo-2 (0f5e2c11)")
        .contains(
            "The nodes may serve different builds of this contract; bring all to the newest.");
  }
}
