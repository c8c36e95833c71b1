package io.weft.bench;

import io.weft.bench.process.Child;
import io.weft.bench.subject.Subject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The two processes of one subject. */
final class Pair implements AutoCloseable {
  private static final int FIRST_STREAM = 10_000;

  private final Subject subject;
  private final @Nullable Path recordings;
  private final Child server;
  private @Nullable Child client;
  private double streamPerSecond;

  /**
   * Starts the server's process.
   *
   * @param subject what to start
   * @param recordings the folder for JFR files, null for no recordings
   */
  Pair(Subject subject, @Nullable Path recordings) throws IOException {
    this.subject = subject;
    this.recordings = recordings;
    server = start(ChildCommand.Role.SERVER, List.of(), file("server"));
  }

  private Child start(ChildCommand.Role role, List<String> more, @Nullable Path recording)
      throws IOException {
    List<String> arguments = new ArrayList<>(List.of("child", role.name(), name()));
    arguments.addAll(more);
    return Child.start(name() + " " + role, Bench.class, arguments, recording);
  }

  /** Waits for the server, then starts the client's process. */
  void connect() throws IOException {
    String address = server.ready();
    client = start(ChildCommand.Role.CLIENT, List.of(address), file("client"));
  }

  /** Waits until a first call has succeeded. */
  void ready() throws IOException {
    client().ready();
  }

  private Child client() {
    return Objects.requireNonNull(client, "connect() comes first");
  }

  private @Nullable Path file(String role) {
    return recordings == null ? null : recordings.resolve(name() + "-" + role + ".jfr");
  }

  String name() {
    return subject.name();
  }

  /** Whether the subject has the point's case. */
  boolean can(Point point) {
    return point.kind() != Point.Kind.STREAM || subject.streams();
  }

  /** Runs for some time and drops the result. */
  void warmUp(Point point, long millis) throws IOException {
    if (point.kind() == Point.Kind.UNARY) {
      run(point, millis);
      return;
    }
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    do {
      Sample sample = stream(point, streamPerSecond == 0 ? 0 : 200);
      streamPerSecond = sample.perSecond();
    } while (System.nanoTime() - end < 0);
  }

  /** Measures once. */
  Measurement measure(Point point, Plan.Pace pace) throws IOException {
    warmUp(point, pace.leadMillis());
    Duration before = cpu();
    Sample sample = run(point, pace.measureMillis());
    double cpuMicros = cpu().minus(before).toNanos() / 1e3;
    return new Measurement(point, name(), sample, cpuMicros / Math.max(1, sample.count()));
  }

  private Sample run(Point point, long millis) throws IOException {
    if (point.kind() == Point.Kind.STREAM) {
      return stream(point, millis);
    }
    String question = "unary %d %d %d".formatted(point.inFlight(), point.bytes(), millis);
    return Sample.fromJson(client().ask(question));
  }

  /** One stream that should take so long, judged by the one before it. */
  private Sample stream(Point point, long millis) throws IOException {
    double items = Math.max(FIRST_STREAM, Math.min(streamPerSecond * millis / 1e3, 1e9));
    return Sample.fromJson(client().ask("stream %d %d".formatted((int) items, point.bytes())));
  }

  private Duration cpu() {
    return server.cpu().plus(client().cpu());
  }

  /** Asks both processes to end and does not wait. */
  void end() {
    if (client != null) {
      client.end();
    }
    server.end();
  }

  @Override
  public void close() {
    end();
    if (client != null) {
      client.close();
    }
    server.close();
  }
}
