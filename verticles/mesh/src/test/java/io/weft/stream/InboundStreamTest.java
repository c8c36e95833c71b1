package io.weft.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.internal.ContextInternal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InboundStreamTest {
  private final Ledger ledger = new Ledger();
  private final List<Object> got = new ArrayList<>();
  private Loops loops;
  private ContextInternal loop;
  private InboundStream<Integer> stream;

  @BeforeEach
  void start() {
    loops = new Loops();
    loop = loops.loop();
    stream = new InboundStream<>(loop, new Window(8, 1_000), ledger);
    stream.open();
  }

  @AfterEach
  void stop() {
    loops.close();
  }

  private void on(Runnable code) {
    Loops.run(loop, code);
  }

  private void receive(int... items) {
    for (int item : items) {
      stream.receive(item, 10);
    }
  }

  @Test
  void anySequence_honoursDemandAndWindow() {
    for (int seed = 0; seed < 300; seed++) {
      Random random = new Random(seed);
      on(() -> new Walk(random, loop).run());
    }
  }

  @Test
  void end_comesAfterTheItems() {
    on(
        () -> {
          stream.pause();
          stream.handler(got::add);
          stream.endHandler(end -> got.add("end"));
          receive(1, 2);
          stream.end(null);
          receive(3);
          stream.fetch(1);
          assertThat(got).containsExactly(1);
          stream.resume();
          assertThat(got).containsExactly(1, 2, "end");
          stream.end(new IllegalStateException("second end"));
          stream.resume();
        });
    assertThat(got).containsExactly(1, 2, "end");
  }

  @Test
  void failure_waitsForItsHandlerAndComesAfterTheItems() {
    on(
        () -> {
          receive(1);
          stream.end(new IllegalStateException("on purpose"));
          stream.endHandler(end -> got.add("end"));
          stream.handler(got::add);
          assertThat(got).containsExactly(1);
          stream.exceptionHandler(failure -> got.add(failure.getMessage()));
        });
    assertThat(got).containsExactly(1, "on purpose", "end");
  }

  @Test
  void end_waitsForItsHandler() {
    on(
        () -> {
          stream.handler(got::add);
          receive(1);
          stream.end(null);
          stream.endHandler(end -> got.add("end"));
          stream.endHandler(end -> got.add("end again"));
        });
    assertThat(got).containsExactly(1, "end");
  }

  @Test
  void handlerSetLate_missesNothing() {
    on(() -> receive(1, 2, 3));
    on(() -> stream.handler(got::add));
    assertThat(got).containsExactly(1, 2, 3);
  }

  @Test
  void cancel_dropsWhatWaitsAndCallsNobody() {
    on(
        () -> {
          stream.pause();
          stream.handler(got::add);
          stream.endHandler(got::add);
          stream.exceptionHandler(got::add);
          receive(1, 2);
          stream.cancel();
          stream.cancel();
          receive(3);
          stream.end(new IllegalStateException("late"));
          stream.resume();
        });
    assertThat(got).isEmpty();
    assertThat(ledger.cancels).isEqualTo(1);
  }

  @Test
  void cancel_insideTheHandler_stopsAtOnce() {
    on(
        () -> {
          receive(1, 2, 3);
          stream.handler(
              item -> {
                got.add(item);
                stream.cancel();
              });
        });
    assertThat(got).containsExactly(1);
    assertThat(ledger.cancels).isEqualTo(1);
  }

  @Test
  void reentrancy_keepsTheOrder() {
    List<BiConsumer<InboundStream<Integer>, Integer>> tricks =
        List.of(
            (s, item) -> s.fetch(1),
            (s, item) -> s.pause().resume(),
            (s, item) -> {
              if (item < 3) {
                s.receive(item + 10, 1);
              }
            },
            (s, item) -> s.handler(got::add));
    for (BiConsumer<InboundStream<Integer>, Integer> trick : tricks) {
      got.clear();
      on(
          () -> {
            InboundStream<Integer> s = new InboundStream<>(loop, Window.DEFAULT, ledger);
            s.open();
            s.endHandler(end -> got.add("end"));
            s.handler(
                item -> {
                  got.add(item);
                  trick.accept(s, item);
                  got.add("-");
                });
            s.receive(1, 1);
            s.receive(2, 1);
            s.end(null);
          });
      List<Object> items = got.stream().filter(o -> !"-".equals(o)).toList();
      assertThat(items).startsWith(1).endsWith("end").contains(2);
      if (!items.contains(11)) {
        assertThat(items).containsExactly(1, 2, "end");
      } else {
        assertThat(got).containsExactly(1, "-", 11, "-", 2, "-", 12, "-", "end");
      }
    }
  }

  @Test
  void handlerThatThrows_losesOneItemAndGoesOn() {
    on(
        () -> {
          stream.handler(
              item -> {
                if (item == 1) {
                  throw new IllegalStateException("on purpose");
                }
                got.add(item);
              });
          receive(1, 2);
        });
    assertThat(got).containsExactly(2);
    assertThat(loops.uncaught).hasSize(1);
  }

  @Test
  void otherThreads_deliverOnTheConsumersContextInOrder() {
    for (ContextInternal context : List.of(loops.loop(), loops.worker())) {
      io.vertx.core.Promise<List<Integer>> all = io.vertx.core.Promise.promise();
      InboundStream<Integer> s = new InboundStream<>(context, new Window(10_000, 1), ledger);
      s.open();
      List<Integer> items = new ArrayList<>();
      s.handler(
          item -> {
            if (!context.inThread()) {
              all.fail("not on the consumer's context");
            }
            items.add(item);
          });
      s.endHandler(end -> all.complete(items));
      Loops.run(
          loop,
          () -> {
            for (int i = 0; i < 10_000; i++) {
              s.receive(i, 0);
            }
            s.end(null);
          });
      assertThat(Loops.get(all.future())).isEqualTo(IntStream.range(0, 10_000).boxed().toList());
    }
  }

  @Test
  void fetch_ofANegativeAmount_isRefused() {
    assertThatThrownBy(() -> stream.fetch(-1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("-1");
    assertThatThrownBy(() -> new Window(0, 1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Window(1, 0)).isInstanceOf(IllegalArgumentException.class);
  }
}
