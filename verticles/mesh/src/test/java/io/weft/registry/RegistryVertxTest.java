package io.weft.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.internal.VertxInternal;
import io.weft.call.Clock;
import io.weft.registry.NodeEntry.ServiceEntry;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The registry on a Vert.x without a cluster. */
class RegistryVertxTest {
  private final Vertx vertx = Vertx.vertx();
  private final Registry registry =
      Registry.create(
          (VertxInternal) vertx, Clock.SYSTEM, NodeEntry.of("alone", 1, "alone", "", 1));

  @AfterEach
  void close() {
    await(vertx.close());
  }

  private static <T> T await(Future<T> future) {
    try {
      return future.await(10, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void life_of_a_mesh_of_one() throws Exception {
    CompletableFuture<String> told = new CompletableFuture<>();
    registry.onChange(table -> told.complete(Thread.currentThread().getName()));
    await(registry.start());
    assertThat(registry.table().nodes()).extracting(NodeEntry::node).containsExactly("alone");
    assertThat(told.get(10, TimeUnit.SECONDS)).contains("eventloop");

    ContractEntry contract =
        new ContractEntry("shop.Cart", 1, List.of("a=b"), List.of(), Buffer.buffer());
    await(registry.publish(contract));
    await(registry.guard("weft.lane.alone.0"));
    await(
        registry.update(
            own ->
                own.withService(
                    ServiceEntry.of("shop.Cart", 1, 1, List.of(0), contract.fingerprint()))));
    assertThat(registry.table().endpoints("shop.Cart", 1)).hasSize(1);
    assertThat(await(registry.contract("shop.Cart", contract.fingerprint()))).isEqualTo(contract);
    var map = await(vertx.sharedData().<String, String>getAsyncMap(Cluster.NODES));
    assertThat(await(map.get("alone"))).contains("shop.Cart");

    await(registry.leave());
    assertThat(await(map.keys())).isEmpty();
    assertThatThrownBy(() -> await(registry.update(own -> own))).hasMessageContaining("LEFT");
  }

  @Test
  void strange_hints_are_ignored() {
    await(registry.start());
    vertx.eventBus().publish(Cluster.HINTS, 17);
    vertx.eventBus().publish(Cluster.HINTS, "x".repeat(10_000));
    vertx.eventBus().publish(Cluster.HINTS, "nobody");
    await(registry.update(own -> own));
    assertThat(registry.table().nodes()).hasSize(1);
  }
}
