package io.weft.filter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RetryBudgetTest {
  private final AtomicLong now = new AtomicLong(Long.MAX_VALUE / 2);
  private final RetryBudget budget = new RetryBudget(now::get);

  private int drain() {
    int taken = 0;
    while (budget.tryWithdraw()) {
      taken++;
    }
    return taken;
  }

  private void seconds(double seconds) {
    now.addAndGet((long) (seconds * 1e9));
  }

  private void calls(int count) {
    for (int i = 0; i < count; i++) {
      budget.deposit();
    }
  }

  @Test
  void fresh_holdsTenSecondsOfTen() {
    assertThat(drain()).isEqualTo(100);
    assertThat(drain()).isZero();
  }

  @Test
  void second_earnsTen() {
    drain();
    seconds(1);
    assertThat(drain()).isEqualTo(10);
    seconds(0.05);
    assertThat(drain()).isZero();
    seconds(0.05);
    assertThat(drain()).isEqualTo(1);
  }

  @Test
  void calls_earnAFifth() {
    drain();
    calls(1_000);
    assertThat(drain()).isEqualTo(200);
    calls(4);
    assertThat(drain()).isZero();
    calls(1);
    assertThat(drain()).isEqualTo(1);
  }

  @Test
  void idleHour_savesTenSecondsOnly() {
    drain();
    seconds(3_600);
    assertThat(drain()).isEqualTo(100);
  }

  @Test
  void busyHour_savesTenSecondsOnly() {
    drain();
    calls(3_600_000);
    seconds(3_600);
    // A thousand calls a second: 200 + 10 a second, of which ten seconds are kept.
    assertThat(drain()).isBetween(2_000, 2_100);
  }

  @Test
  void burstOfOldCalls_fades() {
    drain();
    calls(50_000);
    assertThat(budget.tryWithdraw()).isTrue();
    for (int i = 0; i < 600; i++) {
      seconds(0.1);
      budget.tryWithdraw();
    }
    assertThat(drain()).isLessThan(200);
  }

  @Test
  void anySequence_neverGivesMoreThanWasEarned() {
    for (int seed = 0; seed < 200; seed++) {
      Random random = new Random(seed);
      AtomicLong time = new AtomicLong();
      RetryBudget one = new RetryBudget(time::get);
      long made = 0;
      long taken = 0;
      for (int step = 0; step < 500; step++) {
        switch (random.nextInt(3)) {
          case 0 -> {
            one.deposit();
            made++;
          }
          case 1 ->
              time.addAndGet(random.nextInt(random.nextInt(20) == 0 ? 2_000_000_000 : 1_000_000));
          default -> taken += one.tryWithdraw() ? 1 : 0;
        }
        assertThat(taken)
            .isLessThanOrEqualTo(
                (long) Math.floor(100 + 0.2 * made + 10 * (time.get() / 1e9) + 1e-6));
      }
    }
  }

  @Test
  void concurrentWithdraws_neverGiveMoreThanWasEarned() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      for (int round = 0; round < 50; round++) {
        RetryBudget shared = new RetryBudget(now::get);
        AtomicInteger taken = new AtomicInteger();
        CyclicBarrier together = new CyclicBarrier(4);
        List<Future<?>> all = new ArrayList<>();
        for (int t = 0; t < 4; t++) {
          all.add(
              threads.submit(
                  () -> {
                    together.await();
                    for (int i = 0; i < 250; i++) {
                      shared.deposit();
                      if (shared.tryWithdraw()) {
                        taken.incrementAndGet();
                      }
                    }
                    return null;
                  }));
        }
        for (Future<?> one : all) {
          one.get(10, TimeUnit.SECONDS);
        }
        while (shared.tryWithdraw()) {
          taken.incrementAndGet();
        }
        assertThat(taken.get()).isBetween(299, 300);
      }
    } finally {
      threads.shutdownNow();
    }
  }
}
