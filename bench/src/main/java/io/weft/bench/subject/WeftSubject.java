package io.weft.bench.subject;

import io.vertx.core.Completable;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.streams.ReadStream;
import io.weft.bench.echo.Echo;
import io.weft.bench.echo.EchoReply;
import io.weft.bench.echo.EchoRequest;
import io.weft.mesh.Mesh;
import io.weft.stream.Streams;
import java.util.stream.Stream;

/** Weft: the generated proxy, the standard pipeline, a clustered Vert.x. */
final class WeftSubject implements Subject {
  @Override
  public String name() {
    return "weft";
  }

  @Override
  public boolean streams() {
    return true;
  }

  @Override
  public Server serve() throws Exception {
    ClusterNode node = ClusterNode.first(name());
    node.onContext(
        () -> Mesh.join(node.vertx()).compose(mesh -> mesh.serve(Echo.class, new Service())));
    return new Server(node.port());
  }

  @Override
  public Client connect(String address) throws Exception {
    ClusterNode node = ClusterNode.join(name(), address);
    Echo echo = node.onContext(() -> Mesh.join(node.vertx()).map(mesh -> mesh.client(Echo.class)));
    return new Caller(node, echo);
  }

  private static final class Service implements Echo {
    @Override
    public Future<EchoReply> echo(EchoRequest request) {
      return Future.succeededFuture(new EchoReply(request.text()));
    }

    @Override
    public ReadStream<EchoReply> stream(int count, int bytes) {
      String text = "x".repeat(bytes);
      return Streams.from(Stream.generate(() -> new EchoReply(text)).limit(count).iterator());
    }
  }

  private record Caller(ClusterNode node, Echo echo) implements Client {
    @Override
    public void execute(Runnable task) {
      node.execute(task);
    }

    @Override
    public Unary<?> unary(int bytes) {
      return new Request(echo, "x".repeat(bytes));
    }

    @Override
    public Future<Long> stream(int count, int bytes) {
      Promise<Long> done = Promise.promise();
      long[] items = new long[1];
      ReadStream<EchoReply> replies = echo.stream(count, bytes);
      replies.exceptionHandler(done::tryFail);
      replies.endHandler(end -> done.tryComplete(items[0]));
      replies.handler(
          item -> {
            if (item.text().length() == bytes) {
              items[0]++;
            }
          });
      return done.future();
    }
  }

  private record Request(Echo echo, String text) implements Unary<EchoReply> {
    @Override
    public void call(Completable<? super EchoReply> done) {
      echo.echo(new EchoRequest(text)).onComplete(done);
    }

    @Override
    public int size(EchoReply reply) {
      return reply.text().length();
    }
  }
}
