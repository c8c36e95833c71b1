package io.weft.bench.overload;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.weft.bench.subject.ClusterNode;
import io.weft.call.CallContext;
import io.weft.mesh.Mesh;
import io.weft.mesh.Registration;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/** Serves one part of the {@link Chain}. On one event loop. */
final class ChainServer implements Chain.First, Chain.Second, Chain.Third {
  private final Vertx vertx;
  private final int place;
  private final Function<Chain.Step, Future<Integer>> next;
  private int started;
  private int late;
  private int hanging;
  private int cancelled;

  private ChainServer(Vertx vertx, int place, Function<Chain.Step, Future<Integer>> next) {
    this.vertx = vertx;
    this.place = place;
    this.next = next;
  }

  static Part.Answers start(ClusterNode node, String name) throws TimeoutException {
    node.onContext(() -> Mesh.join(node.vertx()).compose(mesh -> serve(mesh, node.vertx(), name)));
    return question -> "{}";
  }

  private static Future<Registration> serve(Mesh mesh, Vertx vertx, String name) {
    return switch (name) {
      case "first" -> {
        Chain.Second second = mesh.client(Chain.Second.class, Chain.patient());
        yield mesh.serve(Chain.First.class, new ChainServer(vertx, 0, second::go));
      }
      case "second" -> {
        Chain.Third third = mesh.client(Chain.Third.class, Chain.patient());
        yield mesh.serve(Chain.Second.class, new ChainServer(vertx, 1, third::go));
      }
      default ->
          mesh.serve(
              Chain.Third.class, new ChainServer(vertx, 2, step -> Future.succeededFuture(0)));
    };
  }

  @Override
  public Future<Integer> go(Chain.Step step) {
    long now = System.nanoTime();
    started++;
    if (step.deadlineNanos() != 0 && now - step.deadlineNanos() > 0) {
      late++;
    }
    if (step.deadlineNanos() == 0 && place == 2) {
      return hang();
    }
    int delay = step.delayMillis().isEmpty() ? 0 : step.delayMillis().get(place);
    if (delay == 0) {
      return next.apply(step).map(below -> below + 1);
    }
    return vertx.timer(delay).compose(waited -> next.apply(step)).map(below -> below + 1);
  }

  private Future<Integer> hang() {
    CallContext call = CallContext.current();
    if (call == null) {
      return Future.failedFuture(new IllegalStateException("a handler without a call"));
    }
    hanging++;
    Promise<Integer> never = Promise.promise();
    call.onCancel(
        () -> {
          hanging--;
          cancelled++;
          never.tryFail("cancelled");
        });
    return never.future();
  }

  @Override
  public Future<Chain.Seen> seen() {
    return Future.succeededFuture(new Chain.Seen(started, late, hanging, cancelled));
  }
}
