package io.weft.junit5;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.weft.call.Contract;
import io.weft.mesh.Mesh;
import io.weft.mesh.Registration;
import io.weft.mesh.ServeOptions;
import io.weft.registry.Endpoint;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * The nodes of a {@link MeshTest}, counted from 0. Its methods wait until what they do is known to
 * every node that works, 20 s at most, and must not be called on event loops.
 */
public final class MeshNodes {
  private static final Duration GRACE = Duration.ofSeconds(1);

  private final int size;
  private final NodeSetup setup;
  private final List<Serving<?>> servings = new CopyOnWriteArrayList<>();
  private final Map<Object, Boolean> injected =
      Collections.synchronizedMap(new IdentityHashMap<>());
  private volatile World world;
  private volatile boolean faulty;
  private volatile boolean inTest;

  MeshNodes(int size, NodeSetup setup) {
    if (size < 1 || size > 16) {
      throw new IllegalArgumentException("nodes: " + size + " (expected: 1 to 16)");
    }
    this.size = size;
    this.setup = setup;
    this.world = new World(size, setup);
  }

  /**
   * How many nodes there are, killed ones too.
   *
   * @return 1 or more
   */
  public int size() {
    return size;
  }

  /**
   * The mesh of a node. A node that was killed and healed has a new one.
   *
   * @param node its index, from 0
   * @return the mesh
   */
  public Mesh mesh(int node) {
    return live(node).mesh;
  }

  /**
   * The Vert.x of a node. A node that was killed and healed has a new one.
   *
   * @param node its index, from 0
   * @return the Vert.x
   */
  public Vertx vertx(int node) {
    return live(node).vertx;
  }

  /**
   * A client on a node, with the defaults.
   *
   * @param node its index, from 0
   * @param type an interface with a contract
   * @param <T> the interface
   * @return the client
   */
  public <T> T client(int node, Class<T> type) {
    return mesh(node).client(type);
  }

  /**
   * Serves with the defaults, see {@link #serve(int, Class, Object, ServeOptions)}.
   *
   * @param node its index, from 0
   * @param type the contract
   * @param service the implementation
   * @param <T> the contract
   * @return ends it before
   */
  public <T> Registration serve(int node, Class<T> type, T service) {
    return serve(node, type, service, ServeOptions.defaults());
  }

  /**
   * Serves on an event loop of a node, and returns when every node knows. What a test serves ends
   * with the test; what is served before all tests ends with the class. A node that is started anew
   * serves it again.
   *
   * @param node its index, from 0
   * @param type the contract
   * @param service the implementation
   * @param options how
   * @param <T> the contract
   * @return ends it before
   */
  public <T> Registration serve(int node, Class<T> type, T service, ServeOptions options) {
    Serving<T> serving = new Serving<>(live(node).index, type, service, options, inTest);
    serving.begin();
    servings.add(serving);
    world.awaitAgreed();
    return serving;
  }

  /**
   * Waits until nodes know a number of instances that take calls.
   *
   * @param type the contract
   * @param instances how many, 0 or more
   * @param on the nodes that must know; none for all that work
   * @throws AssertionError when 20 s were not enough
   */
  public void awaitServed(Class<?> type, int instances, int... on) {
    Contract<?> contract = Contract.of(type);
    List<LiveNode> observers = Arrays.stream(on).mapToObj(this::live).toList();
    world.await(() -> miscounted(contract, instances, observers));
  }

  private @Nullable String miscounted(
      Contract<?> contract, int instances, List<LiveNode> observers) {
    for (LiveNode observer : observers.isEmpty() ? world.nodes() : observers) {
      List<Endpoint> all =
          observer.mesh.registry().table().endpoints(contract.service(), contract.version());
      long ready = all.stream().filter(e -> !e.suspect() && !e.draining()).count();
      if (ready != instances && (observer.running() || !observers.isEmpty())) {
        return "node %d knows %d instances of %s that take calls (expected: %d)"
            .formatted(observer.index, ready, contract.service(), instances);
      }
    }
    return null;
  }

  LiveNode live(int node) {
    if (node < 0 || node >= size) {
      throw new IllegalArgumentException(
          "node "
              + node
              + " (expected: 0 to "
              + (size - 1)
              + ", as @MeshTest starts "
              + size
              + ")");
    }
    return world.node(node);
  }

  World world() {
    return world;
  }

  /** From now on the nodes are not as they were. */
  void faulty() {
    faulty = true;
  }

  /** Starts a killed node anew with all that it served. */
  void revive(int node) {
    world.replace(node);
    servings.stream().filter(serving -> serving.node == node).forEach(Serving::begin);
    world.awaitAgreed();
  }

  /** Remembers what was put into a field, which may be replaced later. */
  void inject(Object value) {
    injected.put(value, true);
  }

  boolean injected(Object value) {
    return injected.containsKey(value);
  }

  void beginTest() {
    inTest = true;
  }

  /** Undoes what the test did. */
  void endTest() {
    inTest = false;
    if (faulty || !world.nodes().stream().allMatch(LiveNode::intact)) {
      servings.removeIf(serving -> serving.ofTest);
      world.close();
      world = new World(size, setup);
      faulty = false;
      servings.forEach(Serving::begin);
    } else {
      List.copyOf(servings).stream().filter(serving -> serving.ofTest).forEach(Serving::end);
    }
    world.awaitAgreed();
  }

  /** The calls that are still being served, for people; null when there are none. */
  @Nullable String leaks() {
    List<LiveNode> busy =
        world.nodes().stream()
            .filter(node -> node.running() && node.mesh.stats().inFlight() > 0)
            .toList();
    LiveNode.ended(
        Future.join(busy.stream().map(node -> node.mesh.drain(GRACE)).toList()).otherwiseEmpty(),
        "the last calls");
    List<String> left = new ArrayList<>();
    for (LiveNode node : busy) {
      int calls = node.mesh.stats().inFlight();
      if (calls > 0) {
        left.add("node " + node.index + ": " + calls);
      }
    }
    return left.isEmpty()
        ? null
        : "calls still being served "
            + GRACE.toMillis()
            + " ms after the last test: "
            + String.join(", ", left)
            + " (expected: none; let the handlers end, or say @MeshTest(leaks = IGNORE))";
  }

  void close() {
    world.close();
  }

  /** Something that a node serves. */
  private final class Serving<T> implements Registration {
    final int node;
    final boolean ofTest;
    private final Class<T> type;
    private final T service;
    private final ServeOptions options;
    private final AtomicBoolean ended = new AtomicBoolean();
    private volatile @Nullable Registration registration;

    Serving(int node, Class<T> type, T service, ServeOptions options, boolean ofTest) {
      this.node = node;
      this.type = type;
      this.service = service;
      this.options = options;
      this.ofTest = ofTest;
    }

    void begin() {
      LiveNode live = world.node(node);
      registration = live.on(() -> live.mesh.serve(type, service, options));
    }

    void end() {
      LiveNode.ended(close().otherwiseEmpty(), "the end of " + type.getSimpleName());
    }

    @Override
    public Future<Void> close() {
      servings.remove(this);
      Registration now = registration;
      return now == null || !ended.compareAndSet(false, true)
          ? Future.succeededFuture()
          : now.close();
    }
  }
}
