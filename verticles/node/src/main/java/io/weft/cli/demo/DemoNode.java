package io.weft.cli.demo;

import io.vertx.core.json.JsonObject;
import io.weft.cli.admin.AdminClient;
import io.weft.cli.admin.AdminClient.Body;
import io.weft.cli.admin.AdminClient.Request;
import io.weft.node.refusal.Refusal;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * One node of the demo: a process that ends when its stdin does, so never later than its parent.
 */
final class DemoNode {
  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final String STATS = "/call/io.weft.examples.demo.DemoStats/snapshot?deadline=1s";
  private static final int TAIL = 12;

  private final String name;
  private final Process process;
  private final AdminClient admin;
  private final Path log;

  private DemoNode(String name, Process process, AdminClient admin, Path log) {
    this.name = name;
    this.process = process;
    this.admin = admin;
    this.log = log;
  }

  static DemoNode start(String name, List<String> command, int adminPort, Path folder) {
    Path log = folder.resolve(name + ".log");
    File output = log.toFile();
    try {
      Process process =
          new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output).start();
      return new DemoNode(name, process, new AdminClient("localhost", adminPort), log);
    } catch (IOException e) {
      throw Refusal.failure("cannot start " + command.get(0) + ": " + e.getMessage());
    }
  }

  String name() {
    return name;
  }

  AdminClient admin() {
    return admin;
  }

  long pid() {
    return process.pid();
  }

  boolean alive() {
    return process.isAlive();
  }

  int exitCode() {
    return process.exitValue();
  }

  boolean ready() {
    try {
      return ((JsonObject) admin.get("/health/ready")).getBoolean("healthy", false);
    } catch (Refusal notYet) {
      return false;
    }
  }

  /** The counters of the load on this node; null when it does not tell in time. */
  @Nullable JsonObject snapshot() {
    AtomicReference<@Nullable Object> answer = new AtomicReference<>();
    try {
      admin.stream(
          new Request("POST", STATS, Request.FRAMES, Body.of("{}"), PATIENCE),
          item -> {
            answer.set(item);
            return true;
          });
    } catch (Refusal silent) {
      return null;
    }
    return (JsonObject) answer.get();
  }

  /** What its log says last. */
  String lastWords() {
    try {
      List<String> lines = Files.readAllLines(log);
      return String.join("\n", lines.subList(Math.max(0, lines.size() - TAIL), lines.size()));
    } catch (IOException e) {
      return "(no log: " + e.getMessage() + ")";
    }
  }

  /** Asks the node to leave. */
  void leave() {
    try {
      process.getOutputStream().close();
    } catch (IOException e) {
      process.destroy();
    }
  }

  /** Waits for the end; after that time it is made to end. */
  void end(long millis) throws InterruptedException {
    if (!process.waitFor(millis, TimeUnit.MILLISECONDS)) {
      process.destroyForcibly().waitFor();
    }
  }
}
