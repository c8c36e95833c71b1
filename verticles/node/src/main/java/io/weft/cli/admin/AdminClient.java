package io.weft.cli.admin;

import io.vertx.core.json.Json;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.weft.node.refusal.Refusal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URLEncoder;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Talks to the admin port of one node. One connection a request; not for many threads.
 *
 * @param host its name or address
 * @param port its port
 */
public record AdminClient(String host, int port) {
  private static final int CONNECT_MILLIS = 2_000;

  /**
   * A node answers a stream's start at once and other calls within their standard deadline, 5 s.
   */
  private static final int HEAD_MILLIS = 5_000;

  /** The answer of a request that is short. */
  private static final Duration SHORT = Duration.ofSeconds(10);

  /**
   * Reads an address.
   *
   * @param address {@code host:port}, {@code :port} or {@code port}
   * @return the client
   * @throws Refusal when it is none of these
   */
  public static AdminClient of(String address) {
    int colon = address.lastIndexOf(':');
    String host = colon <= 0 ? "localhost" : address.substring(0, colon);
    try {
      int port = Integer.parseInt(address.substring(colon + 1));
      if (port > 0 && port <= 65_535) {
        return new AdminClient(host, port);
      }
    } catch (NumberFormatException e) {
      // Told below.
    }
    throw Refusal.usage(
        "admin address: \"" + address + "\"; expected: host:port, for example localhost:9090");
  }

  /**
   * Escapes one part of a path or query.
   *
   * @param text any text
   * @return the text for a URL
   */
  public static String escape(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /**
   * Asks for a JSON value.
   *
   * @param path path and query
   * @return {@code JsonObject} or {@code JsonArray}
   * @throws Refusal when the node refuses or cannot be reached
   */
  public Object get(String path) {
    return json(new Request("GET", path, "application/json", null, SHORT));
  }

  /**
   * Sends JSON and reads the answer.
   *
   * @param path path and query
   * @param body what to send
   * @param patience how long the answer may take
   * @return {@code JsonObject} or {@code JsonArray}
   * @throws Refusal when the node refuses or cannot be reached
   */
  public Object post(String path, String body, Duration patience) {
    return json(new Request("POST", path, "application/json", Body.of(body), patience));
  }

  private Object json(Request request) {
    try (Exchange exchange = open(request)) {
      return Json.decodeValue(exchange.text());
    } catch (IOException e) {
      throw broken(e);
    } catch (Refusal refusal) {
      throw named(refusal);
    }
  }

  /**
   * Reads an answer of many values.
   *
   * @param request what to send
   * @param items told each value; false ends the call, as when nobody wants more
   * @throws Refusal when the call fails, at once or after some values
   */
  public void stream(Request request, Predicate<@Nullable Object> items) {
    try (Exchange exchange = open(request)) {
      boolean ended = false;
      for (String line = exchange.line();
          line != null && !ended;
          line = ended ? null : exchange.line()) {
        JsonObject frame = new JsonObject(line);
        if (frame.containsKey("error")) {
          throw refusal(frame);
        }
        ended = frame.containsKey("end");
        if (!ended && !items.test(frame.getValue("item"))) {
          return;
        }
      }
      if (!ended) {
        throw Refusal.failure("node at " + this + " went away before the end of its answer");
      }
    } catch (IOException e) {
      throw broken(e);
    } catch (Refusal refusal) {
      throw named(refusal);
    }
  }

  private Exchange open(Request request) throws IOException {
    Socket socket = connect();
    long patience = request.patience().toMillis();
    socket.setSoTimeout(timeout(patience == 0 ? HEAD_MILLIS : patience));
    Exchange exchange = Exchange.start(socket, this, request);
    if (patience == 0) {
      long deadline = exchange.deadlineMillis();
      socket.setSoTimeout(timeout(deadline == 0 ? 0 : deadline + HEAD_MILLIS));
    }
    if (exchange.status() != 200) {
      try (exchange) {
        throw refusal(exchange.status(), exchange.text());
      }
    }
    return exchange;
  }

  private static int timeout(long millis) {
    return (int) Math.min(Integer.MAX_VALUE, millis);
  }

  private Socket connect() {
    IOException last = new ConnectException("no address");
    try {
      for (InetAddress address : InetAddress.getAllByName(host)) {
        Socket socket = new Socket();
        try {
          socket.connect(new InetSocketAddress(address, port), CONNECT_MILLIS);
          socket.setTcpNoDelay(true);
          return socket;
        } catch (IOException e) {
          socket.close();
          last = e;
        }
      }
    } catch (UnknownHostException e) {
      throw Refusal.usage("unknown host \"" + host + "\" in the admin address " + this);
    } catch (IOException e) {
      last = e;
    }
    throw Refusal.failure(
        "no node answers on "
            + this
            + " ("
            + last.getMessage()
            + ")\nStart one with \"weft demo\" or \"weft run\", or name its admin port"
            + " with\n--admin host:port or WEFT_ADMIN.");
  }

  private Refusal refusal(int status, String text) {
    try {
      return refusal(new JsonObject(text));
    } catch (RuntimeException e) {
      return Refusal.failure(
          this + " answered HTTP " + status + "; expected: the admin port of a Weft node");
    }
  }

  private static Refusal refusal(JsonObject answer) {
    JsonObject error = answer.getJsonObject("error");
    String code = error.getString("code");
    String node = error.getString("node");
    StringBuilder text = new StringBuilder(code == null ? "" : code + ": ");
    text.append(error.getString("message", ""));
    if ("UNIMPLEMENTED".equals(code)) {
      text.append(node == null ? "" : "; answered by node " + node)
          .append(
              "\nThe nodes may serve different builds of this contract; bring all to the newest.");
    }
    return new Refusal(Refusal.Kind.of(error.getString("kind", "")), text.toString());
  }

  /** Asks for the nodes' names only when a failure speaks of a node. */
  private Refusal named(Refusal refusal) {
    if (!NodeNames.needed(refusal.message())) {
      return refusal;
    }
    try (Exchange exchange = open(new Request("GET", "/nodes", "application/json", null, SHORT))) {
      NodeNames names = NodeNames.of(new JsonArray(exchange.text()));
      return new Refusal(refusal.kind(), names.tell(refusal.message()));
    } catch (IOException | RuntimeException e) {
      // The failure itself matters more than names.
      return refusal;
    }
  }

  private Refusal broken(IOException cause) {
    return cause instanceof SocketTimeoutException
        ? new Refusal(Refusal.Kind.TIMEOUT, "node at " + this + " did not answer in time")
        : Refusal.failure("connection to " + this + " broke: " + cause.getMessage());
  }

  @Override
  public String toString() {
    return host + ":" + port;
  }

  /**
   * A request.
   *
   * @param method {@code GET} or {@code POST}
   * @param path path and query, escaped
   * @param accept the media type of the answer
   * @param body what to send, null for nothing
   * @param patience how long the node may be silent; zero for as long as the call may take by its
   *     deadline
   */
  public record Request(
      String method, String path, String accept, @Nullable Body body, Duration patience) {
    /** The media type of answers of many values. */
    public static final String FRAMES = "application/vnd.weft.frames+json";
  }

  /**
   * What a request sends.
   *
   * @param content its bytes
   * @param length how many, -1 when nobody knows: sent while it is read
   */
  public record Body(InputStream content, long length) {
    /**
     * A text.
     *
     * @param text the content
     * @return the body
     */
    public static Body of(String text) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return new Body(new ByteArrayInputStream(bytes), bytes.length);
    }
  }
}
