package io.weft.bench;

import io.vertx.core.Promise;
import io.weft.bench.subject.Client;
import io.weft.bench.subject.Server;
import io.weft.bench.subject.Subject;
import io.weft.bench.subject.Subjects;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * A server or client process. Says {@code READY <address>} on stdout; a client then answers each
 * line on stdin with {@code OK <json>} or {@code ERROR <text>}. Ends when stdin ends.
 */
@Command(
    name = ChildCommand.NAME,
    hidden = true,
    description = "A process of the benchmark; not for people.")
final class ChildCommand implements Callable<Integer> {
  static final String NAME = "child";

  private static final long PROBE_MILLIS = 20;
  private static final long PROBE_PAUSE_MILLIS = 100;
  private static final long STREAM_SECONDS = 120;

  /** The side of a process. */
  enum Role {
    /** Answers calls. */
    SERVER,
    /** Makes calls. */
    CLIENT
  }

  @Parameters(index = "0", description = "server or client")
  private Role role = Role.SERVER;

  @Parameters(index = "1", description = "a subject")
  private String subject = "";

  @Parameters(index = "2", arity = "0..1", description = "the server's address, for a client")
  private String address = "";

  @Override
  public Integer call() throws Exception {
    PrintStream answers = System.out;
    System.setOut(System.err); // whatever a library prints must not look like an answer
    BufferedReader questions =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    Subject chosen = Subjects.named(subject);
    if (role == Role.SERVER) {
      Server server = chosen.serve();
      answers.println("READY " + server.address());
      while (questions.readLine() != null) {
        answers.println("ERROR a server answers calls only");
      }
      server.end();
    } else {
      Client client = chosen.connect(address);
      firstReply(client);
      answers.println("READY client");
      for (String line = questions.readLine(); line != null; line = questions.readLine()) {
        answers.println(answer(client, line));
      }
    }
    System.exit(0); // without leaving any cluster, which takes seconds
    return 0;
  }

  private static void firstReply(Client client) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(Subject.START_SECONDS);
    while (true) {
      try {
        new ClosedLoop<>(client, client.unary(1), 1).run(1, PROBE_MILLIS);
        return;
      } catch (IllegalStateException e) {
        if (System.nanoTime() - end >= 0) {
          throw e;
        }
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(PROBE_PAUSE_MILLIS));
      }
    }
  }

  private static String answer(Client client, String line) {
    String[] words = line.split(" ");
    try {
      int first = Integer.parseInt(words[1]);
      int bytes = Integer.parseInt(words[2]);
      Sample sample =
          switch (words[0]) {
            case "unary" ->
                new ClosedLoop<>(client, client.unary(bytes), bytes)
                    .run(first, Long.parseLong(words[3]));
            case "stream" -> stream(client, first, bytes);
            default -> throw new IOException("question: " + line + " (expected: unary or stream)");
          };
      return "OK " + sample.toJson();
    } catch (Exception e) {
      return "ERROR " + e.toString().replace('\n', ' ');
    }
  }

  private static Sample stream(Client client, int count, int bytes) throws Exception {
    Promise<Long> ended = Promise.promise();
    long start = System.nanoTime();
    client.execute(() -> client.stream(count, bytes).onComplete(ended));
    Long items = ended.future().await(STREAM_SECONDS, TimeUnit.SECONDS);
    long nanos = System.nanoTime() - start;
    if (items != count) {
      throw new IOException(items + " items (expected: " + count + ")");
    }
    return new Sample(count, count * 1e9 / nanos, 0, 0);
  }
}
