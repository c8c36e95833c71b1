package io.weft.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import io.weft.topic.FakeCluster.Node;
import io.weft.wire.Reader;
import io.weft.wire.Writer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Bytes of a hostile or broken node. */
class ReceiveTest {
  private final FakeCluster cluster = new FakeCluster();
  private final Node a = cluster.node("a");
  private final Node b = cluster.node("b");
  private final List<Object> seen = Collections.synchronizedList(new ArrayList<>());

  @BeforeEach
  void subscribe() {
    SubscribeOptions options = SubscribeOptions.defaults().onGap(seen::add);
    b.on(() -> b.topics.topic(">", Price.class).subscribe(options, e -> seen.add(e.value())));
    b.on(
        () ->
            b.topics
                .topic("p", Price.Tick.class)
                .subscribe(SubscribeOptions.group("g"), event -> {}));
    b.on(() -> b.topics.subscribeRaw(">", SubscribeOptions.defaults(), event -> {}));
  }

  @AfterEach
  void close() {
    cluster.close();
  }

  private void receive(byte[] bytes) {
    b.topics.receive("evil", 1, new Reader(bytes, 0, bytes.length));
  }

  private static byte[] frame(int flags, int strand, long number, String topic) {
    Writer out = new Writer(64);
    out.varint32(flags);
    out.varint32(strand);
    out.varint(number);
    out.varint32(0);
    out.string(topic);
    out.string("io.weft.topic.Price");
    PriceCodec.INSTANCE.write(new Price("x", 1), out);
    return out.toBytes();
  }

  @Test
  void receive_frameByHand() {
    receive(frame(0, 0, 1, "p"));
    cluster.settle();
    assertThat(seen).containsExactly(new Price("x", 1));
    assertThat(b.topics.stats().damaged()).isZero();
  }

  @Test
  void receive_badHead_isCounted() {
    receive(new byte[0]);
    receive(frame(4, 0, 1, "p"));
    receive(frame(0, 1024, 1, "p"));
    receive(frame(0, -1, 1, "p"));
    receive(frame(0, 0, 0, "p"));
    receive(frame(0, 0, -5, "p"));
    cluster.settle();
    assertThat(seen).isEmpty();
    assertThat(b.topics.stats().damaged()).isEqualTo(6);
  }

  @Test
  void receive_badTopic_isAGap() {
    receive(frame(0, 0, 1, "p.*"));
    receive(frame(0, 0, 2, "p\n"));
    cluster.settle();
    assertThat(seen).hasSizeBetween(1, 2).allMatch(gap -> gap instanceof Gap);
    assertThat(b.topics.stats().lost()).isEqualTo(2);
  }

  @Test
  void receive_tooManyPairsOrGroups() {
    Writer out = new Writer(64);
    out.varint32(Strands.BAGGAGE);
    out.varint32(0);
    out.varint(1);
    out.varint32(0);
    out.string("p");
    out.string("T");
    out.varint32(Integer.MAX_VALUE);
    receive(out.toBytes());
    out.truncate(0);
    out.varint32(0);
    out.varint32(0);
    out.varint(2);
    out.varint32(Integer.MAX_VALUE);
    receive(out.toBytes());
    assertThat(b.topics.stats().damaged()).isEqualTo(2);
  }

  @Test
  void receive_reservedBaggage_isNotTheMeshsOwn() {
    Writer out = new Writer(64);
    out.varint32(Strands.BAGGAGE);
    out.varint32(0);
    out.varint(1);
    out.varint32(0);
    out.string("p");
    out.string("io.weft.topic.Price");
    out.varint32(1);
    out.string("weft-principal");
    out.string("root");
    receive(out.toBytes());
    cluster.settle();
    assertThat(seen).containsExactly(new Price("", 0));
  }

  @Test
  void receive_randomAndMutatedBytes_neverThrow() {
    Random random = new Random(42);
    byte[] good = frame(0, 1, 1, "p.q.r");
    for (int i = 0; i < 20_000; i++) {
      byte[] bytes;
      if (i % 2 == 0) {
        bytes = new byte[random.nextInt(40)];
        random.nextBytes(bytes);
      } else {
        bytes = Arrays.copyOf(good, 1 + random.nextInt(good.length));
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
      }
      receive(bytes);
    }
    cluster.settle();
    seen.clear();
    FakeCluster.await(a.topics.topic("p", Price.class).publish(new Price("ok", 2)));
    cluster.settle();
    assertThat(seen).contains(new Price("ok", 2));
  }

  @Test
  void strands_bound() {
    Cluster none =
        new Cluster() {
          @Override
          public int strands() {
            return 0;
          }

          @Override
          public int strand() {
            return 0;
          }

          @Override
          public boolean send(int strand, String node, byte[] bytes, int offset, int length) {
            return false;
          }

          @Override
          public Future<Void> announce(List<Interest> mine) {
            return Future.succeededFuture();
          }
        };
    assertThatThrownBy(() -> new Topics(cluster.vertx, "x", none, 100))
        .hasMessageContaining("strands: 0 (expected: 1 to 1024)");
  }
}
