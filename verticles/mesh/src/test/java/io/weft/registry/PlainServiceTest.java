package io.weft.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.json.JsonObject;
import io.weft.registry.NodeEntry.State;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlainServiceTest extends RegistryWorld {
  private static final PlainService LEGACY =
      new PlainService("shop.Legacy", "shop.address", List.of("words", "count"));

  @Test
  void update_plain_isListed_andIsNoEndpoint() {
    Registry a = world.started("a");
    Registry b = world.started("b");
    world.value(a.update(own -> own.withPlain(LEGACY)));
    world.settle();
    Table table = b.table();
    assertThat(table.plain()).hasSize(1);
    Table.Plain plain = table.plain().get(0);
    assertThat(plain.service().methods()).containsExactly("count", "words");
    assertThat(plain.service()).isEqualTo(LEGACY);
    assertThat(plain.node().node()).isEqualTo("a");
    assertThat(table.services()).isEmpty();
    assertThat(table.endpoints("shop.Legacy", 1)).isEmpty();
  }

  @Test
  void update_plainTwice_isTwoInstances() {
    Registry a = world.started("a");
    Registry b = world.started("b");
    world.value(a.update(own -> own.withPlain(LEGACY).withPlain(LEGACY)));
    world.settle();
    assertThat(b.table().plain()).hasSize(2);
    world.value(a.update(own -> own.withoutPlain(LEGACY)));
    world.settle();
    assertThat(b.table().plain()).hasSize(1);
    world.value(a.update(own -> own.withoutPlain(LEGACY).withoutPlain(LEGACY)));
    world.settle();
    assertThat(b.table().plain()).isEmpty();
  }

  @Test
  void ready_untilItsNodeDrains() {
    Registry a = world.started("a");
    Registry b = world.started("b");
    world.value(a.update(own -> own.withPlain(LEGACY)));
    world.settle();
    assertThat(b.table().plain().get(0).ready()).isTrue();
    world.value(a.update(own -> own.withState(State.DRAINING)));
    world.settle();
    assertThat(b.table().plain().get(0).ready()).isFalse();
  }

  @Test
  void node_ofABuildWithoutPlainServices_isRead() {
    NodeEntry entry = NodeEntry.of("a", 1, "", "", 1).withPlain(LEGACY);
    JsonObject json = new JsonObject(EntryJson.encode(entry));
    assertThat(EntryJson.node("a", json.encode())).isEqualTo(entry);
    json.remove("plain");
    assertThat(EntryJson.node("a", json.encode()).plain()).isEmpty();
    json.put("plain", 5);
    assertThatThrownBy(() -> EntryJson.node("a", json.encode()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("plain");
  }
}
