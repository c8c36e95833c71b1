package io.weft.mesh;

import io.vertx.core.Closeable;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.internal.VertxInternal;
import io.weft.call.Caller;
import io.weft.call.Contract;
import io.weft.filter.breaker.Breakers;
import io.weft.link.Lane;
import io.weft.link.LaneAddress;
import io.weft.link.Lanes;
import io.weft.link.LinkStats;
import io.weft.link.Served;
import io.weft.registry.ContractEntry;
import io.weft.registry.Ejections;
import io.weft.registry.NodeEntry;
import io.weft.registry.Registry;
import io.weft.telemetry.CallTelemetry;
import io.weft.topic.Topic;
import io.weft.topic.Topics;
import io.weft.wire.Reader;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * This node's part in the mesh. All methods may be called from event loops, worker and virtual
 * threads, and threads outside Vert.x; none blocks.
 *
 * <pre>{@code
 * Mesh.join(vertx).onSuccess(mesh -> {
 *   mesh.serve(Greeter.class, request -> Future.succeededFuture(new HelloReply("Hello " + request.name())));
 *   Greeter greeter = mesh.client(Greeter.class);
 * });
 * }</pre>
 */
public final class Mesh {
  private static final Duration DRAIN_NOTICE = Duration.ofMillis(300);
  private static final long DRAIN_POLL_MILLIS = 20;
  private static final int EVENT_HEAD = 4_096;

  private final VertxInternal vertx;
  private final MeshOptions options;
  private final Registry registry;
  private final Lanes lanes;
  private final Catalog catalog;
  private final Topics topics;
  private final TopicLinks topicLinks;
  private final Pipelines pipelines;
  private final Set<Registration> registrations = ConcurrentHashMap.newKeySet();
  private final Closeable closeHook = done -> close().onComplete(done);
  private @Nullable Future<Void> closing;

  private Mesh(VertxInternal vertx, MeshOptions options) {
    this.vertx = vertx;
    this.options = options;
    String node =
        vertx.isClustered() ? vertx.clusterManager().getNodeId() : UUID.randomUUID().toString();
    // A later start of the same node must be greater: wall-clock time, made unique by its nanos.
    long incarnation = System.currentTimeMillis() << 20 | System.nanoTime() & 0xfffff;
    Lanes.Options shared =
        new Lanes.Options(node, incarnation, new Arrivals(), options.limits(), options.clock());
    this.lanes = new Lanes(vertx, shared);
    NodeEntry own =
        NodeEntry.of(node, incarnation, options.name(), options.zone(), lanes.all().size())
            .withLease(options.lease().toMillis());
    this.registry = Registry.create(vertx, options.clock(), own);
    this.catalog = new Catalog(vertx, lanes, registry);
    this.pipelines = new Pipelines(vertx, options, lanes, registry, catalog);
    this.topicLinks = new TopicLinks(lanes, registry, options.limits().bytesPerLink());
    int mostEvent = Math.max(1_024, options.limits().messageBytes() - EVENT_HEAD);
    this.topics = new Topics(vertx, node, topicLinks, mostEvent);
    topicLinks.onUndelivered(topics::undelivered);
    topics.onType(topicLinks::typed);
  }

  /**
   * Joins with the defaults.
   *
   * @param vertx clustered, or a plain one for a mesh of one node
   * @return the mesh, when the cluster knows this node
   */
  public static Future<Mesh> join(Vertx vertx) {
    return join(vertx, MeshOptions.defaults());
  }

  /**
   * Joins the mesh. Closing the Vert.x leaves it.
   *
   * @param vertx clustered, or a plain one for a mesh of one node; may join once at a time
   * @param options how
   * @return the mesh, when the cluster knows this node
   */
  public static Future<Mesh> join(Vertx vertx, MeshOptions options) {
    try {
      return new Mesh((VertxInternal) vertx, options).start();
    } catch (RuntimeException e) {
      return Future.failedFuture(e);
    }
  }

