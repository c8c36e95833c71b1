package io.weft.cli;

import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/** Runs the real {@code weft.jar} in processes of its own, and ends every one that it started. */
final class WeftJar implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Path folder;
  private final String cluster = "it-" + ProcessHandle.current().pid() + "-" + System.nanoTime();
  private final List<Process> processes = new ArrayList<>();
  private final HttpClient http = HttpClient.newHttpClient();

  WeftJar(Path folder) {
    this.folder = folder;
  }

  /** What a command left behind. */
  record Result(int exitCode, String out, String err) {
    List<String> lines() {
      return out.lines().toList();
    }
  }

  /** A running node. */
  record Node(Process process, int admin, int offset, Path log) {
    String address() {
      return "localhost:" + admin;
    }
  }

  static Path jar() {
    return Path.of(System.getProperty("weft.jar", "target/weft.jar")).toAbsolutePath();
  }

  private static List<String> java(String... args) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx256m", "-XX:+UseSerialGC", "-jar", jar().toString()));
    command.addAll(List.of(args));
    return command;
  }

  /** An offset whose next ports are free, far from the usual ones. */
  static int freeOffset(int nodes) {
    for (int tries = 0; tries < 200; tries++) {
      int offset = ThreadLocalRandom.current().nextInt(2_000, 14_000);
      if (Stream.of(15_701, 5_701, 9_090).allMatch(port -> free(port + offset, nodes))) {
        return offset;
      }
    }
    throw new IllegalStateException("no free ports");
  }

  private static boolean free(int first, int count) {
    for (int port = first; port < first + count; port++) {
      try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getByName("127.0.0.1"))) {
        socket.getLocalPort();
      } catch (IOException e) {
        return false;
      }
    }
    return true;
  }

  /** Starts nodes of one cluster, and waits until all see each other. */
  List<Node> nodes(int count, String... args) {
    return nodes(Collections.nCopies(count, List.of(args)));
  }

  /** Starts nodes of one cluster, each with arguments of its own. */
  List<Node> nodes(List<List<String>> args) {
    int count = args.size();
    int offset = freeOffset(count);
    List<String> members = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      members.add("127.0.0.1:" + (5_701 + offset + i));
    }
    List<Node> nodes = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      List<String> all = new ArrayList<>(List.of("run", "--name", "n" + (i + 1)));
      all.addAll(List.of("--port-offset", Integer.toString(offset + i)));
      all.addAll(List.of("--cluster-name", cluster, "--members", String.join(",", members)));
      all.addAll(args.get(i));
      Path log = folder.resolve("node-" + (offset + i) + ".log");
      Process process = start(log, java(all.toArray(String[]::new)));
      nodes.add(new Node(process, 9_090 + offset + i, offset + i, log));
    }
    for (Node node : nodes) {
      await("node on " + node.admin() + "\n" + read(node.log()))
          .atMost(PATIENCE)
          .until(() -> !node.process().isAlive() || ready(node, count));
      if (!node.process().isAlive()) {
        throw new IllegalStateException(read(node.log()));
      }
    }
    return nodes;
  }

  private boolean ready(Node node, int count) {
    try {
      return get(node, "/health/ready").statusCode() == 200
          && run(node, "nodes", "-o", "json").out().split("\"UP\"", -1).length == count + 1;
    } catch (UncheckedIOException e) {
      return false;
    }
  }

  private Process start(Path log, List<String> command) {
    try {
      Process process =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start();
      processes.add(process);
      return process;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return "";
    }
  }

  /** Runs a command against a node. */
  Result run(Node node, String... args) {
    return runWith("", node, args);
  }

  Result runWith(String stdin, Node node, String... args) {
    List<String> all = new ArrayList<>(List.of(args));
    all.addAll(List.of("--admin", node.address()));
    return runPlain(stdin, all.toArray(String[]::new));
  }

  Result runPlain(String stdin, String... args) {
    try {
      Process process = new ProcessBuilder(java(args)).directory(folder.toFile()).start();
      processes.add(process);
      StringBuilder err = new StringBuilder();
      Thread reader = new Thread(() -> err.append(text(process.getErrorStream())));
      reader.start();
      Thread writer = new Thread(() -> write(process.getOutputStream(), stdin));
      writer.start();
      String out = text(process.getInputStream());
      reader.join();
      return new Result(process.waitFor(), out, err.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String text(InputStream in) {
    try {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(OutputStream out, String text) {
    try (out) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      // The command ended before it had read everything.
      return;
    }
  }

  /** Starts a command whose output the test reads itself. */
  Process piped(String... args) {
    try {
      Process process = new ProcessBuilder(java(args)).directory(folder.toFile()).start();
      processes.add(process);
      return process;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Starts a command and leaves it running; its output goes to the log. */
  Process background(Path log, String... args) {
    return start(log, java(args));
  }

  HttpResponse<String> get(Node node, String path, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + node.admin() + path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return send(request.build());
  }

  HttpResponse<String> post(Node node, String path, String body) {
    return send(
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + node.admin() + path))
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build());
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return http.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  JsonObject stats(Node node) {
    return new JsonObject(get(node, "/stats").body());
  }

  /** Packs the test classes of a package, as a user would pack his. */
  Path userJar(Class<?> member) {
    try {
      Path root = Path.of(member.getProtectionDomain().getCodeSource().getLocation().toURI());
      String content = member.getPackageName().replace('.', '/');
      Path jar = folder.resolve("user.jar");
      try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
          Stream<Path> files = Files.walk(root)) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          String name = root.relativize(file).toString().replace('\\', '/');
          if (!name.startsWith(content) && !name.startsWith("META-INF/weft/")) {
            continue;
          }
          out.putNextEntry(new JarEntry(name));
          Files.copy(file, out);
          out.closeEntry();
        }
      }
      return jar;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() throws InterruptedException {
    for (Process process : processes) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
    for (Process process : processes) {
      process.waitFor(10, TimeUnit.SECONDS);
    }
  }
}
