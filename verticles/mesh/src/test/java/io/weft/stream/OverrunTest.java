package io.weft.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.internal.ContextInternal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A producer that sends more than it was granted. */
class OverrunTest {
  private final List<Object> got = new ArrayList<>();
  private Loops loops;
  private ContextInternal loop;
  private InboundStream<Integer> stream;

  @BeforeEach
  void start() {
    loops = new Loops();
    loop = loops.loop();
    stream = new InboundStream<>(loop, new Window(4, 100), new Ledger());
  }

  @AfterEach
  void stop() {
    assertThat(loops.uncaught).isEmpty();
    loops.close();
  }

  /** How many of the items were taken. */
  private int taken(int items, int bytes) {
    int taken = 0;
    for (int i = 0; i < items; i++) {
      taken += stream.receive(i, bytes) ? 1 : 0;
    }
    return taken;
  }

  @Test
  void nothingGranted_nothingTaken() {
    Loops.run(loop, () -> assertThat(taken(3, 1)).isZero());
  }

  @Test
  void moreItemsThanTheWindow_areRefused() {
    Loops.run(
        loop,
        () -> {
          stream.open();
          assertThat(taken(10, 1)).isEqualTo(4);
          stream.handler(got::add);
          assertThat(got).containsExactly(0, 1, 2, 3);
          // What was consumed is granted again.
          assertThat(taken(4, 1)).isEqualTo(4);
        });
  }

  @Test
  void moreBytesThanTheWindowAndASlice_areRefused() {
    stream = new InboundStream<>(loop, new Window(1_000, 100), new Ledger());
    Loops.run(
        loop,
        () -> {
          stream.open();
          assertThat(taken(1_000, 50)).isEqualTo(2 + OutboundStream.MAX_SLICE - 1);
        });
  }

  @Test
  void windowIsGuarded_beforeABusyConsumerHasSeenAnyItem() {
    ContextInternal worker = loops.worker();
    stream = new InboundStream<>(worker, new Window(4, 100), new Ledger());
    CountDownLatch gate = new CountDownLatch(1);
    worker.runOnContext(
        busy -> {
          try {
            gate.await();
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
        });
    stream.open();
    Loops.run(loop, () -> assertThat(taken(100, 1)).isEqualTo(4));
    gate.countDown();
    Loops.run(worker, () -> stream.handler(got::add));
    assertThat(got).containsExactly(0, 1, 2, 3);
  }

  @Test
  void openForAnotherProducer_startsWithAWholeWindow() {
    Loops.run(
        loop,
        () -> {
          stream.open();
          assertThat(taken(3, 1)).isEqualTo(3);
          stream.open();
          assertThat(taken(10, 1)).isEqualTo(4);
        });
  }

  @Test
  void windowsAboveTheLargest_areRefused() {
    assertThatThrownBy(() -> new Window((1 << 20) + 1, 1)).hasMessageContaining("1048577 items");
    assertThatThrownBy(() -> new Window(1, (1 << 28) + 1)).hasMessageContaining("268435457 bytes");
  }
}