  private Future<Mesh> start() {
    registry.onLost(node -> lanes.lost(node, Long.MAX_VALUE, "node " + node + " left the cluster"));
    registry.onChange(table -> topicLinks.changed(table, topics));
    return lanes
        .start()
        .compose(listening -> registry.start())
        .compose(
            known ->
                Future.join(
                    lanes.all().stream()
                        .map(lane -> registry.guard(lane.address().eventBus()))
                        .toList()))
        .map(
            guarded -> {
              vertx.addCloseHook(closeHook);
              return this;
            })
        .recover(failure -> close().transform(closed -> Future.failedFuture(failure)));
  }

  /**
   * Serves with the defaults.
   *
   * @param type a {@code @MeshService} or {@code @ProxyGen} interface
   * @param service the implementation; its methods run on the current Vert.x context
   * @param <T> the interface
   * @return the registration, when the cluster knows
   */
  public <T> Future<Registration> serve(Class<T> type, T service) {
    return serve(type, service, ServeOptions.defaults());
  }

  /**
   * Serves an implementation of a contract on the current Vert.x context: an event loop, a worker
   * or a virtual thread. Undeploying the verticle ends it.
   *
   * @param type a {@code @MeshService} or {@code @ProxyGen} interface; with both, both kinds of
   *     callers are served
   * @param service the implementation
   * @param serveOptions how
   * @param <T> the interface
   * @return the registration, when the cluster knows; fails with IllegalArgumentException when the
   *     interface has no generated code, or is {@code @ProxyGen} with {@code @Allow} methods
   */
  public <T> Future<Registration> serve(Class<T> type, T service, ServeOptions serveOptions) {
    boolean plain = ProxyGenServices.supports(type);
    Future<Registration> own;
    try {
      if (plain && ProxyGenServices.hasContract(type)) {
        ProxyGenServices.refuseRoles(Contract.of(type));
      }
      own =
          plain && !ProxyGenServices.hasContract(type)
              ? ProxyGenServices.advertise(registry, type, serveOptions)
              : catalog.serve(Contract.of(type), service, serveOptions, pipelines);
    } catch (IllegalArgumentException e) {
      return Future.failedFuture(e);
    }
    Future<Registration> all =
        plain
            ? own.compose(mine -> ProxyGenServices.serve(vertx, type, service, serveOptions, mine))
            : own;
    return all.onSuccess(registrations::add);
  }

  /**
   * A client with the defaults.
   *
   * @param type a {@code @MeshService} or {@code @ProxyGen} interface
   * @param <T> the interface
   * @return a client, safe for all threads; keep it
   */
  public <T> T client(Class<T> type) {
    return client(type, ClientOptions.defaults());
  }

  /**
   * A client of a service, wherever it is served.
   *
   * @param type a {@code @MeshService} interface, or a {@code @ProxyGen} one whose service stands
   *     on its plain event-bus address
   * @param clientOptions how
   * @param <T> the interface
   * @return a client, safe for all threads; keep it
   * @throws IllegalArgumentException when the interface has no generated code
   */
  public <T> T client(Class<T> type, ClientOptions clientOptions) {
    if (ProxyGenServices.supports(type) && !ProxyGenServices.hasContract(type)) {
      return pipelines.proxyGen(type, clientOptions);
    }
    Contract<T> contract = Contract.of(type);
    return contract.proxy(pipelines.client(contract, clientOptions));
  }

  /**
   * Makes calls of a service without generated code, for bridges: the specs given to the caller
   * tell method number and codecs. Only instances whose contract agrees with the given one are
   * called.
   *
   * @param contract the contract by which requests are encoded, see {@link Registry#contract}
   * @return the caller
   */
  public Caller caller(ContractEntry contract) {
    return pipelines.client(contract);
  }

  /**
   * A topic.
   *
   * @param name a topic, or a pattern to subscribe to
   * @param type the type of its events
   * @param <T> the type of its events
   * @return the topic
   */
  public <T> Topic<T> topic(String name, Class<T> type) {
    return topics.topic(name, type);
  }

