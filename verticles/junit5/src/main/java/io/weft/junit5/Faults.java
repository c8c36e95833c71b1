package io.weft.junit5;

import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;

/**
 * Trouble for the nodes of a {@link MeshTest}. Every fault ends with the test at the latest, and
 * then all nodes are replaced, so that no caller remembers the trouble in the next test. Called by
 * the thread of the test.
 *
 * <p>What is not simulated: all nodes share one JVM, so one garbage collector, one clock and one
 * class path; a cluster that is slow to notice (here it notices a death or a cut at once); the loss
 * of cluster maps or registrations; slow or full sockets; damaged bytes.
 */
public final class Faults {
  private final MeshNodes nodes;

  Faults(MeshNodes nodes) {
    this.nodes = nodes;
  }

  /**
   * The way from one node to another.
   *
   * @param from the sender's index
   * @param to the receiver's index, another node
   * @return where batches can be lost or delayed
   */
  public Path from(int from, int to) {
    return path(from, to, false);
  }

  /**
   * Both ways between two nodes; a number of batches counts for both together.
   *
   * @param one a node's index
   * @param other another node's index
   * @return where batches can be lost or delayed
   */
  public Path between(int one, int other) {
    return path(one, other, true);
  }

  private Path path(int from, int to, boolean bothWays) {
    nodes.live(from);
    nodes.live(to);
    if (from == to) {
      throw new IllegalArgumentException(
          "from node %d to node %d (expected: two nodes; what a node sends itself never leaves it)"
              .formatted(from, to));
    }
    nodes.faulty();
    return new Path(nodes.world().batchFaults, from, to, bothWays);
  }

  /**
   * Parts some nodes from all others: no batch gets through, and each side sees the nodes of the
   * other side leave the cluster. Returns when they did. Healing merges both sides. Replies to
   * plain event-bus requests that are under way still arrive.
   *
   * @param side the nodes of one side, at least one and not all
   * @return the fault
   */
  public Fault cut(int... side) {
    Set<String> ids =
        Arrays.stream(side).mapToObj(nodes::live).map(LiveNode::id).collect(Collectors.toSet());
    if (ids.isEmpty() || ids.size() == nodes.size()) {
      throw new IllegalArgumentException(
          "cut: nodes %s of %d (expected: at least one, and not all)"
              .formatted(Arrays.toString(side), nodes.size()));
    }
    nodes.faulty();
    Runnable heal = nodes.world().cluster.cut(ids);
    nodes.world().awaitAgreed();
    return once(
        () -> {
          heal.run();
          nodes.world().awaitAgreed();
        });
  }

  /**
   * Kills a node: without a word it is gone for the others, its connections close, and its event
   * loops stand still. Returns when the other nodes noticed. Healing starts a new node in its place
   * with {@link NodeSetup#started} and what {@link MeshNodes#serve} served there; {@code Mesh} and
   * proxies of the old one stay dead.
   *
   * <p>Unlike in a process that dies, code on worker and virtual threads and the test's own threads
   * runs on, calls made on the dead node never complete, and its verticles are stopped when it is
   * cleared away.
   *
   * @param node its index
   * @return the fault
   */
  public Fault kill(int node) {
    LiveNode live = nodes.live(node);
    if (live.dead()) {
      throw new IllegalStateException("node " + node + " is dead (expected: alive); heal it first");
    }
    nodes.faulty();
    live.kill();
    nodes.world().awaitAgreed();
    return once(() -> nodes.revive(node));
  }

  /**
   * Stops a node like SIGSTOP: its event loops stand still, its connections stay, it belongs to the
   * cluster. Returns when all event loops stand. Healing lets them go on with what came meanwhile.
   *
   * <p>Unlike in a stopped process, code on worker and virtual threads runs on until it needs an
   * event loop.
   *
   * @param node its index
   * @return the fault
   */
  public Fault wedge(int node) {
    LiveNode live = nodes.live(node);
    if (!live.running()) {
      throw new IllegalStateException(
          "node " + node + " is dead or wedged (expected: it works); heal it first");
    }
    nodes.faulty();
    live.wedge();
    return once(
        () -> {
          if (!live.dead()) {
            live.release();
          }
        });
  }

  private static Fault once(Runnable heal) {
    AtomicBoolean healed = new AtomicBoolean();
    return () -> {
      if (healed.compareAndSet(false, true)) {
        heal.run();
      }
    };
  }
}
