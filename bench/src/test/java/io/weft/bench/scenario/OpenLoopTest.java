package io.weft.bench.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class OpenLoopTest {
  @Test
  void start_unansweredCalls_goesOn() throws Exception {
    List<Promise<Void>> waiting = new ArrayList<>();
    CountDownLatch fifty = new CountDownLatch(50);
    AtomicLong slowest = new AtomicLong();
    OpenLoop load =
        new OpenLoop(
            Runnable::run,
            () -> {
              Promise<Void> promise = Promise.promise();
              synchronized (waiting) {
                waiting.add(promise);
              }
              fifty.countDown();
              return promise.future();
            },
            (nanos, failure) -> slowest.accumulateAndGet(nanos, Math::max));
    load.start(1_000);
    assertThat(fifty.await(10, TimeUnit.SECONDS)).isTrue();
    Thread answers =
        new Thread(
            () -> {
              while (slowest.get() >= 0) {
                synchronized (waiting) {
                  waiting.forEach(Promise::tryComplete);
                }
                Thread.onSpinWait();
              }
            });
    answers.start();
    load.stop();
    assertThat(slowest.get()).as("counted from when the call was due").isGreaterThan(30_000_000L);
    slowest.set(-1);
    answers.join();
    assertThat(load.sent()).isEqualTo(waiting.size());
  }

  @Test
  void ended_failure_isTold() throws Exception {
    CountDownLatch failed = new CountDownLatch(3);
    OpenLoop load =
        new OpenLoop(
            Runnable::run,
            () -> Future.failedFuture("no"),
            (nanos, failure) -> {
              if (failure != null) {
                failed.countDown();
              }
            });
    load.start(1_000);
    assertThat(failed.await(10, TimeUnit.SECONDS)).isTrue();
    load.stop();
  }
}
