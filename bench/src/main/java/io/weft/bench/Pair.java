package io.weft.bench;

import io.weft.bench.subject.Subject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The two processes of one subject. */
final class Pair implements AutoCloseable {
  private static final int FIRST_STREAM = 10_000;

  private final Subject subject;
  private final Child server;
  private final Child client;
  private double streamPerSecond;

  private Pair(Subject subject, Child server, Child client) {
    this.subject = subject;
    this.server = server;
    this.client = client;
  }

  /**
   * Starts both processes and waits until a first call has succeeded.
   *
   * @param subject what to start
   * @param recordings the folder for JFR files, null for no recordings
   */
  static Pair start(Subject subject, @Nullable Path recordings) throws IOException {
    String name = subject.name();
    Child server = Child.start(Child.Role.SERVER, List.of(name), file(recordings, name, "server"));
    try {
      String address = server.ready();
      Child client =
          Child.start(Child.Role.CLIENT, List.of(name, address), file(recordings, name, "client"));
      try {
        client.ready();
      } catch (IOException e) {
        client.close();
        throw e;
      }
      return new Pair(subject, server, client);
    } catch (IOException e) {
      server.close();
      throw e;
    }
  }

  private static @Nullable Path file(@Nullable Path folder, String subject, String role) {
    return folder == null ? null : folder.resolve(subject + "-" + role + ".jfr");
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
    return Sample.fromJson(client.ask(question));
  }

  /** One stream that should take so long, judged by the one before it. */
  private Sample stream(Point point, long millis) throws IOException {
    double items = Math.max(FIRST_STREAM, Math.min(streamPerSecond * millis / 1e3, 1e9));
    return Sample.fromJson(client.ask("stream %d %d".formatted((int) items, point.bytes())));
  }

  private Duration cpu() {
    return server.cpu().plus(client.cpu());
  }

  @Override
  public void close() {
    client.close();
    server.close();
  }
}
