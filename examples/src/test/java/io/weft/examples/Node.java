package io.weft.examples;

import com.hazelcast.config.Config;
import com.hazelcast.config.JoinConfig;
import io.vertx.core.Context;
import io.vertx.core.Deployable;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.eventbus.EventBusOptions;
import io.vertx.spi.cluster.hazelcast.HazelcastClusterManager;
import io.weft.junit5.MeshNodes;
import io.weft.mesh.Mesh;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * A node for tests.
 *
 * @param vertx its Vert.x
 * @param mesh its mesh
 * @param context an event loop
 */
public record Node(Vertx vertx, Mesh mesh, Context context) implements AutoCloseable {
  private static final String HOST = "127.0.0.1";

  /** A mesh of one node. */
  public static Node alone() {
    return join(Vertx.vertx());
  }

  /** A node of a mesh test, which closes it. */
  public static Node of(MeshNodes nodes, int index) {
    Vertx vertx = nodes.vertx(index);
    return new Node(vertx, nodes.mesh(index), vertx.getOrCreateContext());
  }

  /** Two nodes of a new cluster that know each other. */
  public static Pair pair() {
    int first = freePort();
    String cluster = "examples-" + UUID.randomUUID();
    Node a = join(clustered(cluster, first, first));
    Node b = join(clustered(cluster, freePort(), first));
    return new Pair(a, b);
  }

  /**
   * Two nodes.
   *
   * @param a one
   * @param b the other
   */
  public record Pair(Node a, Node b) implements AutoCloseable {
    @Override
    public void close() {
      b.close();
      a.close();
    }
  }

  private static Node join(Vertx vertx) {
    return new Node(vertx, ended(Mesh.join(vertx)), vertx.getOrCreateContext());
  }

  private static Vertx clustered(String cluster, int port, int seed) {
    Config config = new Config().setClusterName(cluster);
    config.setProperty("hazelcast.phone.home.enabled", "false");
    config.setProperty("hazelcast.logging.type", "none");
    config.setProperty("hazelcast.shutdownhook.enabled", "false");
    config.setProperty("hazelcast.wait.seconds.before.join", "0");
    config.setProperty("hazelcast.socket.bind.any", "false");
    config.setProperty("hazelcast.partition.count", "11");
    config.getNetworkConfig().setPort(port).setPortAutoIncrement(false);
    config.getNetworkConfig().getInterfaces().setEnabled(true).addInterface(HOST);
    JoinConfig join = config.getNetworkConfig().getJoin();
    join.getAutoDetectionConfig().setEnabled(false);
    join.getMulticastConfig().setEnabled(false);
    join.getTcpIpConfig().setEnabled(true).addMember(HOST + ":" + seed);
    return ended(
        Vertx.builder()
            .with(new VertxOptions().setEventBusOptions(new EventBusOptions().setHost(HOST)))
            .withClusterManager(new HazelcastClusterManager(config))
            .buildClustered());
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits for a future, 20 s at most. */
  public static <T> T ended(Future<T> future) {
    try {
      return future.await(20, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw new AssertionError("still waiting after 20 s", e);
    }
  }

  /** Runs something on this node's event loop and waits for it. */
  public <T> T on(Supplier<Future<T>> work) {
    Promise<T> promise = Promise.promise();
    context.runOnContext(start -> work.get().onComplete(promise));
    return ended(promise.future());
  }

  /** Serves on this node's event loop. */
  public <T> void serve(Class<T> type, T service) {
    on(() -> mesh.serve(type, service));
  }

  /** Deploys a verticle. */
  public void deploy(Deployable verticle) {
    ended(vertx.deployVerticle(verticle));
  }

  @Override
  public void close() {
    ended(vertx.close());
  }
}
