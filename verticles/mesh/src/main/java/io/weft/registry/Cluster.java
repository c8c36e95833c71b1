package io.weft.registry;

import io.vertx.core.Completable;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.eventbus.DeliveryOptions;
import io.vertx.core.eventbus.Message;
import io.vertx.core.eventbus.MessageConsumer;
import io.vertx.core.impl.VertxImpl;
import io.vertx.core.internal.ContextInternal;
import io.vertx.core.internal.VertxInternal;
import io.vertx.core.shareddata.AsyncMap;
import io.vertx.core.spi.cluster.ClusterManager;
import io.vertx.core.spi.cluster.NodeListener;
import io.vertx.core.spi.cluster.RegistrationInfo;
import io.vertx.core.tracing.TracingPolicy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the registry needs of its surroundings: two maps, members, hints, one thread, timers. All
 * methods but {@link #execute} and {@link #promise} are called on that thread; the futures complete
 * there, within 10 s or the time of a lease if that is longer, and nothing is thrown.
 */
interface Cluster {
  /** The map of node entries, by node id. */
  String NODES = "weft.nodes";

  /** The map of contracts, by {@link ContractEntry#key()}. */
  String CONTRACTS = "weft.contracts";

  /** The event-bus address of hints; the body is the id of the node whose entry changed. */
  String HINTS = "weft.registry";

  /** What the surroundings tell; called on the registry's thread. */
  interface Events {
    void hinted(String node);

    void joined(String node);

    void left(String node);
  }

  Future<Void> open(Events events);

  /** Ends events and repairs; completes when no repair is under way any more. */
  Future<Void> close();

  /** The ids of the nodes that belong to the cluster; empty when nobody knows. */
  Set<String> members();

  Future<Map<String, String>> entries();

  Future<@Nullable String> get(String map, String key);

  Future<Void> put(String node, String text);

  /** Writes a contract if there is none with that key. */
  Future<Void> addContract(String key, String text);

  /** Writes a contract in place of one that may be there. */
  Future<Void> putContract(String key, String text);

  /** Removes an entry; with a text only if that is still the value. */
  Future<Void> remove(String node, @Nullable String text);

  void hint(String node);

  /** Keeps this node's registration of an event-bus address alive from now on. */
  Future<Void> guard(String address);

  /**
   * Puts back the guarded registrations that the cluster lost.
   *
   * @param announce also make all nodes read them again
   */
  void repair(boolean announce);

  void execute(Runnable task);

  /** Runs a task once; the result cancels it. */
  Runnable schedule(long delayMillis, Runnable task);

  /** A promise whose listeners run where the calling code belongs. */
  <T> Promise<T> promise();

  /** The surroundings that Vert.x offers; without a cluster, a mesh of one node. */
  final class OnVertx implements Cluster {
    private static final int MAX_ID = 128;

    /** A cluster that takes in a new member answers late. */
    private static final long LEAST_LIMIT_MILLIS = 10_000;

    private final VertxInternal vertx;
    private final ContextInternal context;
    private final String node;
    private final long limitMillis;
    private final @Nullable ClusterManager manager;
    private final Map<String, Set<RegistrationInfo>> guarded = new HashMap<>();
    private final Set<Future<Void>> repairs = new HashSet<>();
    private @Nullable AsyncMap<String, String> nodes;
    private @Nullable AsyncMap<String, String> contracts;
    private @Nullable MessageConsumer<Object> consumer;
    private boolean listening;

    OnVertx(VertxInternal vertx, String node, long leaseMillis) {
      this.vertx = vertx;
      // The bus connects to a node on the event loop that first sends there, and the registry's
      // hints come first: so they come from the loop that joined, where most calls will start.
      this.context =
          vertx.contextBuilder().withEventLoop(vertx.getOrCreateContext().nettyEventLoop()).build();
      this.node = node;
      this.limitMillis = Math.max(leaseMillis, LEAST_LIMIT_MILLIS);
      this.manager = vertx.isClustered() ? vertx.clusterManager() : null;
    }

    @Override
    public Future<Void> open(Events events) {
      if (manager != null && !node.equals(manager.getNodeId())) {
        return Future.failedFuture(
            new IllegalArgumentException(
                "node: "
                    + node
                    + " (expected: its id in the cluster, "
                    + manager.getNodeId()
                    + ")"));
      }
      if (manager != null && listenerIsFree()) {
        listening = true;
        manager.nodeListener(new Membership(this, events));
      }
      consumer = vertx.eventBus().consumer(HINTS, message -> hinted(message, events));
      return limited(consumer::completion)
          .compose(v -> limited(() -> vertx.sharedData().<String, String>getAsyncMap(NODES)))
          .onSuccess(map -> nodes = map)
          .compose(v -> limited(() -> vertx.sharedData().<String, String>getAsyncMap(CONTRACTS)))
          .onSuccess(map -> contracts = map)
          .compose(v -> guard(HINTS));
    }

    /** The SPI holds one listener, and Vert.x HA needs it. */
    private boolean listenerIsFree() {
      return vertx instanceof VertxImpl impl && impl.haManager() == null;
    }

    private static void hinted(Message<Object> message, Events events) {
      if (message.body() instanceof String id && !id.isEmpty() && id.length() <= MAX_ID) {
        events.hinted(id);
      }
    }

    @Override
    public Future<Void> close() {
      if (listening && manager != null) {
        manager.nodeListener(new Membership(this, null));
      }
      guarded.clear();
      List<Future<Void>> all = new ArrayList<>(repairs);
      if (consumer != null) {
        all.add(limited(consumer::unregister));
      }
      return Future.join(all).mapEmpty();
    }

    @Override
    public Set<String> members() {
      if (manager == null) {
        return Set.of(node);
      }
      try {
        Set<String> ids = new HashSet<>(manager.getNodes());
        ids.remove(null);
        return ids;
      } catch (RuntimeException e) {
        return Set.of(); // a cluster manager that shuts down throws
      }
    }

    @Override
    public Future<Map<String, String>> entries() {
      return with(nodes, AsyncMap::entries);
    }

    @Override
    public Future<@Nullable String> get(String map, String key) {
      return with(map.equals(NODES) ? nodes : contracts, m -> m.get(key));
    }

    @Override
    public Future<Void> put(String key, String text) {
      return with(nodes, m -> m.put(key, text));
    }

    @Override
    public Future<Void> addContract(String key, String text) {
      return with(contracts, m -> m.putIfAbsent(key, text).mapEmpty());
    }

    @Override
    public Future<Void> putContract(String key, String text) {
      return with(contracts, m -> m.put(key, text));
    }

    @Override
    public Future<Void> remove(String key, @Nullable String text) {
      return with(
          nodes,
          m -> text == null ? m.remove(key).mapEmpty() : m.removeIfPresent(key, text).mapEmpty());
    }

    @Override
    public void hint(String id) {
      vertx
          .eventBus()
          .publish(HINTS, id, new DeliveryOptions().setTracingPolicy(TracingPolicy.IGNORE));
    }

    @Override
    public Future<Void> guard(String address) {
      if (manager == null) {
        return Future.succeededFuture();
      }
      return own(address).onSuccess(found -> guarded.put(address, found)).mapEmpty();
    }

    @Override
    public void repair(boolean announce) {
      for (String address : List.copyOf(guarded.keySet())) {
        Future<Void> repair = own(address).compose(found -> repair(address, found, announce));
        repairs.add(repair);
        repair.onComplete(done -> repairs.remove(repair));
      }
    }

    private Future<Void> repair(String address, Set<RegistrationInfo> found, boolean announce) {
      Set<RegistrationInfo> known = guarded.get(address);
      if (known == null) {
        return Future.succeededFuture();
      }
      // What was lost before it was first read comes back when the cluster manager republishes it.
      if (known.isEmpty()) {
        known.addAll(found);
      }
      List<Future<Void>> all = new ArrayList<>();
      for (RegistrationInfo info : known) {
        if (!found.contains(info)) {
          all.add(register(address, info));
        }
      }
      if (announce) {
        // Registrations merged after a partition raise no event, and senders keep what they read
        // before. One more registration, added and removed, raises two.
        RegistrationInfo extra = new RegistrationInfo(node, Long.MAX_VALUE, false);
        all.add(
            register(address, extra)
                .eventually(
                    () ->
                        this.<Void>managed(
                            (m, done) -> m.removeRegistration(address, extra, done))));
      }
      return Future.join(all).mapEmpty();
    }

    private Future<Void> register(String address, RegistrationInfo info) {
      return managed((m, done) -> m.addRegistration(address, info, done));
    }

    /** This node's registrations; their sequence numbers are known to the cluster only. */
    private Future<Set<RegistrationInfo>> own(String address) {
      return this.<List<RegistrationInfo>>managed((m, done) -> m.getRegistrations(address, done))
          .map(
              list -> {
                Set<RegistrationInfo> own = new HashSet<>();
                for (RegistrationInfo info : list) {
                  if (info.nodeId().equals(node)
                      && !info.localOnly()
                      && info.seq() != Long.MAX_VALUE) {
                    own.add(info);
                  }
                }
                return own;
              });
    }

    /** An operation of the cluster manager. */
    private interface Managed<T> {
      void run(ClusterManager manager, Completable<T> done);
    }

    private <T> Future<T> managed(Managed<T> operation) {
      ClusterManager m = manager;
      if (m == null) {
        return Future.failedFuture("not clustered");
      }
      return limited(
          () -> {
            Promise<T> promise = context.promise();
            operation.run(m, promise);
            return promise.future();
          });
    }

    /** An operation of a map. */
    private interface Mapped<T> {
      Future<T> run(AsyncMap<String, String> map);
    }

    private <T> Future<T> with(@Nullable AsyncMap<String, String> map, Mapped<T> operation) {
      return map == null
          ? Future.failedFuture("the cluster maps are not open")
          : limited(() -> operation.run(map));
    }

    private <T> Future<T> limited(Supplier<Future<T>> operation) {
      try {
        return operation.get().timeout(limitMillis, TimeUnit.MILLISECONDS);
      } catch (RuntimeException e) {
        return Future.failedFuture(e); // maps of a cluster that shuts down throw
      }
    }

    @Override
    public void execute(Runnable task) {
      context.runOnContext(v -> task.run());
    }

    @Override
    public Runnable schedule(long delayMillis, Runnable task) {
      long id = context.setTimer(Math.max(1, delayMillis), t -> task.run());
      return () -> vertx.cancelTimer(id);
    }

    @Override
    public <T> Promise<T> promise() {
      return vertx.promise();
    }
  }

  /** Brings membership events to the registry's thread; called by threads of the cluster. */
  record Membership(Cluster cluster, @Nullable Events events) implements NodeListener {
    @Override
    public void nodeAdded(@Nullable String id) {
      tell(id, Events::joined);
    }

    @Override
    public void nodeLeft(@Nullable String id) {
      tell(id, Events::left);
    }

    /** Members that only hold data have no node id. */
    private void tell(@Nullable String id, BiConsumer<Events, String> event) {
      if (events != null && id != null) {
        cluster.execute(() -> event.accept(events, id));
      }
    }
  }
}
