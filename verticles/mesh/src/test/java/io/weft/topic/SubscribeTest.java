package io.weft.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.weft.call.CallFailure;
import io.weft.contract.Code;
import io.weft.contract.Fate;
import io.weft.topic.Cluster.Interest;
import io.weft.topic.FakeCluster.Node;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The life of subscriptions. */
class SubscribeTest {
  private final FakeCluster cluster = new FakeCluster();
  private final Node a = cluster.node("a");
  private final Node b = cluster.node("b");

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
