package io.weft.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import io.weft.call.CallFailure;
import io.weft.contract.Code;
import io.weft.topic.Cluster.Interest;
import io.weft.topic.FakeCluster.Node;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GapTest {
  private final FakeCluster cluster = new FakeCluster();
  private final Node a = cluster.node("a");
  private final Node b = cluster.node("b");

  @AfterEach
  void close() {
    cluster.close();
  }

  /** Values and gaps in the order in which the subscriber sees them. */
  private List<Object> collect(Node node, String pattern, int buffer) {
    List<Object> seen = Collections.synchronizedList(new ArrayList<>());
    SubscribeOptions options = SubscribeOptions.defaults().buffer(buffer).onGap(seen::add);
    node.on(
        () ->
            node.topics
                .topic(pattern, Integer.class)
                .subscribe(options, event -> seen.add(event.value())));
    return seen;
  }

  private void publish(String topic, int... values) {
    for (int value : values) {
      FakeCluster.await(a.topics.topic(topic, Integer.class).publish(value));
    }
  }

  /** Publishes while the subscriber's context is busy. */
  private void publishWhileBusy(Node busy, String topic, int... values) {
    busy.on(
        () -> {
          for (int value : values) {
            a.topics.topic(topic, Integer.class).publish(value);
          }
          return Future.succeededFuture();
        });
  }

  @Test
  void overflow_oneGapBeforeTheNextEvent() {
    List<Object> seen = collect(b, "t.*", 3);
    publishWhileBusy(b, "t.x", 1, 2, 3, 4, 5);
    cluster.settle();
    publish("t.x", 6);
    cluster.settle();
    assertThat(seen).containsExactly(1, 2, 3, new Gap("t.x", "a", 2), 6);
    assertThat(b.topics.stats().dropped()).isEqualTo(2);
  }

  @Test
  void overflow_sameNode() {
    List<Object> seen = collect(a, "t.*", 2);
    publishWhileBusy(a, "t.x", 1, 2, 3);
    cluster.settle();
    assertThat(seen).containsExactly(1, 2, new Gap("t.x", "a", 1));
  }

  @Test
  void overflow_severalTopicsAndPublishers_areOneGap() {
    List<Object> seen = collect(b, "t.*", 1);
    b.on(
        () -> {
          a.topics.topic("t.x", Integer.class).publish(1);
          a.topics.topic("t.x", Integer.class).publish(2);
          b.topics.topic("t.y", Integer.class).publish(3);
          return a.topics.topic("t.x", Integer.class).publish(4);
        });
    cluster.settle();
    assertThat(seen).containsExactly(1, new Gap("t.*", null, 3));
  }

  @Test
  void overflow_moreThanOneSlice() {
    int count = 3 * Subscription.SLICE;
    List<Object> seen = collect(b, "t", count);
    int[] values = new int[count + 1];
    publishWhileBusy(b, "t", values);
    cluster.settle();
    assertThat(seen).hasSize(count + 1).endsWith(new Gap("t", "a", 1));
  }

  @Test
  void overflow_withoutGapHandler_isCounted() {
    Subscription subscription =
        b.on(
            () ->
                b.topics
                    .topic("t", Integer.class)
                    .subscribe(SubscribeOptions.defaults().buffer(1), event -> {}));
    publishWhileBusy(b, "t", 1, 2, 3);
    cluster.settle();
    assertThat(subscription.counts()).isEqualTo(new Subscription.Counts(1, 2, 0));
  }

  @Test
  void lostFrames_showWithTheNextEvent() {
    List<Object> seen = collect(b, "t", 10);
    List<Object> other = collect(b, "other", 10);
    publish("t", 1);
    cluster.lose = (from, to) -> true;
    publish("t", 2, 3);
    cluster.lose = (from, to) -> false;
    publish("t", 4);
    cluster.settle();
    assertThat(seen).containsExactly(1, new Gap("t", "a", 2), 4);
    assertThat(other).containsExactly(new Gap("other", "a", 2));
    assertThat(b.topics.stats().lost()).isEqualTo(2);
  }

  @Test
  void lostFrames_fromTheFirstOn() {
    List<Object> seen = collect(b, "t", 10);
    cluster.lose = (from, to) -> true;
    publish("t", 1, 2);
    cluster.lose = (from, to) -> false;
    publish("t", 3);
    cluster.settle();
    assertThat(seen).containsExactly(new Gap("t", "a", 2), 3);
  }

  @Test
  void refused_failsAndShowsWithoutAFurtherEvent() {
    List<Object> seen = collect(b, "t", 10);
    List<Object> here = collect(a, "t", 10);
    publish("t", 1);
    cluster.refuse = (from, to) -> true;
    assertThatThrownBy(() -> publish("t", 2))
        .isInstanceOfSatisfying(
            CallFailure.class,
            failure -> assertThat(failure.code()).isEqualTo(Code.RESOURCE_EXHAUSTED))
        .hasMessageContaining("topic t: the way to nodes [b] is full");
    cluster.refuse = (from, to) -> false;
    a.topics.undelivered("b");
    a.topics.undelivered("b");
    cluster.settle();
    assertThat(seen).containsExactly(1, new Gap("t", "a", 1));
    assertThat(here).containsExactly(1, 2);
    publish("t", 3);
    cluster.settle();
    assertThat(seen).containsExactly(1, new Gap("t", "a", 1), 3);
  }

  @Test
  void outOfSight_subscribersHearOfALossOfUnknownSize() {
    List<Object> seen = collect(b, "t", 10);
    publish("t", 1);
    a.topics.interest(List.of());
    publish("t", 2);
    cluster.spread();
    publish("t", 3);
    cluster.settle();
    assertThat(seen).containsExactly(1, new Gap("t", "a", 0), 3);
  }

  @Test
  void subscribeAgain_isNoGap() {
    List<Object> first = new ArrayList<>();
    Subscription subscription =
        b.on(() -> b.topics.topic("t", Integer.class).subscribe(event -> first.add(event.value())));
    publish("t", 1, 2);
    FakeCluster.await(subscription.close());
    publish("t", 3);
    List<Object> seen = collect(b, "t", 10);
    publish("t", 4, 5);
    cluster.settle();
    assertThat(seen).containsExactly(4, 5);
  }

  @Test
  void newStart_underTheSameId_isNoGap() {
    List<Object> seen = collect(b, "t", 10);
    publish("t", 1, 2, 3);
    Node again = cluster.node("a");
    FakeCluster.await(again.topics.topic("t", Integer.class).publish(4));
    cluster.settle();
    assertThat(seen).containsExactly(1, 2, 3, 4);
  }

  @Test
  void publisherOutOfSight_keepsItsNumbers() {
    List<Object> seen = collect(b, "t", 10);
    publish("t", 1);
    b.topics.members(Set.of("b"));
    cluster.lose = (from, to) -> true;
    publish("t", 2);
    cluster.lose = (from, to) -> false;
    b.topics.members(Set.of("a", "b"));
    publish("t", 3);
    cluster.settle();
    assertThat(seen).containsExactly(1, new Gap("t", "a", 1), 3);
  }

  @Test
  void newStartUnseen_withItsFirstEventsLost() {
    List<Object> seen = collect(b, "t", 10);
    publish("t", 1, 2, 3);
    Node again = cluster.node("a");
    cluster.lose = (from, to) -> true;
    FakeCluster.await(again.topics.topic("t", Integer.class).publish(4));
    cluster.lose = (from, to) -> false;
    FakeCluster.await(again.topics.topic("t", Integer.class).publish(5));
    cluster.settle();
    assertThat(seen).containsExactly(1, 2, 3, new Gap("t", "a", 1), 5);
  }

  @Test
  void undecodable_isAGapForThatSubscription() {
    List<Object> seen = Collections.synchronizedList(new ArrayList<>());
    SubscribeOptions options = SubscribeOptions.defaults().onGap(seen::add);
    b.on(
        () ->
            b.topics.topic("p", Price.class).subscribe(options, event -> seen.add(event.value())));
    byte[] refused = PriceCodec.INSTANCE.encode(new Price("", -1));
    b.on(
        () -> {
          a.topics.publish("p", "io.weft.topic.Price", new byte[] {10, 99});
          a.topics.publish("p", "io.weft.topic.Price", refused);
          return a.topics.topic("p", Price.class).publish(new Price("x", 1));
        });
    cluster.settle();
    assertThat(seen).containsExactly(new Gap("p", "a", 2), new Price("x", 1));
    assertThat(b.topics.stats().damaged()).isEqualTo(2);
  }

  @Test
  void undelivered_nodeThatIsNoTarget_isQuiet() {
    a.topics.undelivered("nobody");
    cluster.gossip = false;
    a.topics.interest(List.of(new Interest("ghost", "t", null, "*")));
    assertThatThrownBy(() -> publish("t", 1)).hasMessageContaining("[ghost]");
    a.topics.interest(List.of());
    a.topics.undelivered("ghost");
    assertThat(a.topics.stats().published()).isEqualTo(1);
  }
}
