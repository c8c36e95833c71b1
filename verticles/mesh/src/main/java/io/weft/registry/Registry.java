package io.weft.registry;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.internal.VertxInternal;
import io.weft.call.Clock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * A node's part in the mesh-wide directory: writes the node's own entry into the cluster map {@code
 * weft.nodes} and keeps a {@link Table} of all entries.
 *
 * <p>Every third of its lease a node writes its entry anew and reads the whole map; hints over the
 * event bus and membership events only make it faster. So lost hints, lost partitions, merges and
 * ghosts heal by themselves. While the map cannot be read, the last table serves on. On a Vert.x
 * without a cluster it is a directory of one node.
 *
 * <p>Methods may be called from every thread. Listeners run on the registry's event loop and must
 * not block.
 */
public final class Registry {
  private final Cluster cluster;
  private final Reconciler reconciler;
  private final Compatibility.Contracts contracts;

  /**
   * Counters since the start.
   *
   * @param reloads how often the map was read
   * @param outages how often the map began to be unusable
   * @param damaged how many texts in the map did not parse
   * @param evicted how many entries of dead nodes this node removed
   * @param vanished how often the own entry was missing or replaced in the map
   */
  public record Stats(long reloads, long outages, long damaged, long evicted, long vanished) {}

  Registry(Cluster cluster, Clock clock, NodeEntry own) {
    this.cluster = cluster;
    this.contracts = new Compatibility.Contracts(cluster);
    this.reconciler = new Reconciler(cluster, clock, contracts, own);
  }

  /**
   * Creates the registry of a node; nothing is written before {@link #start}.
   *
   * @param vertx clustered, or not for a mesh of one node
   * @param clock for leases and ages
   * @param own the node's first entry; with a cluster its node must be the cluster's id of this
   *     node
   * @return the registry
   */
  public static Registry create(VertxInternal vertx, Clock clock, NodeEntry own) {
    Cluster cluster = new Cluster.OnVertx(vertx, own.node(), own.leaseMillis());
    return new Registry(cluster, clock, own);
  }

  /**
   * Writes the own entry and reads those of the others. Call it when the node's lanes listen.
   *
   * @return completes when {@link #table} is filled; fails when the maps cannot be used, and then
   *     the registry is of no use any more
   */
  public Future<Void> start() {
    return inside(reconciler::start);
  }

  /**
   * Changes the own entry. The own {@link #table} shows it at once; changes made close together are
   * written once.
   *
   * @param change makes the new entry of the present one; node, incarnation and lease stay; runs on
   *     the registry's event loop
   * @return completes when the cluster has it; fails with UNAVAILABLE when it could not be written
   *     now: the change stays and is written with a later beat
   */
  public Future<Void> update(UnaryOperator<NodeEntry> change) {
    return inside(() -> reconciler.update(change));
  }

  /**
   * The own entry as it was last changed; its beat and ages mean nothing.
   *
   * @return the entry
   */
  public NodeEntry own() {
    return reconciler.own();
  }

  /**
   * What is known now.
   *
   * @return an immutable snapshot, empty before {@link #start}
   */
  public Table table() {
    return reconciler.table();
  }

  /**
   * Counters.
   *
   * @return a snapshot
   */
  public Stats stats() {
    return reconciler.stats();
  }

  /**
   * Listens to changes of the table. The present table is not told.
   *
   * @param listener gets each new table
   * @return ends the listening
   */
  public Runnable onChange(Consumer<Table> listener) {
    return reconciler.onChange(listener);
  }

  /**
   * Listens to the loss of nodes: the cluster says they are gone, or they are no members and let
   * their lease run out. A node that takes back its entry is not lost before it leaves the cluster.
   *
   * @param listener gets the node's id, once for each loss, before the table changes
   * @return ends the listening
   */
  public Runnable onLost(Consumer<String> listener) {
    return reconciler.onLost(listener);
  }

  /**
   * Makes a contract known to the mesh, unless it is. Call it before the service is added to the
   * own entry. A type of events replaces what other nodes said about it.
   *
   * @param entry the contract, or a type of events
   * @return completes when the cluster has it; fails with UNAVAILABLE when it could not be written
   *     now: it is written later
   */
  public Future<Void> publish(ContractEntry entry) {
    return inside(() -> contracts.publish(entry));
  }

  /**
   * Finds a contract that some node serves. Answers are kept.
   *
   * @param service the full service name
   * @param fingerprint see {@link ContractEntry#fingerprint}
   * @return the contract; fails with NOT_FOUND when the mesh does not know it, UNAVAILABLE when the
   *     map cannot be read, DATA_LOSS when its text is damaged
   */
  public Future<ContractEntry> contract(String service, String fingerprint) {
    return inside(() -> contracts.find(ContractEntry.key(service, fingerprint)));
  }

  /**
   * Finds a type of events that some node publishes or subscribes to. Read from the map each time:
   * when builds of the type differ, it is what the last node to begin with it said.
   *
   * @param type the full protobuf name
   * @return the type's entry; fails as {@link #contract}
   */
  public Future<ContractEntry> event(String type) {
    return inside(() -> contracts.find(ContractEntry.eventKey(type)));
  }

  /**
   * Keeps this node's event-bus registration of an address alive: when the cluster loses it, the
   * next reconcile puts it back. Ends with {@link #leave}, so unregister the consumer after that.
   *
   * @param address an address with one clustered consumer on this node, already registered
   * @return completes when the registration is known; a failure means that it is not guarded
   */
  public Future<Void> guard(String address) {
    return inside(() -> cluster.guard(address));
  }

  /**
   * Removes the own entry and ends the registry; the last table stays readable.
   *
   * @return completes when the others can know; with a cluster that does not answer it fails after
   *     30 s, or three leases if that is longer
   */
  public Future<Void> leave() {
    return inside(reconciler::leave);
  }

  /**
   * Takes a node's own word that it drains, which comes sooner over a link than through the map.
   * Any thread.
   *
   * @param node its id
   */
  public void draining(String node) {
    cluster.execute(() -> reconciler.draining(node));
  }

  /** The thread and timers of this registry. */
  Cluster cluster() {
    return cluster;
  }

  /** Runs something on the registry's thread after the next look at the map. */
  void later(Runnable task) {
    cluster.execute(() -> reconciler.later(task));
  }

  private <T> Future<T> inside(Supplier<Future<T>> operation) {
    Promise<T> promise = cluster.promise();
    cluster.execute(
        () -> {
          try {
            operation.get().onComplete(promise);
          } catch (RuntimeException e) {
            promise.tryFail(e);
          }
        });
    return promise.future();
  }
}
