package io.weft.node;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.eventbus.EventBusOptions;
import io.vertx.core.json.JsonObject;
import io.vertx.spi.cluster.hazelcast.HazelcastClusterManager;
import io.weft.call.Clock;
import io.weft.identity.Authenticator;
import io.weft.identity.JwtAuthenticator;
import io.weft.mesh.Mesh;
import io.weft.mesh.MeshOptions;
import io.weft.node.admin.AdminServer;
import io.weft.node.admin.AdminTarget;
import io.weft.node.config.NodeConfig;
import io.weft.node.config.NodeConfig.Ports;
import io.weft.node.host.HostedService;
import io.weft.node.host.UserClass;
import io.weft.node.host.UserJars;
import io.weft.node.host.Workload;
import io.weft.node.log.LogFormat;
import io.weft.node.metrics.NodeMetrics;
import io.weft.node.refusal.Refusal;
import io.weft.node.watch.Watch;
import io.weft.telemetry.Telemetry;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A running node. {@link #start} brings it up, {@link #stop} drains it and takes it down; it can
 * also be told to go by its admin API, which {@link #stopped} tells. Safe for all threads.
 */
public final class WeftNode {
  private static final Logger LOG = LoggerFactory.getLogger(WeftNode.class);

  private static final int CONNECT_MILLIS = 3_000;
  private static final long PING_MILLIS = 2_000;

  private final NodeConfig config;
  private final Vertx vertx;
  private final Mesh mesh;
  private final @Nullable Authenticator authenticator;
  private final NodeMetrics metrics;
  private final Watch watch;
  private final Promise<Void> stopped = Promise.promise();
  private final Target target = new Target();
  private final List<String> deployments = new CopyOnWriteArrayList<>();
  private volatile AdminTarget.Phase phase = AdminTarget.Phase.STARTING;
  private volatile int adminPort;

  private WeftNode(
      NodeConfig config, Vertx vertx, Mesh mesh, @Nullable Authenticator authenticator) {
    this.config = config;
    this.vertx = vertx;
    this.mesh = mesh;
    this.authenticator = authenticator;
    this.metrics = new NodeMetrics(vertx, mesh);
    this.watch = new Watch(vertx, mesh, config.identity().name(), Clock.SYSTEM);
  }

  /**
   * Starts a node: checks everything that can be checked, joins the cluster, serves.
   *
   * @param config the configuration
   * @param workload what to run
   * @return the node when all of it is served; fails with {@link Refusal} for people
   */
  public static Future<WeftNode> start(NodeConfig config, Workload workload) {
    List<UserClass> classes;
    try {
      PortCheck.check(config.ports());
      classes = HostedService.resolve(workload, UserJars.open(workload.jars()));
    } catch (Refusal refusal) {
      return Future.failedFuture(refusal);
    }
    if (config.observed().jsonLogs()) {
      LogFormat.JSON.apply(config.identity().name());
    }
    // Not composed: see stop().
    Promise<WeftNode> started = Promise.promise();
    clustered(config)
        .onFailure(started::fail)
        .onSuccess(
            vertx ->
                join(config, vertx)
                    .compose(node -> node.open(classes, workload))
                    .onSuccess(started::complete)
                    .onFailure(cause -> vertx.close().onComplete(closed -> started.fail(cause))));
    return started.future();
  }

  private static Future<WeftNode> join(NodeConfig config, Vertx vertx) {
    return authenticator(config, vertx)
        .compose(
            identity ->
                Mesh.join(vertx, options(config))
                    .map(mesh -> new WeftNode(config, vertx, mesh, identity)));
  }

  private static Future<@Nullable Authenticator> authenticator(NodeConfig config, Vertx vertx) {
    if (config.jwt() == null) {
      return Future.succeededFuture();
    }
    return JwtAuthenticator.open(vertx, config.jwt())
        .<@Nullable Authenticator>map(jwt -> jwt)
        .recover(
            cause ->
                Future.failedFuture(
                    cause instanceof IllegalArgumentException
                        ? Refusal.usage("weft.jwt." + cause.getMessage())
                        : cause));
  }

  private static MeshOptions options(NodeConfig config) {
    return MeshOptions.defaults()
        .withName(config.identity().name())
        .withZone(config.identity().zone())
        .withTelemetry(
            Telemetry.NONE
                .withMeasures(config.observed().metrics())
                .withTraces(OtelSdk.find())
                .withRootShare(config.observed().tracesShare()));
  }

  /**
   * None of these bus options may keep its default: they decide how soon a dead peer is noticed.
   */
  private static Future<Vertx> clustered(NodeConfig config) {
    Ports ports = config.ports();
    EventBusOptions bus =
        new EventBusOptions()
            .setHost(ports.host())
            .setPort(ports.bus())
            .setConnectTimeout(CONNECT_MILLIS)
            .setClusterPingInterval(PING_MILLIS)
            .setClusterPingReplyInterval(PING_MILLIS);
    VertxOptions options =
        new VertxOptions().setPreferNativeTransport(true).setEventBusOptions(bus);
    return Vertx.builder()
        .with(options)
        .withClusterManager(new HazelcastClusterManager(config.cluster().hazelcast()))
        .buildClustered()
        .recover(
            cause ->
                Future.failedFuture(
                    Refusal.failure(
                        "cannot join cluster "
                            + config.cluster().name()
                            + " on "
                            + ports.host()
                            + ":"
                            + ports.hazelcast()
                            + ": "
                            + cause)));
  }

  private Future<WeftNode> open(List<UserClass> classes, Workload workload) {
    new Neighbours(mesh.node()).watch(mesh.registry());
    // Neither needs the other: people may look while services start, and see that they do.
    Future<AdminServer> admin =
        AdminServer.listen(target, config.ports().admin())
            .onSuccess(server -> adminPort = server.port());
    Future<Void> ready = Future.succeededFuture();
    for (UserClass type : classes) {
      ready =
          ready.compose(
              done ->
                  HostedService.deploy(vertx, mesh, type, workload.instances())
                      .onSuccess(deployments::add)
                      .mapEmpty());
    }
    return Future.all(admin, ready)
        .onSuccess(
            done -> {
              phase = AdminTarget.Phase.READY;
              LOG.info(
                  "node {} is ready after {} ms: event bus {}:{}, Hazelcast {}, admin {}",
                  config.identity().name(),
                  ManagementFactory.getRuntimeMXBean().getUptime(),
                  config.ports().host(),
                  config.ports().bus(),
                  config.ports().hazelcast(),
                  adminPort);
            })
        .map(this)
        .recover(cause -> mesh.close().transform(closed -> Future.failedFuture(cause)));
  }

  /**
   * The mesh that the node takes part in.
   *
   * @return the facade
   */
  public Mesh mesh() {
    return mesh;
  }

  /**
   * Where it runs.
   *
   * @return the clustered Vert.x instance
   */
  public Vertx vertx() {
    return vertx;
  }

  /**
   * Where operators reach it.
   *
   * @return the admin port on loopback
   */
  public int adminPort() {
    return adminPort;
  }

  /**
   * When the node is gone, for whatever reason.
   *
   * @return completes once
   */
  public Future<Void> stopped() {
    return stopped.future();
  }

  /**
   * Drains and leaves: calls in flight get the configured grace.
   *
   * @return completes when the node is gone
   */
  public Future<Void> stop() {
    if (phase == AdminTarget.Phase.STOPPED) {
      return stopped();
    }
    // Not composed: what is composed with a future of this Vert.x cannot complete once it is
    // closed.
    target.drain(config.drainGrace()).onComplete(drained -> close());
    return stopped();
  }

  private void close() {
    synchronized (target.lock) {
      if (phase == AdminTarget.Phase.STOPPED) {
        return;
      }
      phase = AdminTarget.Phase.STOPPED;
    }
    metrics.close();
    // Services go first, while the mesh is there to tell the others.
    Future.join(deployments.stream().map(vertx::undeploy).toList())
        .transform(undeployed -> watch.close())
        .transform(closed -> mesh.close())
        .transform(closed -> vertx.close())
        .onComplete(
            closed -> {
              LOG.info("node {} left", config.identity().name());
              stopped.tryComplete();
            });
  }

  /** What the admin API sees of this node. */
  private final class Target implements AdminTarget {
    private final Object lock = new Object();
    private volatile @Nullable Future<Void> draining;

    @Override
    public Mesh mesh() {
      return mesh;
    }

    @Override
    public Vertx vertx() {
      return vertx;
    }

    @Override
    public NodeMetrics metrics() {
      return metrics;
    }

    @Override
    public Watch watch() {
      return watch;
    }

    @Override
    public Phase phase() {
      return phase;
    }

    @Override
    public JsonObject about() {
      Ports ports = config.ports();
      return new JsonObject()
          .put("name", config.identity().name())
          .put("node", mesh.node())
          .put("zone", config.identity().zone())
          .put("cluster", config.cluster().name())
          .put("phase", phase.name())
          .put("host", ports.host())
          .put("busPort", ports.bus())
          .put("hazelcastPort", ports.hazelcast())
          .put("adminPort", adminPort)
          .put("pid", ProcessHandle.current().pid())
          .put("java", Runtime.version().toString())
          .put("uptimeMillis", ManagementFactory.getRuntimeMXBean().getUptime());
    }

    @Override
    public Future<Void> drain(Duration grace) {
      synchronized (lock) {
        Future<Void> running = draining;
        if (running == null) {
          if (phase != Phase.STOPPED) {
            phase = Phase.DRAINING;
            LOG.info("node {} drains, at most {} ms", config.identity().name(), grace.toMillis());
          }
          running = mesh.drain(grace);
          draining = running;
        }
        return running;
      }
    }

    @Override
    public Duration drainGrace() {
      return config.drainGrace();
    }

    @Override
    public @Nullable Authenticator authenticator() {
      return authenticator;
    }

    @Override
    public void leave() {
      close();
    }
  }
}
