package io.weft.cli.admin;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One request and its answer on a connection of its own. The body is sent while the answer comes.
 */
final class Exchange implements Closeable {
  private static final int MAX_LINE = 64 << 20;

  private final Socket socket;
  private final InputStream in;
  private final int status;
  private boolean chunked;
  private long deadlineMillis;
  private long left = Long.MAX_VALUE;

  private Exchange(Socket socket) throws IOException {
    this.socket = socket;
    this.in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
    this.status = head();
  }

  static Exchange start(Socket socket, AdminClient to, AdminClient.Request request)
      throws IOException {
    OutputStream out = socket.getOutputStream();
    AdminClient.Body body = request.body();
    String length =
        body == null
            ? ""
            : body.length() < 0
                ? "Transfer-Encoding: chunked\r\n"
                : "Content-Length: " + body.length() + "\r\n";
    String head =
        request.method()
            + " "
            + request.path()
            + " HTTP/1.1\r\nHost: "
            + to
            + "\r\nAccept: "
            + request.accept()
            + "\r\nConnection: close\r\n"
            + (request.token() == null ? "" : "Authorization: Bearer " + request.token() + "\r\n")
            + length
            + "\r\n";
    out.write(head.getBytes(StandardCharsets.US_ASCII));
    out.flush();
    if (body != null) {
      Thread sender = new Thread(() -> send(body, out), "weft-body");
      sender.setDaemon(true);
      sender.start();
    }
    return new Exchange(socket);
  }

  private static void send(AdminClient.Body body, OutputStream out) {
    byte[] buffer = new byte[1 << 16];
    try (InputStream content = body.content()) {
      for (int n = content.read(buffer); n >= 0; n = content.read(buffer)) {
        if (n == 0) {
          continue;
        }
        if (body.length() < 0) {
          out.write((Integer.toHexString(n) + "\r\n").getBytes(StandardCharsets.US_ASCII));
          out.write(buffer, 0, n);
          out.write('\r');
          out.write('\n');
        } else {
          out.write(buffer, 0, n);
        }
        out.flush();
      }
      if (body.length() < 0) {
        out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        out.flush();
      }
    } catch (IOException e) {
      // The node closed the connection: its answer, or the lack of one, tells why.
      return;
    }
  }

  private int head() throws IOException {
    String[] first = headLine().split(" ", 3);
    if (first.length < 2 || !first[0].startsWith("HTTP/1.")) {
      throw new IOException("no HTTP answer");
    }
    for (String line = headLine(); !line.isEmpty(); line = headLine()) {
      String lower = line.toLowerCase(Locale.ROOT);
      if (lower.startsWith("content-length:")) {
        left = Long.parseLong(lower.substring(15).trim());
      } else if (lower.startsWith("weft-deadline-millis:")) {
        deadlineMillis = Long.parseLong(lower.substring(21).trim());
      } else if (lower.startsWith("transfer-encoding:") && lower.contains("chunked")) {
        chunked = true;
        left = 0;
      }
    }
    return Integer.parseInt(first[1]);
  }

  private String headLine() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int b = in.read(); b != '\n'; b = in.read()) {
      if (b < 0) {
        throw new EOFException("the node closed the connection");
      }
      if (b != '\r') {
        line.write(b);
      }
      if (line.size() > 1 << 16) {
        throw new IOException("header of more than 64 KiB");
      }
    }
    return line.toString(StandardCharsets.ISO_8859_1);
  }

  int status() {
    return status;
  }

  /** When the node ends the call itself, 0 for never. */
  long deadlineMillis() {
    return deadlineMillis;
  }

  /** The next byte of the body, -1 at the end. */
  private int next() throws IOException {
    if (chunked && left == 0 && !nextChunk()) {
      return -1;
    }
    if (left == 0) {
      return -1;
    }
    int b = in.read();
    if (b < 0) {
      if (left == Long.MAX_VALUE) {
        return -1;
      }
      throw new EOFException("the node closed the connection");
    }
    left--;
    if (chunked && left == 0) {
      headLine();
    }
    return b;
  }

  private boolean nextChunk() throws IOException {
    String size = headLine();
    int semicolon = size.indexOf(';');
    left = Long.parseLong((semicolon < 0 ? size : size.substring(0, semicolon)).trim(), 16);
    if (left == 0) {
      chunked = false;
      return false;
    }
    return true;
  }

  /** The next line of the body, null at the end. */
  @Nullable String line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    int b = next();
    if (b < 0) {
      return null;
    }
    while (b >= 0 && b != '\n') {
      line.write(b);
      if (line.size() > MAX_LINE) {
        throw new IOException("line of more than " + (MAX_LINE >> 20) + " MiB");
      }
      b = next();
    }
    return line.toString(StandardCharsets.UTF_8);
  }

  /** The whole body. */
  String text() throws IOException {
    StringBuilder text = new StringBuilder();
    for (String line = line(); line != null; line = line()) {
      text.append(line).append('\n');
    }
    return text.toString();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
