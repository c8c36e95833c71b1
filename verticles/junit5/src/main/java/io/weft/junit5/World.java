package io.weft.junit5;

import io.vertx.core.Future;
import io.weft.registry.NodeEntry;
import io.weft.registry.Table;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** One cluster and its nodes. */
final class World {
  private static final long LOOK_AGAIN_MILLIS = 100;

  final LocalCluster cluster = new LocalCluster();
  final List<BatchFault> batchFaults = new CopyOnWriteArrayList<>();
  private final NodeSetup setup;
  private final Wire wire = new Wire(cluster, batchFaults);
  private final List<LiveNode> nodes = new CopyOnWriteArrayList<>();

  World(int count, NodeSetup setup) {
    this.setup = setup;
    List<Future<LiveNode>> starting =
        IntStream.range(0, count)
            .mapToObj(index -> LiveNode.start(index, cluster, setup, wire))
            .toList();
    Future<?> all = Future.join(starting);
    try {
      LiveNode.ended(all, "the start of " + count + " nodes");
      starting.forEach(node -> nodes.add(node.result()));
      awaitAgreed();
    } catch (RuntimeException | Error e) {
      starting.stream().filter(Future::succeeded).forEach(node -> node.result().close());
      cluster.close();
      throw e;
    }
  }

  LiveNode node(int index) {
    return nodes.get(index);
  }

  List<LiveNode> nodes() {
    return nodes;
  }

  /** Starts a node anew in the place of one that is closed. */
  void replace(int index) {
    LiveNode.ended(node(index).close().otherwiseEmpty(), "the end of node " + index);
    nodes.set(
        index,
        LiveNode.ended(LiveNode.start(index, cluster, setup, wire), "the start of node " + index));
  }

  void close() {
    batchFaults.clear();
    cluster.dissolve();
    List<Future<Void>> closing = new ArrayList<>();
    nodes.forEach(node -> closing.add(node.close()));
    try {
      LiveNode.ended(Future.join(closing).otherwiseEmpty(), "the end of the nodes");
    } finally {
      cluster.close();
    }
  }

  /** Waits until every node that works knows exactly the nodes it can reach and what they serve. */
  void awaitAgreed() {
    await(this::disagreement);
  }

  private @Nullable String disagreement() {
    for (LiveNode observer : nodes) {
      if (observer.running() && observer.joined()) {
        for (LiveNode other : nodes) {
          String difference = difference(observer, other);
          if (difference != null) {
            return difference;
          }
        }
      }
    }
    return null;
  }

  private @Nullable String difference(LiveNode observer, LiveNode other) {
    Table table = observer.mesh.registry().table();
    NodeEntry seen = table.node(other.id());
    String who = "node " + observer.index + " about node " + other.index + ": ";
    if (!cluster.sees(observer.id(), other.id())) {
      return seen == null ? null : who + "still there (expected: gone)";
    }
    if (!other.running()) {
      return null; // a wedged node is a member, and may be suspect or not
    }
    if (!other.joined()) {
      return null; // the test made it leave the mesh
    }
    if (seen == null || table.suspect(other.id())) {
      return who + (seen == null ? "unknown" : "suspect") + " (expected: there)";
    }
    Set<Integer> known = services(seen);
    Set<Integer> served = services(other.mesh.registry().own());
    return known.equals(served)
        ? null
        : who + known.size() + " services (expected: " + served.size() + ")";
  }

  private static Set<Integer> services(NodeEntry entry) {
    return entry.services().stream().map(NodeEntry.ServiceEntry::id).collect(Collectors.toSet());
  }

  /** Waits for changes of the nodes' tables until nothing is missing any more. */
  void await(Supplier<@Nullable String> missing) {
    Semaphore changes = new Semaphore(0);
    List<Runnable> ends =
        nodes.stream()
            .map(node -> node.mesh.registry().onChange(table -> changes.release()))
            .toList();
    try {
      Duration limit = LiveNode.PATIENCE;
      long end = System.nanoTime() + limit.toNanos();
      for (String why = missing.get(); why != null; why = missing.get()) {
        if (System.nanoTime() - end >= 0) {
          throw new AssertionError("after " + limit.toSeconds() + " s: " + why);
        }
        // What is awaited may hang on more than tables, so it is looked at without a change, too.
        if (changes.tryAcquire(LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS)) {
          changes.drainPermits();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting", e);
    } finally {
      ends.forEach(Runnable::run);
    }
  }
}
