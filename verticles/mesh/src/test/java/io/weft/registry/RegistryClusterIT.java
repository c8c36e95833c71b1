package io.weft.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.hazelcast.config.Config;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.internal.VertxInternal;
import io.vertx.core.spi.cluster.ClusterManager;
import io.vertx.core.spi.cluster.RegistrationInfo;
import io.vertx.spi.cluster.hazelcast.ConfigUtil;
import io.vertx.spi.cluster.hazelcast.HazelcastClusterManager;
import io.weft.call.Clock;
import io.weft.registry.NodeEntry.ServiceEntry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The registry on two nodes with Hazelcast. */
@Tag("cluster")
class RegistryClusterIT {
  private static final Duration LONG = Duration.ofSeconds(30);
  private static final long LEASE = 900;

  private final List<VertxInternal> nodes = new ArrayList<>();
  private int first;
  private VertxInternal one;
  private VertxInternal two;
  private Registry a;
  private Registry b;

  @BeforeEach
  void join() {
    one = node();
    two = node();
    a = registry(one);
    b = registry(two);
    value(a.start());
    value(b.start());
  }

  @AfterEach
  void close() {
    nodes.forEach(vertx -> value(vertx.close()));
  }

  private VertxInternal node() {
    Config config = ConfigUtil.loadConfig();
    config.setClusterName("weft-registry-" + ProcessHandle.current().pid());
    int port = freePort();
    first = first == 0 ? port : first;
    config.getNetworkConfig().setPort(port);
    config.getNetworkConfig().getInterfaces().setEnabled(true).addInterface("127.0.0.1");
    config.getNetworkConfig().getJoin().getMulticastConfig().setEnabled(false);
    config.getNetworkConfig().getJoin().getAutoDetectionConfig().setEnabled(false);
    config
        .getNetworkConfig()
        .getJoin()
        .getTcpIpConfig()
        .setEnabled(true)
        .addMember("127.0.0.1:" + first);
    VertxOptions options = new VertxOptions();
    options.getEventBusOptions().setHost("127.0.0.1");
    Vertx vertx =
        value(
            Vertx.builder()
                .with(options)
                .withClusterManager(new HazelcastClusterManager(config))
                .buildClustered());
    nodes.add((VertxInternal) vertx);
    return (VertxInternal) vertx;
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String id(VertxInternal vertx) {
    return vertx.clusterManager().getNodeId();
  }

  private static Registry registry(VertxInternal vertx) {
    NodeEntry own = NodeEntry.of(id(vertx), 1, "", "", 1).withLease(LEASE);
    return Registry.create(vertx, Clock.SYSTEM, own);
  }

  private static <T> T value(Future<T> future) {
    try {
      return future.await(60, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw new AssertionError(e);
    }
  }

  private static List<RegistrationInfo> registrations(VertxInternal vertx, String address) {
    Promise<List<RegistrationInfo>> promise = Promise.promise();
    vertx.clusterManager().getRegistrations(address, promise);
    return value(promise.future());
  }

  @Test
  void nodes_see_each_other_and_their_end() {
    await().atMost(LONG).until(() -> a.table().nodes().size() == 2);
    value(a.update(own -> own.withService(ServiceEntry.of("shop.Cart", 1, 1, List.of(0), ""))));
    await().atMost(LONG).until(() -> b.table().endpoints("shop.Cart", 1).size() == 1);

    List<String> lost = new CopyOnWriteArrayList<>();
    b.onLost(lost::add);
    value(one.close());
    nodes.remove(one);
    await().atMost(LONG).until(() -> lost.contains(a.own().node()));
    await().atMost(LONG).until(() -> b.table().nodes().size() == 1);
    await().atMost(LONG).until(() -> b.stats().evicted() == 1);
    var map = value(two.sharedData().<String, String>getAsyncMap(Cluster.NODES));
    await().atMost(LONG).until(() -> value(map.keys()).equals(Set.of(b.own().node())));
  }

  @Test
  void registration_lost_is_put_back() {
    String address = "weft.lane." + id(one) + ".0";
    AtomicInteger received = new AtomicInteger();
    value(one.eventBus().consumer(address, message -> received.incrementAndGet()).completion());
    value(a.guard(address));
    List<RegistrationInfo> before = registrations(two, address);
    assertThat(before).hasSize(1);

    // The other node takes it out of the map, as a merge of two halves may do.
    ClusterManager other = two.clusterManager();
    Promise<Void> removed = Promise.promise();
    other.removeRegistration(address, before.get(0), removed);
    value(removed.future());
    await().atMost(LONG).until(() -> registrations(two, address).equals(before));
    two.eventBus().send(address, "x");
    await().atMost(LONG).until(() -> received.get() == 1);
  }

  @Test
  void registration_announced_stays_and_ends_with_its_consumer() {
    String address = "weft.lane." + id(one) + ".0";
    var consumer = one.eventBus().consumer(address, message -> message.reply(message.body()));
    value(consumer.completion());
    value(a.guard(address));
    List<RegistrationInfo> before = registrations(two, address);
    assertThat(value(two.eventBus().request(address, "x")).body()).isEqualTo("x");
    for (int i = 0; i < 20; i++) {
      a.cluster().execute(() -> a.cluster().repair(true));
      assertThat(value(two.eventBus().request(address, "x")).body()).isEqualTo("x");
    }
    value(a.leave());
    assertThat(registrations(two, address)).isEqualTo(before);
    value(consumer.unregister());
    assertThat(registrations(two, address)).isEmpty();
  }
}
