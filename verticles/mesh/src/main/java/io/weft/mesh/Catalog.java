package io.weft.mesh;

import io.vertx.core.Future;
import io.vertx.core.internal.ContextInternal;
import io.vertx.core.internal.VertxInternal;
import io.weft.call.Contract;
import io.weft.link.Lane;
import io.weft.link.Lanes;
import io.weft.link.Served;
import io.weft.registry.ContractEntry;
import io.weft.registry.HealthChecks;
import io.weft.registry.NodeEntry;
import io.weft.registry.Registry;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** What this node serves: the numbers that stand in its registry entry, and what they mean. */
final class Catalog {
  private final VertxInternal vertx;
  private final Lanes lanes;
  private final Registry registry;
  private final HealthChecks checks;
  private final Contradictions contradictions;
  private volatile @Nullable Served[] byId = new Served[0];

  Catalog(VertxInternal vertx, Lanes lanes, Registry registry) {
    this.vertx = vertx;
    this.lanes = lanes;
    this.registry = registry;
    this.checks = new HealthChecks(registry);
    this.contradictions = new Contradictions(registry);
  }

  @Nullable Served served(int id) {
    @Nullable Served[] now = byId;
    return id >= 0 && id < now.length ? now[id] : null;
  }

  <T> Future<Registration> serve(
      Contract<T> contract, T service, ServeOptions options, Pipelines pipelines) {
    ContextInternal context = vertx.getOrCreateContext().unwrap();
    Lane lane = lanes.of(context);
    if (lane == null) {
      return Future.failedFuture(
          new IllegalStateException(
              "serve " + contract.service() + " on a context of the Vert.x that joined the mesh"));
    }
    Served.Pipeline pipeline =
        new Served.Pipeline(
            pipelines.server(options, contract),
            pipelines.handlers(options, contract),
            contract.skeleton(service));
    Served served = add(lane, context, contract, pipeline);
    ContractEntry entry = ContractEntry.of(contract);
    NodeEntry.ServiceEntry advertised =
        NodeEntry.ServiceEntry.of(
                contract.service(),
                contract.version(),
                served.id(),
                List.of(lane.address().lane()),
                entry.fingerprint())
            .withWeight(options.weight())
            .withSlowStart(options.slowStart().toMillis());
    Serving serving = new Serving(served);
    return registry
        .publish(entry)
        .compose(known -> registry.update(own -> own.withService(advertised)))
        .map(
            known -> {
              contradictions.watch(contract);
              if (options.health() != null) {
                serving.endChecks = checks.add(served.id(), options.health());
              }
              if (context.deployment() != null) {
                context.addCloseHook(done -> serving.close().onComplete(done));
              }
              return (Registration) serving;
            })
        .recover(failure -> serving.close().transform(closed -> Future.failedFuture(failure)));
  }

  private synchronized Served add(
      Lane lane, ContextInternal context, Contract<?> contract, Served.Pipeline pipeline) {
    @Nullable Served[] next = Arrays.copyOf(byId, Math.max(1, byId.length) + 1);
    // Numbers start at 1 and are never used again: a late call must not reach another service.
    int id = next.length - 1;
    Served served = new Served(id, lane, context, contract, pipeline);
    next[id] = served;
    byId = next;
    return served;
  }

  private synchronized void remove(int id) {
    @Nullable Served[] next = byId.clone();
    next[id] = null;
    byId = next;
  }

  Contradictions contradictions() {
    return contradictions;
  }

  void drain() {
    for (Served served : byId) {
      if (served != null) {
        served.drain();
      }
    }
  }

  int inFlight() {
    int sum = 0;
    for (Served served : byId) {
      sum += served == null ? 0 : served.inFlight();
    }
    return sum;
  }

  /** One registration of a service. */
  private final class Serving implements Registration {
    private final Served served;
    private final AtomicBoolean closed = new AtomicBoolean();
    private Runnable endChecks = () -> {};

    Serving(Served served) {
      this.served = served;
    }

    @Override
    public Future<Void> close() {
      if (!closed.compareAndSet(false, true)) {
        return Future.succeededFuture();
      }
      endChecks.run();
      return registry
          .update(own -> own.withoutService(served.id()))
          .eventually(
              () -> {
                served.drain();
                remove(served.id());
                return Future.succeededFuture();
              });
    }
  }
}
