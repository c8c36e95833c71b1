package io.weft.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Promise;
import io.vertx.core.internal.ContextInternal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Both ends of a stream together, source and consumer on threads of their own. */
class FlowTest {
  private static final int COUNT = 20_000;
  private static final Window WINDOW = new Window(100, 10_000);
  private Loops loops;

  @BeforeEach
  void start() {
    loops = new Loops();
  }

  @AfterEach
  void stop() {
    assertThat(loops.uncaught).isEmpty();
    loops.close();
  }

  /** A stream from a source's context over a transport's to a consumer's. */
  private static final class Flow {
    final AtomicInteger produced = new AtomicInteger();
    final AtomicInteger consumed = new AtomicInteger();
    final AtomicInteger most = new AtomicInteger();
    final InboundStream<Integer> in;
    volatile boolean refused;
    private OutboundStream<Integer> out;

    Flow(ContextInternal from, ContextInternal transport, ContextInternal to, Random random) {
      in =
          new InboundStream<>(
              to,
              WINDOW,
              new Producer() {
                @Override
                public void demand(int items, int bytes) {
                  transport.execute(() -> out.credit(items, bytes));
                }

                @Override
                public void cancel() {
                  transport.execute(() -> out.cancel());
                }
              });
      out =
          new OutboundStream<>(
              Streams.from(numbers()),
              from,
              transport::execute,
              new OutboundStream.Sink<Integer>() {
                @Override
                public int item(Integer item) {
                  int bytes = 1 + random.nextInt(300);
                  refused |= !in.receive(item, bytes);
                  return bytes;
                }

                @Override
                public void end(Throwable cause) {
                  in.end(cause);
                }
              });
      out.start();
      in.open();
    }

    private Iterator<Integer> numbers() {
      return new Iterator<>() {
        @Override
        public boolean hasNext() {
          return produced.get() < COUNT;
        }

        @Override
        public Integer next() {
          int number = produced.getAndIncrement();
          most.accumulateAndGet(number + 1 - consumed.get(), Math::max);
          return number;
        }
      };
    }
  }

  private List<ContextInternal[]> ways() {
    ContextInternal one = loops.loop();
    ContextInternal two = loops.loop();
    ContextInternal three = loops.loop();
    ContextInternal worker = loops.worker();
    return List.of(
        new ContextInternal[] {one, one, one},
        new ContextInternal[] {one, two, three},
        new ContextInternal[] {one, one, worker},
        new ContextInternal[] {worker, one, two},
        new ContextInternal[] {worker, one, loops.worker()});
  }

  @Test
  void slowConsumer_keepsItemsUnderWayWithinTheWindow() {
    for (ContextInternal[] way : ways()) {
      Random random = new Random(11);
      Flow flow = new Flow(way[0], way[1], way[2], new Random(5));
      List<Integer> got = new ArrayList<>();
      Promise<Void> end = Promise.promise();
      Loops.run(
          way[2],
          () -> {
            flow.in.pause();
            flow.in.endHandler(done -> end.complete());
            flow.in.exceptionHandler(end::fail);
            flow.in.handler(
                item -> {
                  got.add(item);
                  flow.consumed.incrementAndGet();
                });
          });
      while (!end.future().isComplete()) {
        int more = 1 + random.nextInt(500);
        Loops.run(way[2], () -> flow.in.fetch(more));
      }
      Loops.get(end.future());
      assertThat(got).isEqualTo(IntStream.range(0, COUNT).boxed().toList());
      assertThat(flow.most.get()).isLessThanOrEqualTo(WINDOW.items());
      assertThat(flow.refused).isFalse();
    }
  }

  @Test
  void pausedConsumer_stopsTheSource() {
    for (ContextInternal[] way : ways()) {
      Flow flow = new Flow(way[0], way[1], way[2], new Random(5));
      Promise<Void> first = Promise.promise();
      Loops.run(
          way[2],
          () ->
              flow.in.handler(
                  item -> {
                    flow.in.pause();
                    flow.consumed.incrementAndGet();
                    first.tryComplete();
                  }));
      Loops.get(first.future());
      for (int i = 0; i < 20; i++) {
        for (ContextInternal context : way) {
          Loops.run(context, () -> {});
        }
      }
      assertThat(flow.produced.get()).isBetween(1, 1 + WINDOW.items());
    }
  }

  @Test
  void cancelledConsumer_stopsTheSource() {
    for (ContextInternal[] way : ways()) {
      Flow flow = new Flow(way[0], way[1], way[2], new Random(5));
      AtomicInteger after = new AtomicInteger();
      Promise<Void> cancelled = Promise.promise();
      Loops.run(
          way[2],
          () ->
              flow.in.handler(
                  item -> {
                    after.incrementAndGet();
                    flow.consumed.incrementAndGet();
                    if (item == 1_000) {
                      flow.in.cancel();
                      cancelled.complete();
                    }
                  }));
      Loops.get(cancelled.future());
      for (int i = 0; i < 20; i++) {
        for (ContextInternal context : way) {
          Loops.run(context, () -> {});
        }
      }
      assertThat(after.get()).isEqualTo(1_001);
      assertThat(flow.produced.get()).isLessThanOrEqualTo(1_001 + WINDOW.items());
    }
  }
}
