package io.weft.topic;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.weft.stream.InboundStream;
import io.weft.stream.Streams;
import io.weft.topic.FakeCluster.Node;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StreamTest {
  private final FakeCluster cluster = new FakeCluster();
  private final Node a = cluster.node("a");
  private final Node b = cluster.node("b");
  private final List<Object> seen = Collections.synchronizedList(new ArrayList<>());

  @AfterEach
  void close() {
    cluster.close();
  }

  private InboundStream<Event<Integer>> open(SubscribeOptions options) {
    return b.on(() -> Future.succeededFuture(b.topics.topic("t", Integer.class).stream(options)));
  }

  private void publish(int from, int to) {
    for (int i = from; i <= to; i++) {
      FakeCluster.await(a.topics.topic("t", Integer.class).publish(i));
    }
    cluster.settle();
  }

  @Test
  void stream_waitsForAHandler() {
    InboundStream<Event<Integer>> stream = open(SubscribeOptions.defaults());
    publish(1, 3);
    stream.handler(event -> seen.add(event.value()));
    cluster.settle();
    assertThat(seen).containsExactly(1, 2, 3);
  }

  @Test
  void pauseAndFetch_holdBack_thenGap() {
    InboundStream<Event<Integer>> stream =
        open(SubscribeOptions.defaults().buffer(4).onGap(seen::add));
    stream.handler(event -> seen.add(event.value()));
    stream.pause();
    cluster.settle();
    publish(1, 1);
    publish(2, 8);
    assertThat(seen).isEmpty();
    stream.fetch(2);
    cluster.settle();
    assertThat(seen).containsExactly(1, 2);
    publish(9, 9);
    stream.fetch(2);
    cluster.settle();
    assertThat(seen).containsExactly(1, 2, 3, 4);
    // 1 waited in the stream itself, 2 to 5 in the buffer: 6, 7 and 8 found no room.
    stream.fetch(1);
    cluster.settle();
    assertThat(seen).containsExactly(1, 2, 3, 4, 5, new Gap("t", "a", 3));
    stream.resume();
    cluster.settle();
    publish(10, 10);
    assertThat(seen).containsExactly(1, 2, 3, 4, 5, new Gap("t", "a", 3), 9, 10);
  }

  @Test
  void cancel_closesTheSubscription() {
    InboundStream<Event<Integer>> stream = open(SubscribeOptions.defaults());
    stream.handler(event -> seen.add(event.value()));
    stream.cancel();
    cluster.settle();
    publish(1, 1);
    assertThat(seen).isEmpty();
    assertThat(b.mine).isEmpty();
  }

  @Test
  void topicsClose_endsTheStream() {
    InboundStream<Event<Integer>> stream = open(SubscribeOptions.defaults());
    stream.endHandler(none -> seen.add("end"));
    stream.handler(event -> seen.add(event.value()));
    publish(1, 1);
    FakeCluster.await(b.topics.close());
    cluster.settle();
    assertThat(seen).containsExactly(1, "end");
  }

  @Test
  void announceFails_failsTheStream() {
    cluster.announcing = () -> Future.failedFuture("registry down");
    InboundStream<Event<Integer>> stream = open(SubscribeOptions.defaults());
    stream.exceptionHandler(cause -> seen.add(cause.getMessage()));
    stream.handler(event -> {});
    cluster.settle();
    assertThat(seen).containsExactly("registry down");
  }

  @Test
  void stream_canBeMapped() {
    InboundStream<Event<Integer>> stream = open(SubscribeOptions.defaults());
    Streams.map(stream, Event::value).handler(seen::add);
    publish(1, 2);
    assertThat(seen).containsExactly(1, 2);
  }

  @Test
  void streamRaw_deliversBytes() {
    InboundStream<RawEvent> stream =
        b.on(() -> Future.succeededFuture(b.topics.streamRaw(">", SubscribeOptions.defaults())));
    stream.handler(event -> seen.add(event.type()));
    publish(1, 1);
    assertThat(seen).containsExactly("google.protobuf.Int32Value");
  }

  @Test
  void stream_manyEventsWithoutDeepRecursion() {
    InboundStream<Event<Integer>> stream = open(SubscribeOptions.defaults().buffer(20_000));
    for (int i = 0; i < 20_000; i++) {
      a.topics.topic("t", Integer.class).publish(i);
    }
    stream.handler(event -> seen.add(event.value()));
    for (int i = 0; i < 10; i++) {
      cluster.settle();
    }
    assertThat(seen).hasSize(20_000);
  }
}
