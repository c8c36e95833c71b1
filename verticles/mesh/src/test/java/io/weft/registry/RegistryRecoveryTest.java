package io.weft.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.weft.call.CallFailure;
import io.weft.contract.Code;
import io.weft.registry.NodeEntry.State;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** More of {@link RegistryTest}. */
class RegistryRecoveryTest extends RegistryWorld {
  @Test
  void own_entry_vanished_is_rewritten() {
    Registry a = world.started("a");
    Registry b = world.started("b");
    world.value(
        a.publish(new ContractEntry("shop.Cart", 1, List.of("k=v"), List.of(), Buffer.buffer())));
    world.pass(BEAT);
    // Lost between the write and the look of one beat, the only moment in which it is noticed.
    world.places.get("a").events.joined("x");
    world.nodes.clear();
    world.contracts.clear();
    world.places.get("a").events.joined("x");
    world.settle();
    assertThat(a.stats().vanished()).isEqualTo(1);
    assertThat(world.nodes).containsKey("a");
    assertThat(world.contracts).hasSize(1);
    assertThat(ids(b)).containsExactly("a", "b");
    world.pass(BEAT);
    assertThat(ids(a)).containsExactly("a", "b");
  }

  @Test
  void map_lost_keeps_members_until_they_return() {
    Registry a = world.started("a");
    world.started("b");
    List<Table> tables = new ArrayList<>();
    a.onChange(tables::add);
    world.nodes.clear();
    world.pass(2 * LEASE);
    assertThat(tables).isEmpty();
    assertThat(world.nodes).containsOnlyKeys("a", "b");
  }

  @Test
  void outage_keeps_the_table_and_forgives() {
    Registry a = world.started("a");
    world.started("b");
    List<Table> tables = new ArrayList<>();
    List<String> lost = new ArrayList<>();
    a.onChange(tables::add);
    a.onLost(lost::add);
    world.broken = true;
    world.pass(10 * LEASE);
    assertThat(ids(a)).containsExactly("a", "b");
    assertThat(a.stats().outages()).isEqualTo(1);
    world.broken = false;
    world.pass(BEAT);
    world.pass(LEASE);
    assertThat(tables).isEmpty();
    assertThat(lost).isEmpty();
    world.broken = true;
    world.pass(BEAT);
    assertThat(a.stats().outages()).isEqualTo(2);
  }

  @Test
  void damaged_entries_are_ignored() {
    Registry a = world.started("a");
    Registry b = world.started("b");
    world.members.add("c");
    world.nodes.put("c", "{]");
    world.nodes.put("d", "");
    world.nodes.put("b", world.nodes.get("b").replace("\"UP\"", "\"ASLEEP\""));
    world.places.get("b").frozen = true;
    world.pass(BEAT);
    world.pass(BEAT);
    assertThat(a.stats().damaged()).isEqualTo(3);
    assertThat(ids(a)).as("what was known of b stays").containsExactly("a", "b");
    world.pass(LEASE);
    assertThat(a.table().suspect("b")).isTrue();
    assertThat(world.nodes).as("the ghost").doesNotContainKey("d");
    assertThat(b.own().state()).isEqualTo(State.UP);
  }

  @Test
  void damaged_values_are_named() {
    NodeEntry entry = NodeEntry.of("a", 1, "", "", 1).withService(cart(1));
    String good = EntryJson.encode(entry);
    assertThat(EntryJson.node("a", good)).isEqualTo(entry);
    assertThat(EntryJson.node("a", good.replace("{\"format\"", "{\"later\":[1],\"format\"")))
        .isEqualTo(entry);
    for (String key : new JsonObject(good).fieldNames()) {
      JsonObject without = new JsonObject(good);
      without.remove(key);
      assertThatThrownBy(() -> EntryJson.node("a", without.encode()))
          .as(key)
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("expected");
    }
    assertDamaged(good.replace("\"format\":1", "\"format\":2"), "format: 2 (expected: 1)");
    assertDamaged(good.replace("\"lease\":10000", "\"lease\":1"), "leaseMillis: 1 (expected: 300");
    assertDamaged(good.replace("\"lanes\":[0]", "\"lanes\":[0,4096]"), "lane of shop.Cart: 4096");
    assertDamaged(good.replace("\"weight\":1.0", "\"weight\":-1"), "weight of shop.Cart: -1.0");
    assertDamaged(
        good.replace("\"version\":1", "\"version\":\"1\""), "version: 1 (expected: a who");
    assertThatThrownBy(() -> EntryJson.node("b", good)).hasMessage("node: a (expected: its key b)");
  }

