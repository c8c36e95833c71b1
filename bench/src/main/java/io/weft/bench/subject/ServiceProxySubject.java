package io.weft.bench.subject;

import io.vertx.core.Completable;
import io.vertx.core.Future;
import io.vertx.core.eventbus.MessageConsumer;
import io.vertx.core.json.JsonObject;
import io.vertx.serviceproxy.ServiceBinder;
import io.vertx.serviceproxy.ServiceProxyBuilder;
import io.weft.bench.echo.StockEcho;

/** Vert.x' own service proxies over the clustered event bus. */
final class ServiceProxySubject implements Subject {
  private static final String ADDRESS = "bench.echo";

  @Override
  public String name() {
    return "vertx-service-proxy";
  }

  @Override
  public Server serve() throws Exception {
    ClusterNode node = ClusterNode.first(name());
    node.onContext(
        () -> {
          MessageConsumer<JsonObject> consumer =
              new ServiceBinder(node.vertx())
                  .setAddress(ADDRESS)
                  .register(StockEcho.class, Future::succeededFuture);
          return consumer.completion();
        });
    return new Server(node.port());
  }

  @Override
  public Client connect(String address) throws Exception {
    ClusterNode node = ClusterNode.join(name(), address);
    StockEcho echo =
        new ServiceProxyBuilder(node.vertx()).setAddress(ADDRESS).build(StockEcho.class);
    return new Client() {
      @Override
      public void execute(Runnable task) {
        node.execute(task);
      }

      @Override
      public Unary<?> unary(int bytes) {
        return new Request(echo, "x".repeat(bytes));
      }
    };
  }

  private record Request(StockEcho echo, String text) implements Unary<String> {
    @Override
    public void call(Completable<? super String> done) {
      echo.echo(text).onComplete(done);
    }

    @Override
    public int size(String reply) {
      return reply.length();
    }
  }
}
