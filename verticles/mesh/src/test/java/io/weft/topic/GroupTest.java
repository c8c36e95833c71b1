package io.weft.topic;

import static org.assertj.core.api.Assertions.assertThat;

import io.weft.topic.FakeCluster.Node;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GroupTest {
  private final FakeCluster cluster = new FakeCluster();
  private final Node a = cluster.node("a");
  private final Node b = cluster.node("b");
  private final Node c = cluster.node("c");

  @AfterEach
  void close() {
    cluster.close();
  }

  private static List<Object> collectGroup(Node node, String pattern, String group) {
    List<Object> values = Collections.synchronizedList(new ArrayList<>());
    node.on(
        () ->
            node.topics
                .topic(pattern, Integer.class)
                .subscribe(SubscribeOptions.group(group), event -> values.add(event.value())));
    return values;
  }

  private static void publish(Node node, String topic, int value) {
    FakeCluster.await(node.topics.topic(topic, Integer.class).publish(value));
  }

  @Test
  void event_reachesExactlyOneMember() {
    List<List<Object>> members =
        List.of(
            collectGroup(a, "jobs.*", "w"),
            collectGroup(b, "jobs.*", "w"),
            collectGroup(b, "jobs.>", "w"),
            collectGroup(c, "jobs.x", "w"));
    List<Object> audit = new ArrayList<>();
    c.on(() -> c.topics.topic("jobs.x", Integer.class).subscribe(audit::add));
    List<Object> otherGroup = collectGroup(c, "jobs.x", "v");
    List<Integer> wanted = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      publish(i % 2 == 0 ? a : b, "jobs.x", i);
      wanted.add(i);
    }
    cluster.settle();
    List<Object> all = new ArrayList<>();
    members.forEach(all::addAll);
    assertThat(all).containsExactlyInAnyOrderElementsOf(wanted);
    assertThat(members).allSatisfy(got -> assertThat(got).hasSizeGreaterThanOrEqualTo(45));
    assertThat(audit).hasSize(300);
    assertThat(otherGroup).hasSize(300);
  }

  @Test
  void member_leaves_othersTakeOver() {
    List<Object> stays = collectGroup(b, "j", "w");
    List<Object> leaves = new ArrayList<>();
    Subscription leaving =
        c.on(
            () ->
                c.topics
                    .topic("j", Integer.class)
                    .subscribe(SubscribeOptions.group("w"), event -> leaves.add(event.value())));
    FakeCluster.await(leaving.close());
    for (int i = 0; i < 10; i++) {
      publish(a, "j", i);
    }
    cluster.settle();
    assertThat(stays).hasSize(10);
    assertThat(leaves).isEmpty();
  }

  @Test
  void choice_membersThatExpectTheType() {
    List<Object> numbers = collectGroup(b, "mixed", "w");
    c.on(
        () ->
            c.topics
                .topic("mixed", String.class)
                .subscribe(SubscribeOptions.group("w"), event -> {}));
    for (int i = 0; i < 10; i++) {
      publish(a, "mixed", i);
    }
    cluster.settle();
    assertThat(numbers).hasSize(10);
    assertThat(c.topics.stats().mismatched()).isZero();
  }

  @Test
  void member_leftUnseen_isCountedAsLost() {
    Subscription member =
        b.on(
            () ->
                b.topics
                    .topic("j", Integer.class)
                    .subscribe(SubscribeOptions.group("w"), event -> {}));
    cluster.gossip = false;
    FakeCluster.await(member.close());
    publish(a, "j", 1);
    assertThat(b.topics.stats().lost()).isEqualTo(1);
  }

  @Test
  void groups_hundred_headLargerThanItsRoom() {
    List<List<Object>> groups = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      groups.add(collectGroup(b, "j", "group-number-" + i));
    }
    publish(a, "j", 7);
    cluster.settle();
    assertThat(groups).allSatisfy(got -> assertThat(got).containsExactly(7));
  }
}
