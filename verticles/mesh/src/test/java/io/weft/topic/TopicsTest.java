package io.weft.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
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
import java.util.concurrent.atomic.AtomicReference;
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

  private static List<Object> collectGroup(Node node, String pattern, String group) {
    List<Object> values = Collections.synchronizedList(new ArrayList<>());
    node.on(
        () ->
            node.topics
                .topic(pattern, Integer.class)
                .subscribe(SubscribeOptions.group(group), event -> values.add(event.value())));
    return values;
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
    collectGroup(b, "x.>", "g");
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
  void group_exactlyOneMemberInTheCluster() {
    List<List<Object>> members =
        List.of(
            collectGroup(a, "jobs.*", "w"),
            collectGroup(b, "jobs.*", "w"),
            collectGroup(b, "jobs.>", "w"),
            collectGroup(c, "jobs.x", "w"));
    List<Event<Integer>> audit = collect(c, "jobs.x", Integer.class);
    List<Object> otherGroup = collectGroup(c, "jobs.x", "v");
    List<Integer> wanted = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      publish(i % 2 == 0 ? a : b, "jobs.x", Integer.class, i);
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
  void group_memberLeaves_othersTakeOver() {
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
      publish(a, "j", Integer.class, i);
    }
    cluster.settle();
    assertThat(stays).hasSize(10);
    assertThat(leaves).isEmpty();
  }

  @Test
  void group_choosesMembersThatExpectTheType() {
    List<Object> numbers = collectGroup(b, "mixed", "w");
    c.on(
        () ->
            c.topics
                .topic("mixed", String.class)
                .subscribe(SubscribeOptions.group("w"), event -> {}));
    for (int i = 0; i < 10; i++) {
      publish(a, "mixed", Integer.class, i);
    }
    cluster.settle();
    assertThat(numbers).hasSize(10);
    assertThat(c.topics.stats().mismatched()).isZero();
  }

  @Test
  void group_memberLeftUnseen_isCountedAsLost() {
    Subscription member =
        b.on(
            () ->
                b.topics
                    .topic("j", Integer.class)
                    .subscribe(SubscribeOptions.group("w"), event -> {}));
    cluster.gossip = false;
    FakeCluster.await(member.close());
    publish(a, "j", Integer.class, 1);
    assertThat(b.topics.stats().lost()).isEqualTo(1);
  }

  @Test
  void group_hundredGroups_headLargerThanItsRoom() {
    List<List<Object>> groups = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      groups.add(collectGroup(b, "j", "group-number-" + i));
    }
    publish(a, "j", Integer.class, 7);
    cluster.settle();
    assertThat(groups).allSatisfy(got -> assertThat(got).containsExactly(7));
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
  void raw_publishAndSubscribe() {
    List<RawEvent> raw = Collections.synchronizedList(new ArrayList<>());
    b.on(() -> b.topics.subscribeRaw("p.>", SubscribeOptions.defaults(), raw::add));
    a.on(() -> a.topics.subscribeRaw("p.>", SubscribeOptions.defaults(), raw::add));
    List<Event<Price>> typed = collect(b, "p.x", Price.class);
    List<Event<Price>> local = collect(a, "p.x", Price.class);
    byte[] bytes = PriceCodec.INSTANCE.encode(new Price("z", 3));
    FakeCluster.await(a.topics.publish("p.x", "io.weft.topic.Price", bytes));
    bytes[0] = 0;
    cluster.settle();
    assertThat(typed).extracting(Event::value).containsExactly(new Price("z", 3));
    assertThat(local).extracting(Event::value).containsExactly(new Price("z", 3));
    assertThat(raw).hasSize(2).allMatch(e -> e.type().equals("io.weft.topic.Price"));
    assertThat(PriceCodec.INSTANCE.decode(raw.get(0).bytes())).isEqualTo(new Price("z", 3));
    assertThat(raw.get(0).bytes()).isNotSameAs(raw.get(1).bytes());
  }

  @Test
  void raw_badNames_fail() {
    assertFails(a.topics.publish("a.*", "x.Y", new byte[0]), Code.INVALID_ARGUMENT, "\"a.*\"");
    assertFails(a.topics.publish("a", "", new byte[0]), Code.INVALID_ARGUMENT, "type name \"\"");
    assertFails(
        a.topics.subscribeRaw("a.", SubscribeOptions.defaults(), event -> {}),
        Code.INVALID_ARGUMENT,
        "empty token");
  }

  @Test
  void subscribe_runsOnItsContext_alsoWorkers() {
    Context worker = cluster.newWorker();
    AtomicReference<Boolean> onWorker = new AtomicReference<>();
    CountDownLatch done = new CountDownLatch(1);
    FakeCluster.on(
        worker,
        () ->
            a.topics
                .topic("w", Integer.class)
                .subscribe(
                    event -> {
                      onWorker.set(Context.isOnWorkerThread());
                      done.countDown();
                    }));
    publish(b, "w", Integer.class, 1);
    FakeCluster.settle(worker);
    assertThat(done.getCount()).isZero();
    assertThat(onWorker.get()).isTrue();
  }

  @Test
  void subscribe_handlerThrows_nextEventArrives() {
    List<Integer> got = Collections.synchronizedList(new ArrayList<>());
    List<Throwable> failures = Collections.synchronizedList(new ArrayList<>());
    a.context.exceptionHandler(failures::add);
    a.on(
        () ->
            a.topics
                .topic("t", Integer.class)
                .subscribe(
                    event -> {
                      got.add(event.value());
                      throw new IllegalStateException("boom " + event.value());
                    }));
    publish(b, "t", Integer.class, 1);
    publish(b, "t", Integer.class, 2);
    cluster.settle();
    assertThat(got).containsExactly(1, 2);
    assertThat(failures).extracting(Throwable::getMessage).containsExactly("boom 1", "boom 2");
  }

  @Test
  void subscribe_announceFails_leavesNothing() {
    cluster.announcing = () -> Future.failedFuture("registry down");
    assertThatThrownBy(() -> collect(b, "t", Integer.class)).hasMessageContaining("registry down");
    assertThat(b.topics.subscriptions()).isEmpty();
    cluster.announcing = Future::succeededFuture;
    assertThat(collect(b, "t", Integer.class)).isEmpty();
    assertThat(b.mine).containsExactly(new Interest("b", "t", null, "google.protobuf.Int32Value"));
  }

  @Test
  void subscribe_sameInterestTwice_isAnnouncedOnce() {
    collect(b, "t", Integer.class);
    collect(b, "t", Integer.class);
    assertThat(b.announcements).isEqualTo(1);
  }

  @Test
  void close_noEventAfter() {
    List<Integer> got = new ArrayList<>();
    Subscription subscription =
        b.on(() -> b.topics.topic("t", Integer.class).subscribe(event -> got.add(event.value())));
    b.on(
        () -> {
          a.topics.topic("t", Integer.class).publish(1);
          return subscription.close();
        });
    FakeCluster.await(subscription.close());
    cluster.settle();
    assertThat(got).isEmpty();
    assertThat(b.mine).isEmpty();
    publish(a, "t", Integer.class, 2);
    assertThat(a.frames()).isEqualTo(1);
  }

  @Test
  void undeploy_closesSubscription() {
    String id =
        FakeCluster.await(
            cluster.vertx.deployVerticle(
                new VerticleBase() {
                  @Override
                  public Future<?> start() {
                    return b.topics.topic("t", Integer.class).subscribe(event -> {});
                  }
                }));
    assertThat(b.mine).hasSize(1);
    FakeCluster.await(cluster.vertx.undeploy(id));
    assertThat(b.mine).isEmpty();
  }

  @Test
  void topicsClose_endsEverything() {
    collect(b, "t", Integer.class);
    FakeCluster.await(b.topics.close());
    assertThat(b.mine).isEmpty();
    assertFails(
        b.topics.topic("t", Integer.class).publish(1), Code.UNAVAILABLE, "node b is closed");
    assertThatThrownBy(() -> collect(b, "t", Integer.class)).hasMessageContaining("closed");
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