  private static void assertDamaged(String text, String message) {
    assertThatThrownBy(() -> EntryJson.node("a", text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }

  @Test
  void contract_is_found_and_kept() {
    Registry a = world.started("a");
    Registry b = world.started("b");
    ContractEntry entry =
        new ContractEntry(
            "shop.Cart", 1, List.of("method 1=UNARY"), List.of(), Buffer.buffer("bytes"));
    world.value(a.publish(entry));
    assertThat(world.value(b.contract("shop.Cart", entry.fingerprint()))).isEqualTo(entry);
    world.broken = true;
    assertThat(world.value(b.contract("shop.Cart", entry.fingerprint()))).isEqualTo(entry);
    CallFailure failure = (CallFailure) world.failure(b.contract("shop.Cart", "other"));
    assertThat(failure.code()).isEqualTo(Code.UNAVAILABLE);
  }

  @Test
  void contract_unknown_or_damaged_fails() {
    Registry a = world.started("a");
    CallFailure unknown = (CallFailure) world.failure(a.contract("shop.Cart", "00"));
    assertThat(unknown.code()).isEqualTo(Code.NOT_FOUND);
    ContractEntry other =
        new ContractEntry("shop.Cart", 1, List.of("x=y"), List.of(), Buffer.buffer());
    world.contracts.put("shop.Cart@00", EntryJson.encode(other));
    CallFailure damaged = (CallFailure) world.failure(a.contract("shop.Cart", "00"));
    assertThat(damaged.code()).isEqualTo(Code.DATA_LOSS);
    assertThat(damaged.message()).contains(other.fingerprint());
  }

  @Test
  void event_type_of_the_last_node_stands() {
    Registry a = world.started("a");
    Registry b = world.started("b");
    Registry c = world.started("c");
    ContractEntry old = ContractEntry.event("shop.Sold", new byte[] {1});
    ContractEntry now = ContractEntry.event("shop.Sold", new byte[] {2});
    assertThat(old.signature())
        .containsExactly(
            "descriptor=4bf5122f344554c53bde2ebb8cd2b7e3d1600ad631c385a5d7cce23c7785459a");
    assertThat(now.fingerprint()).isNotEqualTo(old.fingerprint());
    world.value(a.publish(old));
    assertThat(world.value(c.event("shop.Sold"))).isEqualTo(old);
    world.value(b.publish(now));
    world.value(b.publish(now));
    assertThat(world.contracts).containsOnlyKeys("shop.Sold@event");
    for (Registry reader : List.of(a, b, c)) {
      assertThat(world.value(reader.event("shop.Sold"))).isEqualTo(now);
    }
    world.pass(5 * BEAT);
    assertThat(world.value(c.event("shop.Sold"))).isEqualTo(now);
  }

  @Test
  void event_type_lost_is_put_back() {
    Registry a = world.started("a");
    ContractEntry entry = ContractEntry.event("shop.Sold", new byte[] {1});
    world.value(a.publish(entry));
    world.contracts.clear();
    world.pass(3 * BEAT);
    assertThat(world.value(a.event("shop.Sold"))).isEqualTo(entry);
  }

  @Test
  void event_type_unknown_or_no_event_fails() {
    Registry a = world.started("a");
    CallFailure unknown = (CallFailure) world.failure(a.event("shop.Sold"));
    assertThat(unknown.code()).isEqualTo(Code.NOT_FOUND);
    assertThat(unknown.message()).contains("shop.Sold@event");
    ContractEntry service =
        new ContractEntry("shop.Cart", 1, List.of("x=y"), List.of(), Buffer.buffer());
    world.contracts.put("shop.Cart@event", EntryJson.encode(service));
    CallFailure damaged = (CallFailure) world.failure(a.event("shop.Cart"));
    assertThat(damaged.code()).isEqualTo(Code.DATA_LOSS);
  }

  @Test
  void contract_lost_is_put_back() {
    Registry a = world.started("a");
    world.value(
        a.publish(new ContractEntry("shop.Cart", 1, List.of("k=v"), List.of(), Buffer.buffer())));
    world.value(
        a.publish(new ContractEntry("shop.Bill", 1, List.of("k=w"), List.of(), Buffer.buffer())));
    world.contracts.clear();
    world.pass(3 * BEAT);
    assertThat(world.contracts).hasSize(2);
  }

  @Test
  void rejoined_node_makes_registrations_announced() {
    Registry a = world.started("a");
    world.started("b");
    world.pass(BEAT);
    World.Place place = world.places.get("a");
    assertThat(place.repairs).isPositive();
    assertThat(place.announcements).isZero();
    world.members.remove("b");
    world.tell(e -> e.left("b"));
    world.settle();
    assertThat(ids(a)).containsExactly("a");
    world.members.add("b");
    world.pass(BEAT);
    assertThat(place.announcements).isEqualTo(1);
    world.pass(BEAT);
    assertThat(place.announcements).isEqualTo(1);
    assertThat(ids(a)).containsExactly("a", "b");
  }

  @Test
  void age_travels_instead_of_a_clock() {
    Registry a = world.started("a");
    world.value(a.update(own -> own.withService(cart(1).withSlowStart(60_000))));
    world.pass(20_000);
    Registry b = world.started("b");
    long age = world.clock().nanos() - b.table().endpoints("shop.Cart", 1).get(0).sinceNanos();
    assertThat(age / 1_000_000).isBetween(20_000 - BEAT, 20_000L);
  }

  @Test
  void zone_and_local_are_told() {
    Registry a = world.started(NodeEntry.of("a", 1, "", "east", 1).withService(cart(1)));
    world.started(NodeEntry.of("b", 1, "", "east", 1).withService(cart(1)));
    world.started(NodeEntry.of("c", 1, "", "west", 1).withService(cart(1)));
    world.settle();
    assertThat(a.table().endpoints("shop.Cart", 1))
        .extracting(Endpoint::local, Endpoint::sameZone)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(true, true),
            org.assertj.core.groups.Tuple.tuple(false, true),
            org.assertj.core.groups.Tuple.tuple(false, false));
  }

  @Test
  void find_by_suffix() {
    Registry a = world.started(NodeEntry.of("a", 1, "", "", 1).withService(cart(1)));
    assertThat(a.table().find("Cart")).containsExactly("shop.Cart");
    assertThat(a.table().find("shop.Cart")).containsExactly("shop.Cart");
    assertThat(a.table().find("art")).isEmpty();
    assertThat(a.table().versions("shop.Cart")).containsExactly(1);
  }
}
