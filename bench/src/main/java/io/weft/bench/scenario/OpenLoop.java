package io.weft.bench.scenario;

import io.vertx.core.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes calls at a fixed rate, whether earlier ones were answered or not, as many independent users
 * do. A latency counts from the moment at which the call was due, so a caller that is late itself
 * hides nothing.
 */
public final class OpenLoop {
  private static final long STEP_NANOS = 500_000;
  private static final long DRAIN_SECONDS = 60;

  private final Consumer<Runnable> thread;
  private final Supplier<? extends Future<?>> call;
  private final Ended ended;
  private final LongAdder sent = new LongAdder();
  private final LongAdder over = new LongAdder();
  private volatile boolean running = true;
  private @Nullable Thread clock;

  /** Told of the end of each call. */
  @FunctionalInterface
  public interface Ended {
    /**
     * A call is over. On the thread on which its future completes.
     *
     * @param latencyNanos since it was due
     * @param failure null for success
     */
    void ended(long latencyNanos, @Nullable Throwable failure);
  }

  /**
   * Makes no calls yet.
   *
   * @param thread where calls are made
   * @param call makes one
   * @param ended told of each end
   */
  public OpenLoop(Consumer<Runnable> thread, Supplier<? extends Future<?>> call, Ended ended) {
    this.thread = thread;
    this.call = call;
    this.ended = ended;
  }

  /**
   * Begins.
   *
   * @param perSecond calls a second
   */
  public void start(long perSecond) {
    clock = new Thread(() -> run(perSecond), "open-loop");
    clock.setDaemon(true);
    clock.start();
  }

  private void run(long perSecond) {
    long start = System.nanoTime();
    double interval = 1e9 / perSecond;
    long made = 0;
    while (running) {
      long due = (long) ((System.nanoTime() - start) / interval);
      if (due > made) {
        long from = made;
        sent.add(due - from);
        thread.accept(
            () -> {
              for (long i = from; i < due; i++) {
                one(start + (long) (i * interval));
              }
            });
        made = due;
      }
      LockSupport.parkNanos(STEP_NANOS);
    }
  }

  private void one(long due) {
    call.get()
        .onComplete(
            (reply, failure) -> {
              over.increment();
              ended.ended(System.nanoTime() - due, failure);
            });
  }

  /**
   * Calls made so far.
   *
   * @return 0 or more
   */
  public long sent() {
    return sent.sum();
  }

  /**
   * Makes no more calls and waits for the answers.
   *
   * @throws InterruptedException when interrupted
   * @throws IllegalStateException when some are missing after 60 s
   */
  public void stop() throws InterruptedException {
    running = false;
    if (clock != null) {
      clock.join();
    }
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(DRAIN_SECONDS);
    while (over.sum() < sent.sum()) {
      if (System.nanoTime() - end > 0) {
        throw new IllegalStateException(sent.sum() - over.sum() + " calls were never answered");
      }
      LockSupport.parkNanos(STEP_NANOS);
    }
  }
}
