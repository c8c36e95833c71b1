package io.weft.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.weft.call.CallFailure;
import io.weft.contract.Code;
import io.weft.registry.NodeEntry.State;
import io.weft.registry.NodeEntry.Subscription;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RegistryTest extends RegistryWorld {
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
}
