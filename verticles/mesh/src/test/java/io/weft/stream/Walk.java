package io.weft.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.internal.ContextInternal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** A random walk of producer and consumer, checked after each step. */
final class Walk {
  private final Random random;
  private final Window window;
  private final Ledger allowed = new Ledger();
  private final InboundStream<Integer> in;
  private final List<Integer> delivered = new ArrayList<>();
  private final List<Integer> sizes = new ArrayList<>();
  private long wanted = Long.MAX_VALUE;
  private boolean listening;
  private boolean ended;
  private boolean unwanted;
  private long sentBytes;

  Walk(Random random, ContextInternal loop) {
    this.random = random;
    window = new Window(1 + random.nextInt(20), 1 + random.nextInt(500));
    in = new InboundStream<>(loop, window, allowed);
  }

  void run() {
    in.endHandler(end -> ended = true);
    in.open();
    for (int step = 0; step < 200; step++) {
      step();
      check();
    }
    in.handler(delivered::add).resume();
    in.end(null);
    assertThat(delivered).isEqualTo(IntStream.range(0, sizes.size()).boxed().toList());
    assertThat(ended).isTrue();
  }

  private void step() {
    switch (random.nextInt(6)) {
      case 0 -> {
        in.pause();
        wanted = 0;
      }
      case 1 -> {
        int more = random.nextInt(5);
        wanted = wanted + more < 0 ? Long.MAX_VALUE : wanted + more;
        in.fetch(more);
      }
      case 2 -> {
        listening = random.nextBoolean();
        in.handler(listening ? this::take : null);
      }
      default -> {
        if (sizes.size() < allowed.items && sentBytes < allowed.bytes) {
          int bytes = 1 + random.nextInt(200);
          sizes.add(bytes);
          sentBytes += bytes;
          assertThat(in.receive(sizes.size() - 1, bytes)).isTrue();
        }
      }
    }
  }

  private void take(int item) {
    delivered.add(item);
    unwanted |= wanted == 0;
    if (wanted != Long.MAX_VALUE) {
      wanted--;
    }
    if (random.nextInt(8) == 0) {
      wanted = 0;
      in.pause();
    }
  }

  private void check() {
    // Not where it is noticed: a context reports what its handlers throw, and goes on.
    assertThat(unwanted).isFalse();
    int consumed = sizes.subList(0, delivered.size()).stream().mapToInt(n -> n).sum();
    assertThat(delivered).isEqualTo(IntStream.range(0, delivered.size()).boxed().toList());
    assertThat(sizes.size() - delivered.size()).isLessThanOrEqualTo(window.items());
    assertThat(allowed.items - delivered.size()).isLessThanOrEqualTo(window.items());
    assertThat(allowed.bytes - consumed).isLessThanOrEqualTo(window.bytes());
    assertThat(sentBytes - consumed).isLessThan(window.bytes() + 200);
    if (listening && wanted > 0) {
      assertThat(delivered).hasSize(sizes.size());
    }
    // Whoever consumed everything may send again: nothing starves.
    if (delivered.size() == sizes.size()) {
      assertThat(allowed.items).isGreaterThan(sizes.size());
      assertThat(allowed.bytes).isGreaterThan(sentBytes);
    }
  }
}
