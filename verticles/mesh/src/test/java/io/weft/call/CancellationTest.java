package io.weft.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class CancellationTest {
  @Test
  void cancel_runsEachActionOnceInOrder() {
    Cancellation cancellation = new Cancellation();
    List<Integer> ran = new ArrayList<>();
    cancellation.add(() -> ran.add(1));
    cancellation.add(() -> ran.add(2));
    cancellation.cancel();
    cancellation.cancel();
    assertThat(ran).containsExactly(1, 2);
    assertThat(cancellation.cancelled()).isTrue();
  }

  @Test
  void add_afterCancel_runsAtOnce() {
    Cancellation cancellation = new Cancellation();
    cancellation.cancel();
    AtomicInteger ran = new AtomicInteger();
    cancellation.add(ran::incrementAndGet);
    assertThat(ran).hasValue(1);
  }

  @Test
  void remove_takesBack() {
    Cancellation cancellation = new Cancellation();
    AtomicInteger ran = new AtomicInteger();
    Runnable action = ran::incrementAndGet;
    cancellation.add(action);
    cancellation.remove(action);
    assertThat(cancellation.isEmpty()).isTrue();
    cancellation.cancel();
    assertThat(ran).hasValue(0);
  }

  @Test
  void failingAction_doesNotKeepOthersFromRunning() {
    Cancellation cancellation = new Cancellation();
    AtomicInteger ran = new AtomicInteger();
    cancellation.add(
        () -> {
          throw new IllegalStateException("on purpose");
        });
    cancellation.add(ran::incrementAndGet);
    cancellation.cancel();
    cancellation.add(
        () -> {
          throw new IllegalStateException("on purpose, too late");
        });
    assertThat(ran).hasValue(1);
  }

  @Test
  void actions_mayTouchTheCancellationItself() {
    Cancellation cancellation = new Cancellation();
    AtomicInteger ran = new AtomicInteger();
    Runnable other = ran::incrementAndGet;
    cancellation.add(
        () -> {
          cancellation.remove(other);
          cancellation.add(ran::incrementAndGet);
          cancellation.cancel();
        });
    cancellation.add(other);
    cancellation.cancel();
    assertThat(ran).hasValue(2);
  }

  @Test
  void race_ofAddAndCancel_runsEachActionExactlyOnce() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      for (int round = 0; round < 2_000; round++) {
        Cancellation cancellation = new Cancellation();
        CyclicBarrier together = new CyclicBarrier(2);
        AtomicInteger[] ran = new AtomicInteger[16];
        for (int i = 0; i < ran.length; i++) {
          ran[i] = new AtomicInteger();
        }
        Future<?> adding =
            threads.submit(
                () -> {
                  together.await();
                  for (AtomicInteger counter : ran) {
                    cancellation.add(counter::incrementAndGet);
                  }
                  return null;
                });
        Future<?> cancelling =
            threads.submit(
                () -> {
                  together.await();
                  cancellation.cancel();
                  return null;
                });
        adding.get(10, TimeUnit.SECONDS);
        cancelling.get(10, TimeUnit.SECONDS);
        for (AtomicInteger counter : ran) {
          assertThat(counter).hasValue(1);
        }
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void race_ofTwoCancels_runsEachActionExactlyOnce() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      for (int round = 0; round < 2_000; round++) {
        Cancellation cancellation = new Cancellation();
        AtomicInteger ran = new AtomicInteger();
        cancellation.add(ran::incrementAndGet);
        CyclicBarrier together = new CyclicBarrier(2);
        List<Future<?>> both = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
          both.add(
              threads.submit(
                  () -> {
                    together.await();
                    cancellation.cancel();
                    return null;
                  }));
        }
        for (Future<?> one : both) {
          one.get(10, TimeUnit.SECONDS);
        }
        assertThat(ran).hasValue(1);
      }
    } finally {
      threads.shutdownNow();
    }
  }
}
