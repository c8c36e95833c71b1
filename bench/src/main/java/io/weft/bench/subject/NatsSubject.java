package io.weft.bench.subject;

import io.nats.client.Connection;
import io.nats.client.Message;
import io.nats.client.Nats;
import io.nats.client.Options;
import io.vertx.core.Completable;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Request and reply through a NATS server, which runs as a child of the server process. Its CPU
 * time counts on the server's side.
 */
final class NatsSubject implements Subject {
  private static final String SUBJECT = "bench.echo";
  private static final String BINARY = "nats-server";

  @Override
  public String name() {
    return "nats";
  }

  @Override
  public @Nullable String obstacle() {
    return binary() == null ? "no " + BINARY + " on PATH" : null;
  }

  private static @Nullable Path binary() {
    String path = System.getenv("PATH");
    if (path == null) {
      return null;
    }
    for (String folder : path.split(File.pathSeparator)) {
      Path file = Path.of(folder, BINARY);
      if (Files.isExecutable(file)) {
        return file;
      }
    }
    return null;
  }

  @Override
  public Server serve() throws Exception {
    Path binary = binary();
    if (binary == null) {
      throw new IOException("no " + BINARY + " on PATH");
    }
    String port = Integer.toString(ClusterNode.freePort());
    Process broker =
        new ProcessBuilder(binary.toString(), "-a", "127.0.0.1", "-p", port)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      Connection connection = open(port);
      connection
          .createDispatcher(message -> connection.publish(message.getReplyTo(), message.getData()))
          .subscribe(SUBJECT);
      connection.flush(Duration.ofSeconds(10));
    } catch (Exception e) {
      broker.destroy();
      throw e;
    }
    return new Server(port, broker::destroy);
  }

  private static Connection open(String port) throws IOException, InterruptedException {
    Options options =
        new Options.Builder()
            .server("nats://127.0.0.1:" + port)
            .noReconnect()
            .maxMessagesInOutgoingQueue(100_000)
            .build();
    for (int attempt = 1; ; attempt++) {
      try {
        return Nats.connect(options);
      } catch (IOException e) {
        if (attempt == 100) {
          throw e;
        }
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
      }
    }
  }

  @Override
  public Client connect(String address) throws Exception {
    Connection connection = open(address);
    return new Client() {
      @Override
      public Unary<?> unary(int bytes) {
        return new Request(connection, new byte[bytes]);
      }
    };
  }

  private record Request(Connection connection, byte[] body) implements Unary<Message> {
    @Override
    public void call(Completable<? super Message> done) {
      var unused = connection.request(SUBJECT, body).whenComplete(done::complete);
    }

    @Override
    public int size(Message reply) {
      return reply.getData().length;
    }
  }
}
