package io.weft.bench.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A process of a benchmark as its parent sees it. It says {@code READY …} on its stdout, then
 * answers each line on its stdin with {@code OK …} or something else, and ends when its stdin does.
 * Used by one thread.
 */
public final class Child implements AutoCloseable {
  private static final long ANSWER_SECONDS = 180;
  private static final long STOP_SECONDS = 10;
  private static final String OPENS =
      "java.base/java.lang java.base/sun.nio.ch java.management/sun.management"
          + " jdk.management/com.sun.management.internal";

  private final String name;
  private final Process process;
  private final BufferedReader answers;
  private final PrintStream questions;

  private Child(String name, Process process) {
    this.name = name;
    this.process = process;
    answers = process.inputReader(StandardCharsets.UTF_8);
    questions = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
  }

  /**
   * Starts a process; it need not be ready yet.
   *
   * @param name for messages
   * @param main the class to run
   * @param arguments its arguments
   * @param recording where JFR writes, null for no recording
   * @return the process
   * @throws IOException when it cannot be started
   */
  public static Child start(
      String name, Class<?> main, List<String> arguments, @Nullable Path recording)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xms512m");
    command.add("-Xmx512m");
    command.add("--add-exports=java.base/jdk.internal.ref=ALL-UNNAMED");
    command.add("--enable-native-access=ALL-UNNAMED");
    for (String open : OPENS.split(" ")) {
      command.add("--add-opens=" + open + "=ALL-UNNAMED");
    }
    if (recording != null) {
      command.add("-Xlog:jfr+startup=off");
      command.add("-XX:+UnlockDiagnosticVMOptions");
      command.add("-XX:+DebugNonSafepoints");
      command.add(
          "-XX:StartFlightRecording=settings=profile,dumponexit=true,filename=" + recording);
    }
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(arguments);
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    return new Child(name, process);
  }

  /**
   * Waits until the process is ready.
   *
   * @return what comes after READY
   * @throws IOException when it does not get ready
   */
  public String ready() throws IOException {
    return answer("READY ");
  }

  /**
   * Asks one question.
   *
   * @param question one line
   * @return what comes after OK
   * @throws IOException when there is no answer, or another one
   */
  public String ask(String question) throws IOException {
    questions.println(question);
    return answer("OK ");
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

  /**
   * The number of the process.
   *
   * @return its pid
   */
  public long pid() {
    return process.pid();
  }

  /**
   * The CPU time of the process and its descendants so far.
   *
   * @return in steps of 10 ms on Linux
   */
  public Duration cpu() {
    return Stream.concat(Stream.of(process.toHandle()), process.descendants())
        .map(handle -> handle.info().totalCpuDuration().orElse(Duration.ZERO))
        .reduce(Duration.ZERO, Duration::plus);
  }

  /** Asks the process to end and does not wait. */
  public void end() {
    questions.close(); // the end of its stdin
  }

  @Override
  public void close() {
    end();
    try {
      if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
        process.destroy();
        if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
          process.descendants().forEach(ProcessHandle::destroyForcibly);
          process.destroyForcibly();
        }
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
