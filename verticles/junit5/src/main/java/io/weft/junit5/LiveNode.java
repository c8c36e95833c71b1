package io.weft.junit5;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.eventbus.EventBusOptions;
import io.vertx.core.eventbus.impl.EventBusInternal;
import io.weft.mesh.Mesh;
import io.weft.mesh.MeshOptions;
import io.weft.registry.NodeEntry;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One start of a node. */
final class LiveNode {
  /** How long anything of a node may take before the test fails. */
  static final Duration PATIENCE = Duration.ofSeconds(20);

  /** Shorter than in life: a cut that healed is forgotten after two thirds of it. */
  private static final Duration LEASE = Duration.ofSeconds(3);

  final int index;
  final Vertx vertx;
  final Mesh mesh;
  private final Member member;
  private final Context context;
  private volatile @Nullable Wedge wedge;
  private volatile boolean dead;

  private LiveNode(int index, Vertx vertx, Mesh mesh, Member member) {
    this.index = index;
    this.vertx = vertx;
    this.mesh = mesh;
    this.member = member;
    this.context = vertx.getOrCreateContext();
  }

  static Future<LiveNode> start(int index, LocalCluster cluster, NodeSetup setup, Wire wire) {
    VertxOptions options =
        setup.vertx(
            index,
            new VertxOptions()
                .setEventLoopPoolSize(2)
                .setEventBusOptions(
                    new EventBusOptions().setHost("127.0.0.1").setConnectTimeout(3_000)));
    MeshOptions join =
        setup.mesh(index, MeshOptions.defaults().withName("node-" + index).withLease(LEASE));
    Member member = new Member(cluster);
    return Vertx.builder()
        .with(options)
        .withClusterManager(member)
        .buildClustered()
        .compose(
            vertx -> {
              wire.attach(vertx, member.getNodeId(), index);
              return Mesh.join(vertx, join)
                  .map(mesh -> new LiveNode(index, vertx, mesh, member))
                  .compose(node -> node.inside(() -> setup.started(index, node.mesh, vertx), node))
                  .recover(e -> vertx.close().transform(closed -> Future.failedFuture(e)));
            });
  }

  private <T> Future<T> inside(Supplier<? extends Future<?>> work, T result) {
    Promise<T> promise = Promise.promise();
    context.runOnContext(
        start -> {
          try {
            work.get().<T>map(done -> result).onComplete(promise);
          } catch (RuntimeException e) {
            promise.tryFail(e);
          }
        });
    return promise.future();
  }

  /** Runs something on one of the node's event loops and waits for it. */
  <T> T on(Supplier<Future<T>> work) {
    Promise<T> promise = Promise.promise();
    Future<?> started =
        inside(
            () -> {
              Future<T> result = work.get();
              result.onComplete(promise);
              return result;
            },
            promise);
    return ended(started.compose(done -> promise.future()), "node " + index);
  }

  String id() {
    return member.getNodeId();
  }

  /** Whether it works: neither killed nor wedged. */
  boolean running() {
    return !dead && wedge == null;
  }

  boolean dead() {
    return dead;
  }

  /** Whether it belongs to the mesh in its own eyes. */
  boolean joined() {
    return mesh.registry().table().node(id()) != null;
  }

  /** Whether it is as it was after its start: not left, not draining. */
  boolean intact() {
    NodeEntry own = mesh.registry().table().node(id());
    return running() && own != null && own.state() == NodeEntry.State.UP;
  }

  synchronized void wedge() {
    if (wedge == null) {
      wedge = Wedge.of(vertx, PATIENCE);
    }
  }

  synchronized void release() {
    Wedge now = wedge;
    if (now != null) {
      now.release();
      wedge = null;
    }
  }

  /** Cut off at once, then its sockets close, then its event loops stand still. */
  synchronized void kill() {
    dead = true;
    member.die();
    release();
    Promise<Void> closed = Promise.promise();
    ((EventBusInternal) vertx.eventBus()).close(closed);
    ended(closed.future().otherwiseEmpty(), "the event bus of node " + index);
    wedge();
  }

  Future<Void> close() {
    release();
    return vertx.close();
  }

  /** Waits on a thread outside Vert.x. */
  static <T> T ended(Future<T> future, String what) {
    if (Context.isOnEventLoopThread()) {
      throw new IllegalStateException(
          what + ": called on an event loop (expected: the thread of the test)");
    }
    try {
      return future.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new AssertionError(what + " still waits after " + PATIENCE.toSeconds() + " s", e);
    }
  }
}