  /**
   * All topics, for raw use by bridges.
   *
   * @return the topics
   */
  public Topics topics() {
    return topics;
  }

  /**
   * Who serves what.
   *
   * @return the registry
   */
  public Registry registry() {
    return registry;
  }

  /**
   * What is wrong between the contracts of this node and those of others, for people: each line
   * names the service, both versions and the remedy. Also logged once, as warnings.
   *
   * @return empty when all agree
   */
  public Set<String> contradictions() {
    return catalog.contradictions().told();
  }

  /**
   * How the circuit breakers of this node's clients stand, and notices of their changes.
   *
   * @return the breakers
   */
  public Breakers breakers() {
    return pipelines.breakers();
  }

  /**
   * Which instances this node's clients leave alone, and notices of their changes.
   *
   * @return the ejections
   */
  public Ejections ejections() {
    return pipelines.ejections();
  }

  /**
   * This node's id in the cluster.
   *
   * @return the id
   */
  public String node() {
    return registry.own().node();
  }

  /**
   * What was measured and traced of calls, if the options say so.
   *
   * @return the telemetry of this node
   */
  public CallTelemetry telemetry() {
    return pipelines.telemetry();
  }

  /**
   * What was counted.
   *
   * @return a snapshot
   */
  public MeshStats stats() {
    LinkStats.Snapshot links = new LinkStats().snapshot();
    for (Lane lane : lanes.all()) {
      links = links.plus(lane.stats().snapshot());
    }
    return new MeshStats(
        pipelines.made().calls.sum(),
        pipelines.made().failures.sum(),
        pipelines.served().calls.sum(),
        pipelines.served().failures.sum(),
        catalog.inFlight(),
        pipelines.refusals().snapshot(),
        links,
        topics.stats());
  }

  /**
   * Lets go of the work without losing any: callers are told to go elsewhere, late calls get
   * NOT_PROCESSED, calls in flight may end. The node stays in the mesh as a caller until {@link
   * #close}.
   *
   * @param grace how long calls in flight may take
   * @return completes when no call is in flight or the grace is over
   */
  public Future<Void> drain(Duration grace) {
    long end = options.clock().nanos() + grace.toNanos();
    return registry
        .update(own -> own.withState(NodeEntry.State.DRAINING))
        .otherwiseEmpty()
        .compose(
            known -> {
              lanes.goAway();
              return pause(Math.min(DRAIN_NOTICE.toMillis(), Math.max(1, grace.toMillis())));
            })
        .compose(
            noticed -> {
              catalog.drain();
              return idle(end);
            });
  }

  private Future<Void> idle(long end) {
    if (catalog.inFlight() == 0 || options.clock().nanos() - end >= 0) {
      return Future.succeededFuture();
    }
    return pause(DRAIN_POLL_MILLIS).compose(later -> idle(end));
  }

  private Future<Void> pause(long millis) {
    Promise<Void> over = Promise.promise();
    vertx.setTimer(millis, timer -> over.complete());
    return over.future();
  }

  /**
   * Leaves the mesh at once: calls in flight fail. {@link #drain} first to lose none.
   *
   * @return completes when the cluster knows
   */
  public Future<Void> close() {
    Promise<Void> done;
    synchronized (this) {
      if (closing != null) {
        return closing;
      }
      done = Promise.promise();
      closing = done.future();
    }
    vertx.removeCloseHook(closeHook);
    Future.join(registrations.stream().map(Registration::close).toList())
        .<Void>mapEmpty()
        .eventually(topics::close)
        .eventually(registry::leave)
        .eventually(lanes::close)
        .onComplete(done);
    return done.future();
  }

  /** What arrives on the lanes. */
  private final class Arrivals implements Lanes.Acceptor {
    @Override
    public @Nullable Served served(int id) {
      return catalog.served(id);
    }

    @Override
    public void event(LaneAddress from, Reader payload) {
      topics.receive(from.node(), from.incarnation(), payload);
    }

    @Override
    public void goAway(String node) {
      registry.draining(node);
    }
  }
}
