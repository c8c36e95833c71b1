package io.weft.mesh;

import com.hazelcast.config.Config;
import com.hazelcast.config.JoinConfig;
import com.hazelcast.config.MapConfig;
import com.hazelcast.config.MultiMapConfig;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.eventbus.EventBusOptions;
import io.vertx.spi.cluster.hazelcast.HazelcastClusterManager;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/** Clustered nodes in one JVM, on loopback, each with a Vert.x of its own. */
final class Nodes implements AutoCloseable {
  final List<Vertx> vertx = new ArrayList<>();
  final List<Mesh> mesh = new ArrayList<>();

  Nodes(int count, MeshOptions options) {
    String cluster = "test-" + UUID.randomUUID();
    List<Integer> ports = ports(count);
    String members =
        ports.stream().map(port -> "127.0.0.1:" + port).collect(Collectors.joining(","));
    for (int port : ports) {
      VertxOptions vertxOptions =
          new VertxOptions()
              .setEventLoopPoolSize(2)
              .setEventBusOptions(
                  new EventBusOptions().setHost("127.0.0.1").setConnectTimeout(3_000));
      Vertx started =
          get(
              Vertx.builder()
                  .with(vertxOptions)
                  .withClusterManager(new HazelcastClusterManager(config(cluster, port, members)))
                  .buildClustered());
      vertx.add(started);
      mesh.add(get(Mesh.join(started, options.withName("node-" + mesh.size()))));
    }
  }

  private static List<Integer> ports(int count) {
    List<ServerSocket> sockets = new ArrayList<>();
    try {
      for (int i = 0; i < count; i++) {
        sockets.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
      }
      List<Integer> ports = sockets.stream().map(ServerSocket::getLocalPort).toList();
      for (ServerSocket socket : sockets) {
        socket.close();
      }
      return ports;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Config config(String cluster, int port, String members) {
    Config config = new Config();
    config.setClusterName(cluster);
    config.setProperty("hazelcast.phone.home.enabled", "false");
    config.setProperty("hazelcast.logging.type", "none");
    config.setProperty("hazelcast.wait.seconds.before.join", "1");
    config.setProperty("hazelcast.partition.count", "31");
    config.setProperty("hazelcast.shutdownhook.enabled", "false");
    config.addMultiMapConfig(
        new MultiMapConfig("__vertx.subs").setBackupCount(1).setValueCollectionType("SET"));
    config.addMapConfig(new MapConfig("__vertx.nodeInfo").setBackupCount(1));
    config.getNetworkConfig().setPort(port).setPortAutoIncrement(false);
    config.getNetworkConfig().getInterfaces().setEnabled(true).addInterface("127.0.0.1");
    JoinConfig join = config.getNetworkConfig().getJoin();
    join.getAutoDetectionConfig().setEnabled(false);
    join.getMulticastConfig().setEnabled(false);
    join.getTcpIpConfig().setEnabled(true).addMember(members);
    return config;
  }

  static <T> T get(Future<T> future) {
    try {
      return future.toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
    } catch (InterruptedException | TimeoutException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Waits for the failure of a future. */
  static Throwable failure(Future<?> future) {
    return get(
        future.transform(
            (value, cause) ->
                cause == null
                    ? Future.failedFuture(new AssertionError("succeeded with " + value))
                    : Future.succeededFuture(cause)));
  }

  @Override
  public void close() {
    vertx.forEach(v -> get(v.close()));
  }
}
