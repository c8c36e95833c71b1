package io.weft.topic;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.internal.VertxInternal;
import io.weft.wire.Reader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiPredicate;
import java.util.function.Supplier;

/** Several nodes in one JVM. Frames arrive on the sender's thread, interests at once. */
final class FakeCluster implements AutoCloseable {
  static final int STRANDS = 4;

  record Frame(String from, String to, byte[] bytes) {}

  final Vertx vertx = Vertx.vertx();
  private final Map<String, Node> nodes = new LinkedHashMap<>();

  /** Decides by sender and target whether a frame is refused by the sender's link. */
  volatile BiPredicate<String, String> refuse = (from, to) -> false;

  /** Decides by sender and target whether a frame is lost silently. */
  volatile BiPredicate<String, String> lose = (from, to) -> false;

  /** Whether nodes hear of each other's interests. */
  volatile boolean gossip = true;

  /** What announcing comes to. */
  volatile Supplier<Future<Void>> announcing = Future::succeededFuture;

  final class Node implements Cluster {
    final String id;
    final long incarnation;
    final Topics topics;
    final Context context = newContext();
    final List<Frame> sent = new ArrayList<>();
    volatile List<Interest> mine = List.of();
    volatile int announcements;

    Node(String id, long incarnation) {
      this.id = id;
      this.incarnation = incarnation;
      this.topics = new Topics(vertx, id, this, 1 << 20);
    }

    @Override
    public int strands() {
      return STRANDS;
    }

    @Override
    public int strand() {
      return (int) (Thread.currentThread().getId() % STRANDS);
    }

    @Override
    public boolean send(int strand, String node, byte[] bytes, int offset, int length) {
      if (refuse.test(id, node)) {
        return false;
      }
      byte[] copy = Arrays.copyOfRange(bytes, offset, offset + length);
      synchronized (sent) {
        sent.add(new Frame(id, node, copy));
      }
      Node target = nodes.get(node);
      if (target != null && !lose.test(id, node)) {
        byte[] padded = new byte[length + 3];
        System.arraycopy(copy, 0, padded, 3, length);
        target.topics.receive(id, incarnation, new Reader(padded, 3, length));
      }
      return target != null;
    }

    @Override
    public Future<Void> announce(List<Interest> interests) {
      mine = interests;
      announcements++;
      spread();
      return announcing.get();
    }

    /** Subscribes on this node's context. */
    <T> T on(Supplier<Future<T>> work) {
      return FakeCluster.on(context, work);
    }

    int frames() {
      synchronized (sent) {
        return sent.size();
      }
    }
  }

  Node node(String id) {
    Node before = nodes.get(id);
    return start(id, before == null ? 1 : before.incarnation + 1);
  }

  Node start(String id, long incarnation) {
    Node node = new Node(id, incarnation);
    nodes.put(id, node);
    spread();
    return node;
  }

  Context newContext() {
    return ((VertxInternal) vertx).createEventLoopContext();
  }

  Context newWorker() {
    return ((VertxInternal) vertx).createWorkerContext();
  }

  void spread() {
    if (gossip) {
      List<Cluster.Interest> all = new ArrayList<>();
      nodes.values().forEach(node -> all.addAll(node.mine));
      nodes.values().forEach(node -> node.topics.interest(all));
    }
  }

  /** Waits until everything scheduled on the contexts of the nodes has run. */
  void settle() {
    nodes.values().forEach(node -> settle(node.context));
  }

  static void settle(Context context) {
    for (int i = 0; i < 20; i++) {
      on(context, Future::succeededFuture);
    }
  }

  static <T> T on(Context context, Supplier<Future<T>> work) {
    Promise<T> done = Promise.promise();
    context.runOnContext(
        none -> {
          try {
            work.get().onComplete(done);
          } catch (RuntimeException e) {
            done.fail(e);
          }
        });
    return await(done.future());
  }

  static <T> T await(Future<T> future) {
    CompletableFuture<T> done = future.toCompletionStage().toCompletableFuture();
    try {
      return done.get(20, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new AssertionError(e.getCause());
    } catch (InterruptedException | TimeoutException e) {
      throw new AssertionError("not completed", e);
    }
  }

  @Override
  public void close() {
    await(vertx.close());
  }
}
