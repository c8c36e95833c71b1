package io.weft.bench.subject;

import io.vertx.core.Completable;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.eventbus.EventBus;
import io.vertx.core.eventbus.Message;
import io.vertx.core.eventbus.MessageConsumer;

/** A bare request of a buffer over the clustered event bus. */
final class EventBusSubject implements Subject {
  private static final String ADDRESS = "bench.echo";

  @Override
  public String name() {
    return "event-bus";
  }

  @Override
  public Server serve() throws Exception {
    ClusterNode node = ClusterNode.first(name());
    node.onContext(
        () -> {
          MessageConsumer<Buffer> consumer =
              node.vertx().eventBus().consumer(ADDRESS, message -> message.reply(message.body()));
          return consumer.completion();
        });
    return new Server(node.port());
  }

  @Override
  public Client connect(String address) throws Exception {
    ClusterNode node = ClusterNode.join(name(), address);
    return new Client() {
      @Override
      public void execute(Runnable task) {
        node.execute(task);
      }

      @Override
      public Unary<?> unary(int bytes) {
        return new Request(node.vertx().eventBus(), Buffer.buffer(new byte[bytes]));
      }
    };
  }

  private record Request(EventBus bus, Buffer body) implements Unary<Message<Buffer>> {
    @Override
    public void call(Completable<? super Message<Buffer>> done) {
      bus.<Buffer>request(ADDRESS, body).onComplete(done);
    }

    @Override
    public int size(Message<Buffer> reply) {
      return reply.body().length();
    }
  }
}
