package io.weft.bench.overload;

import io.vertx.core.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A {@link Part} as its parent sees it. Used by one thread. */
final class PartProcess implements AutoCloseable {
  private static final long ANSWER_SECONDS = 180;
  private static final long STOP_SECONDS = 10;
  private static final String OPENS =
      "java.base/java.lang java.base/sun.nio.ch java.management/sun.management"
          + " jdk.management/com.sun.management.internal";

  private final String name;
  private final Process process;
  private final BufferedReader answers;
  private final PrintStream questions;
  private final String port;

  private PartProcess(String name, Process process) throws IOException {
    this.name = name;
    this.process = process;
    answers = process.inputReader(StandardCharsets.UTF_8);
    questions = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
    port = answer("READY ");
  }

  /** Starts a part and waits until it is ready. */
  static PartProcess start(String name, String cluster, String seedPort, String... own)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xms256m", "-Xmx256m", "-XX:+UseParallelGC"));
    command.add("--add-exports=java.base/jdk.internal.ref=ALL-UNNAMED");
    command.add("--enable-native-access=ALL-UNNAMED");
    for (String open : OPENS.split(" ")) {
      command.add("--add-opens=" + open + "=ALL-UNNAMED");
    }
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Part.class.getName()));
    command.addAll(List.of(name, cluster, seedPort));
    command.addAll(List.of(own));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    try {
      return new PartProcess(name, process);
    } catch (IOException e) {
      process.destroyForcibly();
      throw e;
    }
  }

  /** Where others join. */
  String port() {
    return port;
  }

  /** Asks one question. */
  JsonObject ask(String question) throws IOException {
    questions.println(question);
    return new JsonObject(answer("OK "));
  }

  private String answer(String prefix) throws IOException {
    String line;
    try {
      line = CompletableFuture.supplyAsync(this::readLine).get(ANSWER_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException | ExecutionException e) {
      throw new IOException(name + " gives no answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(name + ": interrupted", e);
    }
    if (!line.startsWith(prefix)) {
      throw new IOException(name + ": " + (line.isEmpty() ? "the process ended" : line));
    }
    return line.substring(prefix.length());
  }

  private String readLine() {
    try {
      String line = answers.readLine();
      return line == null ? "" : line;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    questions.close(); // the end of its stdin
    try {
      if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
