package io.weft.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import io.weft.call.CallFailure;
import io.weft.contract.Code;
import io.weft.topic.FakeCluster.Node;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Events as bytes, for bridges and the command line. */
class RawTest {
  private final FakeCluster cluster = new FakeCluster();
  private final Node a = cluster.node("a");
  private final Node b = cluster.node("b");

  @AfterEach
  void close() {
    cluster.close();
  }

  @Test
  void publish_reachesRawAndTyped() {
    List<RawEvent> raw = Collections.synchronizedList(new ArrayList<>());
    b.on(() -> b.topics.subscribeRaw("p.>", SubscribeOptions.defaults(), raw::add));
    a.on(() -> a.topics.subscribeRaw("p.>", SubscribeOptions.defaults(), raw::add));
    List<Event<Price>> typed = new ArrayList<>();
    List<Event<Price>> local = new ArrayList<>();
    b.on(() -> b.topics.topic("p.x", Price.class).subscribe(typed::add));
    a.on(() -> a.topics.topic("p.x", Price.class).subscribe(local::add));
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
  void badNames_fail() {
    assertFails(a.topics.publish("a.*", "x.Y", new byte[0]), Code.INVALID_ARGUMENT, "\"a.*\"");
    assertFails(a.topics.publish("a", "", new byte[0]), Code.INVALID_ARGUMENT, "type name \"\"");
    assertFails(
        a.topics.subscribeRaw("a.", SubscribeOptions.defaults(), event -> {}),
        Code.INVALID_ARGUMENT,
        "empty token");
  }

  private static void assertFails(Future<?> future, Code code, String message) {
    assertThatThrownBy(() -> FakeCluster.await(future))
        .isInstanceOfSatisfying(
            CallFailure.class, failure -> assertThat(failure.code()).isEqualTo(code))
        .hasMessageContaining(message);
  }
}
