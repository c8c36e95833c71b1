package io.weft.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.weft.call.CallContext;
import io.weft.call.CallFailure;
import io.weft.call.CallScope;
import io.weft.contract.Code;
import io.weft.contract.Fate;
import io.weft.topic.Cluster.Interest;
import io.weft.topic.FakeCluster.Node;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TopicsTest {
  private final FakeCluster cluster = new FakeCluster();
  private final Node a = cluster.node("a");
  private final Node b = cluster.node("b");
  private final Node c = cluster.node("c");

  @AfterEach
  void close() {
    cluster.close();
  }

  private static <T> List<Event<T>> collect(Node node, String pattern, Class<T> type) {
    List<Event<T>> events = Collections.synchronizedList(new ArrayList<>());
    node.on(() -> node.topics.topic(pattern, type).subscribe(events::add));
    return events;
  }

  private static <T> void publish(Node node, String topic, Class<T> type, T value) {
    FakeCluster.await(node.topics.topic(topic, type).publish(value));
  }

  @Test
  void publish_reachesSubscribersOfAllNodes() {
    List<Event<Price>> here = collect(a, "prices.eur", Price.class);
    List<Event<Price>> there = collect(b, "prices.*", Price.class);
    List<Event<Price>> everything = collect(b, ">", Price.class);
    List<Event<Price>> other = collect(c, "prices.usd", Price.class);
    Price price = new Price("EUR/USD", 108);
    publish(a, "prices.eur", Price.class, price);
    cluster.settle();
    Event<Price> event = new Event<>("prices.eur", price, "a", Map.of());
    assertThat(here).containsExactly(event);
    assertThat(there).containsExactly(event);
    assertThat(everything).containsExactly(event);
    assertThat(other).isEmpty();
  }

  @Test
  void publish_oneFrameForEachInterestedNode() {
    collect(b, "x.*", Integer.class);
    collect(b, "x.y", Integer.class);
    b.on(
        () ->
            b.topics
                .topic("x.>", Integer.class)
                .subscribe(SubscribeOptions.group("g"), event -> {}));
    publish(a, "x.y", Integer.class, 1);
    assertThat(a.sent).extracting(FakeCluster.Frame::to).containsExactly("b");
    publish(a, "nobody.cares", Integer.class, 1);
    assertThat(a.frames()).isEqualTo(1);
  }

  @Test
  void publish_sameNode_immutableByReference() {
    List<Event<Price>> first = collect(a, "p", Price.class);
    List<Event<Price>> second = collect(a, "p", Price.class);
    Price price = new Price("x", 1);
    publish(a, "p", Price.class, price);
    cluster.settle();
    assertThat(first.get(0).value()).isSameAs(price);
    assertThat(second.get(0).value()).isSameAs(price);
    assertThat(a.frames()).isZero();
  }

  @Test
  void publish_sameNode_mutableIsCopiedForEach() {
    List<Event<Buffer>> first = collect(a, "p", Buffer.class);
    List<Event<Buffer>> second = collect(a, "p", Buffer.class);
    Buffer buffer = Buffer.buffer("before");
    publish(a, "p", Buffer.class, buffer);
    buffer.setString(0, "after!");
    cluster.settle();
    assertThat(first.get(0).value()).isEqualTo(Buffer.buffer("before"));
    assertThat(first.get(0).value()).isNotSameAs(second.get(0).value());
  }

  @Test
  void publish_otherNode_mutableIsDecodedForEach() {
    List<Event<Price.Tick>> first = collect(b, "p", Price.Tick.class);
    List<Event<Price.Tick>> second = collect(b, "p", Price.Tick.class);
    publish(a, "p", Price.Tick.class, new Price.Tick(7));
    cluster.settle();
    assertThat(first.get(0).value()).isEqualTo(new Price.Tick(7));
    assertThat(first.get(0).value()).isNotSameAs(second.get(0).value());
  }

  @Test
  void publish_neverRunsHandlersInside() {
    List<String> order = new ArrayList<>();
    a.on(
        () -> {
          Topic<Integer> topic = a.topics.topic("t", Integer.class);
          return topic
              .subscribe(
                  event -> {
                    order.add("handle " + event.value());
                    if (event.value() == 1) {
                      topic.publish(2);
                      order.add("published 2");
                    }
                  })
              .compose(
                  none -> {
                    Future<Void> done = topic.publish(1);
                    order.add("published 1");
                    return done;
                  });
        });
    cluster.settle();
    assertThat(order).containsExactly("published 1", "handle 1", "published 2", "handle 2");
  }

  @Test
  void order_perPublishingThread() throws Exception {
    int threads = 6;
    int each = 3_000;
    Map<Integer, List<Integer>> got = new ConcurrentHashMap<>();
    CountDownLatch done = new CountDownLatch(2 * threads * each);
    for (Node node : List.of(a, b)) {
      int salt = node == a ? 0 : 1000;
      node.on(
          () ->
              node.topics
                  .topic("o", Integer.class)
                  .subscribe(
                      SubscribeOptions.defaults().buffer(threads * each),
                      event -> {
                        int thread = event.value() / 100_000 + salt;
                        got.computeIfAbsent(thread, t -> new ArrayList<>())
                            .add(event.value() % 100_000);
                        done.countDown();
                      }));
    }
    List<Thread> running = new ArrayList<>();
    for (int t = 0; t < threads; t++) {
      int base = t * 100_000;
      Thread thread =
          new Thread(
              () -> {
                Topic<Integer> topic = a.topics.topic("o", Integer.class);
                for (int i = 0; i < each; i++) {
                  topic.publish(base + i);
                }
              });
      thread.start();
      running.add(thread);
    }
    for (Thread thread : running) {
      thread.join();
    }
    assertThat(done.await(20, TimeUnit.SECONDS)).isTrue();
    assertThat(got).hasSize(2 * threads);
    got.values().forEach(list -> assertThat(list).hasSize(each).isSorted());
    assertThat(b.topics.stats().lost()).isZero();
  }

  @Test
  void typeMismatch_getsNothingAndIsCounted() {
    List<Event<String>> texts = collect(b, "t", String.class);
    List<Event<Integer>> numbers = collect(b, "t", Integer.class);
    publish(a, "t", Integer.class, 5);
    publish(a, "t", Integer.class, 6);
    cluster.settle();
    assertThat(texts).isEmpty();
    assertThat(numbers).extracting(Event::value).containsExactly(5, 6);
    assertThat(b.topics.stats().mismatched()).isEqualTo(2);
  }

  @Test
  void publish_wildcard_fails() {
    assertFails(
        a.topics.topic("a.*", Integer.class).publish(1), Code.INVALID_ARGUMENT, "wildcard * at");
  }

  @Test
  void publish_tooLarge_reachesNobody() {
    List<Event<String>> here = collect(a, "t", String.class);
    collect(b, "t", String.class);
    Future<Void> published = a.topics.topic("t", String.class).publish("x".repeat(1 << 20));
    assertFails(published, Code.RESOURCE_EXHAUSTED, "(expected: at most 1048576)");
    cluster.settle();
    assertThat(here).isEmpty();
    publish(a, "t", String.class, "small");
    cluster.settle();
    assertThat(here).hasSize(1);
    assertThat(b.topics.stats().lost()).isZero();
  }

  @Test
  void publish_valueThatCannotBeEncoded() {
    collect(b, "t", Price.class);
    assertFails(
        a.topics.topic("t", Price.class).publish(new Price(null, 1)),
        Code.INVALID_ARGUMENT,
        "topic t: cannot encode io.weft.topic.Price");
  }

  @Test
  void topic_badName_throws() {
    assertThatThrownBy(() -> a.topics.topic("a..b", Integer.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("\"a..b\": empty token at position 2");
  }

  @Test
  void publish_meshEvent_reachesOtherNode() {
    List<Event<Reading>> there = collect(b, "readings.*", Reading.class);
    Reading reading = new Reading("roof", List.of(new Reading.Sample(1, 2.5)));
    publish(a, "readings.roof", Reading.class, reading);
    cluster.settle();
    assertThat(there).extracting(Event::value).containsExactly(reading);
  }

  @Test
  void onType_toldOnceForEachTypeWithDescriptors() {
    Map<String, byte[]> told = new ConcurrentHashMap<>();
    a.topics.onType(
        (type, descriptors) -> assertThat(told.putIfAbsent(type, descriptors)).isNull());
    a.topics.topic("t", Integer.class);
    a.topics.topic("t", Price.class);
    a.topics.topic("t", Reading.Sample.class);
    assertThat(told).isEmpty();
    publish(a, "readings.roof", Reading.class, new Reading("roof", List.of()));
    collect(a, "readings.>", Reading.class);
    assertThat(told).containsOnlyKeys("io.weft.topic.Reading");
    assertThat(told.get("io.weft.topic.Reading"))
        .isEqualTo(EventType.of(Reading.class).descriptors());
  }

  @Test
  void baggage_travelsToTheHandlersCalls() {
    List<Map<String, String>> seen = Collections.synchronizedList(new ArrayList<>());
    for (Node node : List.of(a, b)) {
      node.on(
          () ->
              node.topics
                  .topic("t", Integer.class)
                  .subscribe(
                      event -> {
                        seen.add(event.baggage());
                        CallContext current = CallContext.current();
                        seen.add(current == null ? Map.of() : current.baggage());
                      }));
    }
    CallScope.inherit()
        .baggage("tenant", "acme")
        .run(() -> FakeCluster.await(a.topics.topic("t", Integer.class).publish(1)));
    cluster.settle();
    assertThat(seen).hasSize(4).containsOnly(Map.of("tenant", "acme"));
    publish(a, "t", Integer.class, 2);
    cluster.settle();
    assertThat(seen).hasSize(8);
    assertThat(seen.subList(4, 8)).containsOnly(Map.of());
  }

  @Test
  void interest_malformedPatternsAndOwnNodeAreIgnored() {
    cluster.gossip = false;
    a.topics.interest(
        List.of(
            new Interest("b", "t..x", null, "*"),
            new Interest("a", "t", null, "*"),
            new Interest("b", "t", null, "*")));
    publish(a, "t", Integer.class, 1);
    assertThat(a.sent).hasSize(1);
  }

  @Test
  void routes_moreTopicsThanRemembered() {
    List<Event<Integer>> got = collect(b, "many.*", Integer.class);
    for (int i = 0; i < Routes.CACHED_TOPICS + 10; i++) {
      publish(a, "many." + i, Integer.class, i);
      if (i % 500 == 0) {
        cluster.settle();
      }
    }
    cluster.settle();
    assertThat(got).hasSize(Routes.CACHED_TOPICS + 10);
  }

  @Test
  void options_checks() {
    assertThatThrownBy(() -> SubscribeOptions.group("a.b")).hasMessageContaining("group: \"a.b\"");
    assertThatThrownBy(() -> SubscribeOptions.defaults().buffer(0))
        .hasMessageContaining("buffer: 0 events (expected: at least 1)");
  }

  private static void assertFails(Future<?> future, Code code, String message) {
    assertThatThrownBy(() -> FakeCluster.await(future))
        .isInstanceOfSatisfying(
            CallFailure.class,
            failure -> {
              assertThat(failure.code()).isEqualTo(code);
              assertThat(failure.fate()).isEqualTo(Fate.NOT_PROCESSED);
            })
        .hasMessageContaining(message);
  }
}
