package io.weft.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.weft.call.CallFailure;
import io.weft.contract.Code;
import io.weft.registry.NodeEntry.ServiceEntry;
import io.weft.registry.NodeEntry.State;
import io.weft.registry.NodeEntry.Subscription;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RegistryTest {
  private static final long LEASE = NodeEntry.DEFAULT_LEASE_MILLIS;
  private static final long BEAT = LEASE / 3 + 10;

  private final World world = new World();

  private static ServiceEntry cart(int id) {
    return ServiceEntry.of("shop.Cart", 1, id, List.of(0), "");
  }

  private static List<String> ids(Registry registry) {
    return registry.table().nodes().stream().map(NodeEntry::node).toList();
  }

  @Test
  void start_sees_each_other() {
    Registry a = world.started("a");
    Registry b = world.started("b");
    assertThat(ids(b)).containsExactly("a", "b");
    assertThat(ids(a)).as("by the hint, without time").containsExactly("a", "b");
  }

  @Test
  void start_alone_is_a_mesh_of_one() {
    Registry a = world.started("a");
    world.value(a.update(own -> own.withService(cart(7))));
    List<Endpoint> endpoints = a.table().endpoints("shop.Cart", 1);
    assertThat(endpoints).hasSize(1);
    assertThat(endpoints.get(0).local()).isTrue();
    assertThat(endpoints.get(0).serviceId()).isEqualTo(7);
    assertThat(a.table().endpoints("shop.Cart", 2)).isEmpty();
  }

  @Test
  void start_twice_fails() {
    Registry a = world.started("a");
    assertThat(world.failure(a.start())).hasMessageContaining("STARTED (expected: NEW)");
  }

  @Test
  void start_withoutMap_fails_and_leaves() {
    Registry a = world.member(NodeEntry.of("a", 1, "", "", 1));
    world.broken = true;
    assertThat(world.failure(a.start())).hasMessageContaining("the map is broken");
    world.broken = false;
    world.pass(2 * LEASE);
    assertThat(world.nodes).isEmpty();
  }

  @Test
  void update_reaches_others_by_hint() {
    Registry a = world.started("a");
    Registry b = world.started("b");
    world.value(a.update(own -> own.withService(cart(1))));
    world.settle();
    Endpoint endpoint = b.table().endpoints("shop.Cart", 1).get(0);
    assertThat(endpoint.address().node()).isEqualTo("a");
    assertThat(endpoint.local()).isFalse();
  }

  @Test
  void update_reaches_others_without_hints() {
    Registry a = world.started("a");
    Registry b = world.started("b");
    world.deaf = true;
    world.value(a.update(own -> own.withService(cart(1))));
    assertThat(b.table().endpoints("shop.Cart", 1)).isEmpty();
    world.pass(BEAT);
    assertThat(b.table().endpoints("shop.Cart", 1)).hasSize(1);
  }

  @Test
  void update_many_is_written_once() {
    Registry a = world.started("a");
    int before = world.writes;
    for (int i = 0; i < 20; i++) {
      int id = i;
      a.update(own -> own.withService(cart(id)));
    }
    world.settle();
    assertThat(world.writes - before).isEqualTo(1);
    assertThat(a.own().services()).hasSize(20);
  }

  @Test
  void update_beforeStart_is_written_by_start() {
    Registry a = world.member(NodeEntry.of("a", 1, "", "", 1));
    var updated = a.update(own -> own.withService(cart(1)));
    world.settle();
    assertThat(updated.isComplete()).isFalse();
    world.value(a.start());
    world.value(updated);
    assertThat(world.nodes.get("a")).contains("shop.Cart");
  }

  @Test
  void update_of_the_identity_fails() {
    Registry a = world.started("a");
    assertThat(world.failure(a.update(own -> NodeEntry.of("z", 1, "", "", 1))))
        .hasMessageContaining("node z")
        .hasMessageContaining("expected: a, 1");
    assertThat(a.own().node()).isEqualTo("a");
  }

  @Test
  void update_inOutage_fails_and_is_written_later() {
    Registry a = world.started("a");
    Registry b = world.started("b");
    world.broken = true;
    Throwable failure = world.failure(a.update(own -> own.withService(cart(1))));
    assertThat(((CallFailure) failure).code()).isEqualTo(Code.UNAVAILABLE);
    assertThat(a.table().endpoints("shop.Cart", 1)).as("own table").hasSize(1);
    world.broken = false;
    world.pass(BEAT);
    assertThat(b.table().endpoints("shop.Cart", 1)).hasSize(1);
  }

  @Test
  void draining_is_visible_at_once() {
    Registry a = world.started("a");
    Registry b = world.started("b");
    world.value(a.update(own -> own.withService(cart(1))));
    world.value(a.update(own -> own.withState(State.DRAINING)));
    world.settle();
    assertThat(b.table().endpoints("shop.Cart", 1).get(0).draining()).isTrue();
  }

  @Test
  void subscriptions_travel() {
    Registry a = world.started("a");
    Registry b = world.started("b");
    List<Subscription> list =
        List.of(new Subscription("a.*", null, "T"), new Subscription("b.>", "g", "U"));
    world.value(a.update(own -> own.withSubscriptions(list)));
    world.settle();
    assertThat(b.table().node("a").subscriptions()).isEqualTo(list);
  }

  @Test
  void beats_change_no_table() {
    Registry a = world.started("a");
    Registry b = world.started("b");
    world.value(a.update(own -> own.withService(cart(1))));
    world.settle();
    List<Table> tables = new ArrayList<>();
    b.onChange(tables::add);
    world.pass(10 * LEASE);
    assertThat(tables).isEmpty();
    assertThat(b.stats().reloads()).isGreaterThan(25);
  }

  @Test
  void onChange_ends_and_survives_a_failing_listener() {
    Registry a = world.started("a");
    List<Table> tables = new ArrayList<>();
    a.onChange(
        t -> {
          throw new IllegalStateException("listener");
        });
    Runnable end = a.onChange(tables::add);
    world.value(a.update(own -> own.withService(cart(1))));
    end.run();
    world.value(a.update(own -> own.withService(cart(2))));
    assertThat(tables).hasSize(1);
  }

  @Test
  void leave_removes_at_once() {
    Registry a = world.started("a");
    Registry b = world.started("b");
    List<String> lost = new ArrayList<>();
    b.onLost(lost::add);
    world.value(a.leave());
    world.settle();
    assertThat(ids(b)).containsExactly("b");
    assertThat(world.nodes).containsOnlyKeys("b");
    assertThat(lost).as("left by itself").isEmpty();
    assertThat(world.failure(a.update(own -> own))).hasMessageContaining("LEFT");
    world.pass(3 * LEASE);
    assertThat(world.nodes).containsOnlyKeys("b");
  }

  @Test
  void leave_withoutHint_ends_with_the_lease() {
    Registry a = world.started("a");
    Registry b = world.started("b");
    world.deaf = true;
    world.value(a.leave());
    world.pass(LEASE + BEAT);
    assertThat(ids(b)).containsExactly("b");
  }

  @Test
  void leave_inOutage_ends() {
    Registry a = world.started("a");
    world.broken = true;
    world.failure(a.leave());
  }

  @Test
  void left_removes_at_once_and_tells() {
    world.started("a");
    Registry b = world.started("b");
    List<String> told = new ArrayList<>();
    b.onLost(node -> told.add(node + " " + ids(b)));
    world.crash("a");
    world.tell(e -> e.left("a"));
    world.settle();
    assertThat(ids(b)).containsExactly("b");
    assertThat(told).containsExactly("a [a, b]");
    world.pass(BEAT);
    assertThat(ids(b)).as("its entry is still in the map").containsExactly("b");
    assertThat(told).hasSize(1);
  }

  @Test
  void left_after_leave_is_told() {
    Registry a = world.started("a");
    Registry b = world.started("b");
    List<String> lost = new ArrayList<>();
    b.onLost(lost::add);
    world.value(a.leave());
    world.crash("a");
    world.tell(e -> e.left("a"));
    world.pass(2 * BEAT);
    assertThat(lost).containsExactly("a");
  }

  @Test
  void lost_withoutEvent_is_seen_by_the_next_look() {
    world.started("a");
    Registry b = world.started("b");
    List<String> lost = new ArrayList<>();
    b.onLost(lost::add);
    world.crash("a");
    world.pass(BEAT);
    assertThat(lost).containsExactly("a");
    assertThat(ids(b)).containsExactly("b");
  }

  @Test
  void ghost_is_evicted_by_the_smallest_member() {
    world.started("a");
    Registry b = world.started("b");
    Registry c = world.started("c");
    world.crash("a");
    world.pass(LEASE / 2);
    assertThat(world.nodes).containsKey("a");
    world.pass(LEASE + BEAT);
    assertThat(world.nodes).containsOnlyKeys("b", "c");
    assertThat(b.stats().evicted()).isEqualTo(1);
    assertThat(c.stats().evicted()).isZero();
  }

  @Test
  void ghost_of_old_times_is_never_listed() {
    world.nodes.put("old", EntryJson.encode(NodeEntry.of("old", 1, "", "", 1)));
    Registry b = world.started("b");
    assertThat(ids(b)).containsExactly("b");
    world.pass(LEASE + 2 * BEAT);
    assertThat(world.nodes).containsOnlyKeys("b");
  }

  @Test
  void member_without_beat_is_suspect_and_recovers() {
    Registry a = world.started("a");
    Registry b = world.started("b");
    world.value(a.update(own -> own.withService(cart(1))));
    world.settle();
    List<String> lost = new ArrayList<>();
    b.onLost(lost::add);
    String text = world.nodes.get("a");
    world.places.get("a").frozen = true;
    world.pass(LEASE + 2 * BEAT);
    assertThat(b.table().suspect("a")).isTrue();
    assertThat(b.table().endpoints("shop.Cart", 1).get(0).suspect()).isTrue();
    assertThat(lost).isEmpty();
    world.nodes.put("a", EntryJson.encode(EntryJson.node("a", text).withBeat(1_000)));
    world.pass(BEAT);
    assertThat(b.table().suspect("a")).isFalse();
  }

  @Test
  void stale_value_of_a_merge_is_ignored() {
    Registry a = world.started("a");
    Registry b = world.started("b");
    String old = world.nodes.get("a");
    world.value(a.update(own -> own.withService(cart(1))));
    world.settle();
    world.nodes.put("a", old);
    world.tell(e -> e.hinted("a"));
    world.settle();
    assertThat(b.table().endpoints("shop.Cart", 1)).hasSize(1);
  }

  @Test
  void incarnation_greater_replaces() {
    world.started("a");
    Registry b = world.started("b");
    world.crash("a");
    world.tell(e -> e.left("a"));
    world.settle();
    world.started(NodeEntry.of("a", 2, "again", "", 1).withService(cart(1)));
    world.settle();
    assertThat(b.table().endpoints("shop.Cart", 1).get(0).address().incarnation()).isEqualTo(2);
  }

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
