package io.weft.bench.subject;

import com.hazelcast.config.Config;
import com.hazelcast.config.JoinConfig;
import com.hazelcast.config.MapConfig;
import com.hazelcast.config.MultiMapConfig;
import com.hazelcast.config.NetworkConfig;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.eventbus.EventBusOptions;
import io.vertx.spi.cluster.hazelcast.HazelcastClusterManager;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * A clustered Vert.x on loopback, made for two members: the server, and the client that joins it.
 *
 * @param vertx the Vert.x
 * @param context the event loop on which the subject works
 * @param port the port of the cluster manager
 */
public record ClusterNode(Vertx vertx, Context context, int port) {
  private static final String HOST = "127.0.0.1";

  /**
   * Starts a cluster of one.
   *
   * @param cluster its name
   * @return the node
   * @throws IOException when there is no port
   * @throws TimeoutException when it does not start
   */
  public static ClusterNode first(String cluster) throws IOException, TimeoutException {
    int port = freePort();
    return start(config(cluster, port, port));
  }

  /**
   * Joins the node at a port.
   *
   * @param cluster its name
   * @param seedPort the port
   * @return the node
   * @throws IOException when there is no port
   * @throws TimeoutException when it does not start
   */
  public static ClusterNode join(String cluster, String seedPort)
      throws IOException, TimeoutException {
    return start(config(cluster, freePort(), Integer.parseInt(seedPort)));
  }

  /** A port that nobody uses now. */
  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static ClusterNode start(Config config) throws TimeoutException {
    VertxOptions options =
        new VertxOptions()
            .setPreferNativeTransport(true)
            .setEventBusOptions(new EventBusOptions().setHost(HOST));
    Vertx vertx =
        Vertx.builder()
            .with(options)
            .withClusterManager(new HazelcastClusterManager(config))
            .buildClustered()
            .await(Subject.START_SECONDS, TimeUnit.SECONDS);
    return new ClusterNode(vertx, vertx.getOrCreateContext(), config.getNetworkConfig().getPort());
  }

  private static Config config(String cluster, int port, int seedPort) {
    Config config = new Config().setClusterName("weft-bench-" + cluster);
    config.setProperty("hazelcast.phone.home.enabled", "false");
    config.setProperty("hazelcast.logging.type", "slf4j");
    config.setProperty("hazelcast.shutdownhook.enabled", "false");
    config.setProperty("hazelcast.wait.seconds.before.join", "0");
    config.setProperty("hazelcast.socket.bind.any", "false");
    NetworkConfig network = config.getNetworkConfig();
    network.setPort(port).setPortAutoIncrement(false);
    network.getInterfaces().setEnabled(true).addInterface(HOST);
    JoinConfig join = network.getJoin();
    join.getAutoDetectionConfig().setEnabled(false);
    join.getMulticastConfig().setEnabled(false);
    join.getTcpIpConfig().setEnabled(true).addMember(HOST + ":" + seedPort);
    config.addMultiMapConfig(
        new MultiMapConfig("__vertx.subs")
            .setBackupCount(1)
            .setValueCollectionType(MultiMapConfig.ValueCollectionType.SET));
    config.addMapConfig(new MapConfig("__vertx.haInfo").setBackupCount(1));
    config.addMapConfig(new MapConfig("__vertx.nodeInfo").setBackupCount(1));
    return config;
  }

  /**
   * Runs a step of starting on the subject's event loop and waits for it.
   *
   * @param step must not block
   * @param <T> its result
   * @return its result
   * @throws TimeoutException when it takes too long
   */
  public <T> T onContext(Supplier<Future<T>> step) throws TimeoutException {
    Promise<T> done = Promise.promise();
    context.runOnContext(start -> step.get().onComplete(done));
    return done.future().await(Subject.START_SECONDS, TimeUnit.SECONDS);
  }

  /**
   * Runs a task on the subject's event loop.
   *
   * @param task must not block
   */
  public void execute(Runnable task) {
    context.runOnContext(start -> task.run());
  }
}
