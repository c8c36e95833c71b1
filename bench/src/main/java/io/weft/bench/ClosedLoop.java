package io.weft.bench;

import io.vertx.core.Completable;
import io.weft.bench.subject.Client;
import io.weft.bench.subject.Unary;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a fixed number of calls in flight: each reply starts the next call, where it arrives. So a
 * slow subject is asked less often, and its latencies are those of that load, not of a fixed rate:
 * they are recorded as they are, without a correction for coordinated omission.
 */
final class ClosedLoop<R> {
  private static final long GRACE_MILLIS = 30_000;
  private static final int DIGITS = 3;

  private final Client client;
  private final Unary<R> unary;
  private final int bytes;
  private final List<Histogram> histograms = new ArrayList<>();
  private final ThreadLocal<Histogram> histogram = ThreadLocal.withInitial(this::newHistogram);
  private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
  private long endNanos;
  private CountDownLatch running = new CountDownLatch(0);

  ClosedLoop(Client client, Unary<R> unary, int bytes) {
    this.client = client;
    this.unary = unary;
    this.bytes = bytes;
  }

  /**
   * Runs once.
   *
   * @param inFlight calls in flight, 1 or more
   * @param millis how long
   * @return what was seen
   * @throws Exception when a call failed, or replies are missing 30 seconds after the end
   */
  Sample run(int inFlight, long millis) throws Exception {
    running = new CountDownLatch(inFlight);
    endNanos = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    client.execute(
        () -> {
          for (int i = 0; i < inFlight; i++) {
            new Slot().call();
          }
        });
    if (!running.await(millis + GRACE_MILLIS, TimeUnit.MILLISECONDS)) {
      throw new TimeoutException(
          running.getCount() + " of " + inFlight + " calls have no reply after the end");
    }
    Throwable cause = failure.get();
    if (cause != null) {
      throw new IllegalStateException("a call failed: " + cause, cause);
    }
    Histogram all = new Histogram(DIGITS);
    synchronized (histograms) {
      histograms.forEach(all::add);
    }
    long count = all.getTotalCount();
    return new Sample(
        count,
        count * 1e3 / millis,
        all.getValueAtPercentile(50) / 1e3,
        all.getValueAtPercentile(99) / 1e3);
  }

  private Histogram newHistogram() {
    Histogram fresh = new Histogram(1, TimeUnit.MINUTES.toNanos(2), DIGITS);
    synchronized (histograms) {
      histograms.add(fresh);
    }
    return fresh;
  }

  /** One of the calls in flight; used again for the call that follows it. */
  private final class Slot implements Completable<R> {
    private long startNanos;

    void call() {
      startNanos = System.nanoTime();
      unary.call(this);
    }

    @Override
    public void complete(@Nullable R reply, @Nullable Throwable cause) {
      long now = System.nanoTime();
      if (cause != null || reply == null) {
        stop(cause == null ? new IllegalStateException("no reply") : cause);
      } else if (unary.size(reply) != bytes) {
        stop(
            new IllegalStateException(
                "a reply of " + unary.size(reply) + " bytes (expected: " + bytes + ")"));
      } else if (now - endNanos >= 0) {
        running.countDown();
      } else {
        histogram.get().recordValue(now - startNanos);
        startNanos = now;
        unary.call(this);
      }
    }

    private void stop(Throwable cause) {
      failure.compareAndSet(null, cause);
      running.countDown();
    }
  }
}
