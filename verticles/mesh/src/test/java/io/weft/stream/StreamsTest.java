package io.weft.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import io.vertx.core.internal.ContextInternal;
import io.vertx.core.streams.ReadStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StreamsTest {
  private final List<Object> got = new ArrayList<>();
  private final Ledger ledger = new Ledger();
  private Loops loops;
  private InboundStream<Integer> inbound;
  private int asked;

  @BeforeEach
  void start() {
    loops = new Loops();
    ContextInternal loop = loops.loop();
    inbound = new InboundStream<>(loop, Window.DEFAULT, ledger);
    inbound.open();
  }

  @AfterEach
  void stop() {
    loops.close();
  }

  private Iterator<Integer> endless() {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return true;
      }

      @Override
      public Integer next() {
        if (asked == 100_000) {
          throw new AssertionError("read far too long");
        }
        return asked++;
      }
    };
  }

  private void into(ReadStream<Integer> stream) {
    stream.exceptionHandler(failure -> got.add(failure.getMessage()));
    stream.endHandler(end -> got.add("end"));
    stream.handler(got::add);
  }

  @Test
  void iterator_isAskedOnlyOnDemand() {
    ReadStream<Integer> stream = Streams.from(endless());
    stream.pause();
    stream.handler(got::add);
    assertThat(asked).isZero();
    stream.fetch(3);
    assertThat(asked).isEqualTo(3);
    stream.fetch(0);
    assertThat(got).containsExactly(0, 1, 2);
    assertThatThrownBy(() -> stream.fetch(-1)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void iterator_anyDemand_deliversInOrder() {
    for (int seed = 0; seed < 200; seed++) {
      Random random = new Random(seed);
      List<Integer> items = IntStream.range(0, random.nextInt(50)).boxed().toList();
      List<Object> seen = new ArrayList<>();
      ReadStream<Integer> stream = Streams.from(items);
      stream.pause();
      stream.endHandler(end -> seen.add("end"));
      long[] wanted = {0};
      stream.handler(
          item -> {
            assertThat(wanted[0]--).isPositive();
            seen.add(item);
            if (random.nextInt(4) == 0) {
              wanted[0] += 2;
              stream.fetch(2);
            }
          });
      for (int i = 0; i < 200; i++) {
        int more = random.nextInt(3);
        wanted[0] += more;
        stream.fetch(more);
      }
      assertThat(seen).isEqualTo(Stream.concat(items.stream(), Stream.of("end")).toList());
    }
  }

  @Test
  void iterator_endHandlerSetLast_isStillTold() {
    ReadStream<Integer> stream = Streams.from(List.of(1, 2));
    stream.handler(got::add);
    stream.endHandler(end -> got.add("end"));
    stream.endHandler(end -> got.add("end again"));
    assertThat(got).containsExactly(1, 2, "end");
  }

  @Test
  void iterator_exceptionHandlerSetLast_isStillTold() {
    Iterator<Integer> broken = List.of(1).stream().map(n -> 1 / (n - 1)).iterator();
    ReadStream<Integer> stream = Streams.from(broken);
    stream.handler(got::add);
    stream.endHandler(end -> got.add("end"));
    stream.exceptionHandler(failure -> got.add(failure.getMessage()));
    assertThat(got).containsExactly("/ by zero");
  }

  @Test
  void iterator_thatFails_failsTheStreamAfterTheItemsBefore() {
    Iterator<Integer> broken = Stream.of(2, 1, 0, 1).map(n -> 2 / n).iterator();
    into(Streams.from(broken));
    assertThat(got).containsExactly(1, 2, "/ by zero");
  }

  @Test
  void toList_ofNothing_isEmpty() {
    assertThat(Loops.get(Streams.toList(Streams.from(List.of())))).isEmpty();
  }

  @Test
  void toList_ofAFailedStream_fails() {
    Future<List<Integer>> list = Streams.toList(inbound);
    inbound.receive(1, 1);
    inbound.end(new IllegalStateException("on purpose"));
    assertThat(Loops.failure(list)).hasMessage("on purpose");
  }

  @Test
  void forEach_consumerThatFails_endsAnInboundSource() {
    Future<Void> done = Streams.forEach(inbound, this::refuseSecond);
    for (int i = 0; i < 5; i++) {
      inbound.receive(i, 1);
    }
    assertThat(Loops.failure(done)).hasMessage("no more");
    assertThat(got).containsExactly(0);
    assertThat(ledger.cancels).isEqualTo(1);
  }

  private void refuseSecond(int item) {
    if (item == 1) {
      throw new IllegalStateException("no more");
    }
    got.add(item);
  }

  @Test
  void forEach_consumerThatFails_endsAnEndlessIterator() {
    Future<Void> done = Streams.forEach(Streams.from(endless()), this::refuseSecond);
    assertThat(Loops.failure(done)).hasMessage("no more");
    assertThat(asked).isEqualTo(2);
  }

  @Test
  void forEach_consumerThatFails_endsTheSourceBehindAMap() {
    Future<Void> done =
        Streams.forEach(Streams.map(Streams.from(endless()), n -> n), this::refuseSecond);
    assertThat(Loops.failure(done)).hasMessage("no more");
    assertThat(asked).isEqualTo(2);
    Future<Void> remote = Streams.forEach(Streams.map(inbound, n -> n), this::refuseSecond);
    inbound.receive(1, 1);
    inbound.receive(2, 1);
    assertThat(Loops.failure(remote)).hasMessage("no more");
    assertThat(ledger.cancels).isEqualTo(1);
  }

  @Test
  void map_mapperThatFails_endsTheSourceAndFailsTheStream() {
    Future<List<Integer>> list =
        Streams.toList(Streams.map(Streams.from(endless()), n -> 10 / (5 - n)));
    assertThat(Loops.failure(list)).isInstanceOf(ArithmeticException.class);
    assertThat(asked).isEqualTo(6);
    Future<List<Integer>> remote =
        Streams.toList(Streams.map(Streams.map(inbound, n -> n), n -> 10 / n));
    inbound.receive(5, 1);
    inbound.receive(0, 1);
    inbound.receive(5, 1);
    assertThat(Loops.failure(remote)).isInstanceOf(ArithmeticException.class);
    assertThat(ledger.cancels).isEqualTo(1);
  }

  @Test
  void map_passesDemandAndEndThrough() {
    ReadStream<String> stream = Streams.map(Streams.from(List.of(1, 2, 3)), n -> "n" + n);
    stream.pause();
    stream.endHandler(end -> got.add("end"));
    stream.handler(got::add);
    stream.fetch(2);
    assertThat(got).containsExactly("n1", "n2");
    stream.resume();
    assertThat(got).containsExactly("n1", "n2", "n3", "end");
  }
}
