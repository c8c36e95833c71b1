package io.weft.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Handler;
import io.vertx.core.internal.ContextInternal;
import io.vertx.core.streams.ReadStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OutboundStreamTest {
  private final List<Object> sent = new ArrayList<>();
  private Loops loops;
  private ContextInternal loop;
  private int itemBytes = 10;

  @BeforeEach
  void start() {
    loops = new Loops();
    loop = loops.loop();
  }

  @AfterEach
  void stop() {
    assertThat(loops.uncaught).isEmpty();
    loops.close();
  }

  private final OutboundStream.Sink<Integer> sink =
      new OutboundStream.Sink<>() {
        @Override
        public int item(Integer item) {
          sent.add(item);
          return itemBytes;
        }

        @Override
        public void end(Throwable cause) {
          sent.add(cause == null ? "end" : cause.getMessage());
        }
      };

  private OutboundStream<Integer> out(ReadStream<Integer> source) {
    return new OutboundStream<>(source, loop, Runnable::run, sink);
  }

  private static ReadStream<Integer> numbers(int count) {
    return Streams.from(IntStream.range(0, count).boxed().toList());
  }

  @Test
  void withoutCredit_sendsNothing() {
    Loops.run(
        loop,
        () -> {
          OutboundStream<Integer> bytesOnly = out(numbers(3));
          bytesOnly.start();
          bytesOnly.credit(0, 1_000);
          OutboundStream<Integer> itemsOnly = out(numbers(3));
          itemsOnly.start();
          itemsOnly.credit(5, 0);
        });
    assertThat(sent).isEmpty();
  }

  @Test
  void anyCredit_isNeverExceeded() {
    for (int seed = 0; seed < 200; seed++) {
      Random random = new Random(seed);
      Loops.run(loop, () -> walk(random));
    }
  }

  private void walk(Random random) {
    sent.clear();
    int count = random.nextInt(600);
    long[] bytes = {0};
    int largest = 1 + random.nextInt(5_000);
    OutboundStream<Integer> out =
        new OutboundStream<>(
            numbers(count),
            loop,
            Runnable::run,
            new OutboundStream.Sink<Integer>() {
              @Override
              public int item(Integer item) {
                sent.add(item);
                int size = 1 + random.nextInt(largest);
                bytes[0] += size;
                return size;
              }

              @Override
              public void end(Throwable cause) {
                sent.add("end");
              }
            });
    out.start();
    long items = 0;
    long allowed = 0;
    for (int step = 0; step < 3_000 && !sent.contains("end"); step++) {
      int moreItems = random.nextInt(10);
      int moreBytes = random.nextInt(20_000);
      items += moreItems;
      allowed += moreBytes;
      out.credit(moreItems, moreBytes);
      long got = sent.stream().filter(Integer.class::isInstance).count();
      assertThat(got).isLessThanOrEqualTo(items);
      // Beyond the byte window at most one slice of items is under way.
      assertThat(bytes[0]).isLessThanOrEqualTo(allowed + 64L * largest);
    }
    List<Object> expected = new ArrayList<>(IntStream.range(0, count).boxed().toList());
    expected.add("end");
    assertThat(sent).isEqualTo(expected);
  }

  @Test
  void oneItem_mayExceedTheByteWindow() {
    itemBytes = 1_000_000;
    Loops.run(
        loop,
        () -> {
          OutboundStream<Integer> out = out(numbers(3));
          out.start();
          out.credit(10, 1);
          assertThat(sent).containsExactly(0);
          out.credit(0, 1_000_000);
          assertThat(sent).containsExactly(0, 1);
        });
  }

  @Test
  void failedItem_endsTheStreamAndLetsGoOfTheSource() {
    itemBytes = -1;
    Ledger ledger = new Ledger();
    InboundStream<Integer> watched = new InboundStream<>(loop, Window.DEFAULT, ledger);
    watched.open();
    Loops.run(
        loop,
        () -> {
          OutboundStream<Integer> out = out(watched);
          out.start();
          out.credit(10, 1_000);
          watched.receive(1, 1);
          watched.receive(2, 1);
        });
    assertThat(sent).containsExactly(1);
    assertThat(ledger.cancels).isEqualTo(1);
  }

  @Test
  void cancel_beforeAnyCredit_leavesTheSourceUnread() {
    Loops.run(
        loop,
        () -> {
          ReadStream<Integer> source = numbers(3);
          OutboundStream<Integer> first = out(source);
          first.start();
          first.cancel();
          first.credit(10, 1_000);
          assertThat(sent).isEmpty();
          OutboundStream<Integer> second = out(source);
          second.start();
          second.credit(10, 1_000);
        });
    assertThat(sent).containsExactly(0, 1, 2, "end");
  }

  @Test
  void cancel_inTheMiddle_endsTheSource() {
    Ledger ledger = new Ledger();
    InboundStream<Integer> source = new InboundStream<>(loop, Window.DEFAULT, ledger);
    source.open();
    Loops.run(
        loop,
        () -> {
          OutboundStream<Integer> out = out(source);
          out.start();
          out.credit(2, 1_000);
          source.receive(1, 1);
          out.cancel();
          out.cancel();
          source.receive(2, 1);
          source.end(null);
        });
    assertThat(sent).containsExactly(1);
    assertThat(ledger.cancels).isEqualTo(1);
  }

  @Test
  void failureOfTheSource_isTheEnd() {
    InboundStream<Integer> source = new InboundStream<>(loop, Window.DEFAULT, new Ledger());
    source.open();
    Loops.run(
        loop,
        () -> {
          OutboundStream<Integer> out = out(source);
          out.start();
          out.credit(10, 1_000);
          source.receive(1, 1);
          source.end(new IllegalStateException("on purpose"));
        });
    assertThat(sent).containsExactly(1, "on purpose");
  }

  @Test
  void sourceThatThrows_failsTheStreamAndNotTheTransport() {
    for (String where : List.of("pause", "handler", "fetch")) {
      sent.clear();
      Loops.run(
          loop,
          () -> {
            OutboundStream<Integer> out = out(new Rude(where));
            out.start();
            out.credit(10, 1_000);
            out.credit(10, 1_000);
            out.cancel();
          });
      assertThat(sent).as(where).containsExactly("rude in " + where);
    }
    sent.clear();
    Loops.run(
        loop,
        () -> {
          OutboundStream<Integer> out = out(new Rude("resume"));
          out.start();
          out.credit(10, 1_000);
          out.cancel();
        });
    assertThat(sent).isEmpty();
  }

  /** A user's stream that throws, as closed files do. */
  private record Rude(String where) implements ReadStream<Integer> {
    private Rude at(String method) {
      if (where.equals(method)) {
        throw new IllegalStateException("rude in " + method);
      }
      return this;
    }

    @Override
    public ReadStream<Integer> exceptionHandler(Handler<Throwable> handler) {
      return this;
    }

    @Override
    public ReadStream<Integer> handler(Handler<Integer> handler) {
      return at("handler");
    }

    @Override
    public ReadStream<Integer> pause() {
      return at("pause");
    }

    @Override
    public ReadStream<Integer> resume() {
      return at("resume");
    }

    @Override
    public ReadStream<Integer> fetch(long amount) {
      return at("fetch");
    }

    @Override
    public ReadStream<Integer> endHandler(Handler<Void> handler) {
      return this;
    }
  }

  @Test
  void creditWithoutMeasure_isUsedUpToTheLargestWindow() {
    Loops.run(
        loop,
        () -> {
          OutboundStream<Integer> out =
              out(Streams.from(IntStream.iterate(0, n -> n + 1).iterator()));
          out.start();
          out.credit(Integer.MAX_VALUE, 0);
          out.credit(Integer.MAX_VALUE, 0);
          out.credit(-5, Integer.MAX_VALUE);
          out.credit(Integer.MIN_VALUE, Integer.MIN_VALUE);
        });
    assertThat(sent).hasSize(Window.MOST.items());
    sent.clear();
    itemBytes = 1 << 20;
    Loops.run(
        loop,
        () -> {
          OutboundStream<Integer> out =
              out(Streams.from(IntStream.iterate(0, n -> n + 1).iterator()));
          out.start();
          out.credit(0, Integer.MAX_VALUE);
          out.credit(0, Integer.MAX_VALUE);
          out.credit(Integer.MAX_VALUE, 0);
        });
    assertThat(sent.size()).isBetween(256, 256 + OutboundStream.MAX_SLICE);
  }

  @Test
  void sinkWithoutRoom_isWaitedFor() {
    boolean[] room = {false};
    OutboundStream.Sink<Integer> narrow =
        new OutboundStream.Sink<>() {
          @Override
          public int item(Integer item) {
            sent.add(item);
            return 1;
          }

          @Override
          public void end(Throwable cause) {
            sent.add("end");
          }

          @Override
          public boolean ready(OutboundStream<Integer> stream) {
            return room[0];
          }
        };
    Loops.run(
        loop,
        () -> {
          OutboundStream<Integer> out =
              new OutboundStream<>(numbers(3), loop, Runnable::run, narrow);
          out.start();
          out.credit(10, 1_000);
          assertThat(sent).isEmpty();
          room[0] = true;
          out.credit(0, 0);
        });
    assertThat(sent).containsExactly(0, 1, 2, "end");
  }
}
