package io.weft.node.metrics;

import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.ScheduledFuture;
import io.vertx.core.Vertx;
import io.vertx.core.internal.VertxInternal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** How late event loops run what is due: a blocked handler, too much work, or a paused JVM. */
final class LoopLag implements AutoCloseable {
  private static final long PERIOD_MILLIS = 250;

  private final AtomicLong worst = new AtomicLong();
  private final List<ScheduledFuture<?>> probes = new ArrayList<>();

  LoopLag(Vertx vertx) {
    for (EventExecutor loop : ((VertxInternal) vertx).nettyEventLoopGroup()) {
      Probe probe = new Probe(System.nanoTime());
      probes.add(
          loop.scheduleWithFixedDelay(probe, PERIOD_MILLIS, PERIOD_MILLIS, TimeUnit.MILLISECONDS));
    }
  }

  double takeSeconds() {
    return worst.getAndSet(0) / 1e9;
  }

  @Override
  public void close() {
    probes.forEach(probe -> probe.cancel(false));
  }

  private final class Probe implements Runnable {
    private long last;

    Probe(long last) {
      this.last = last;
    }

    @Override
    public void run() {
      long now = System.nanoTime();
      long late = now - last - TimeUnit.MILLISECONDS.toNanos(PERIOD_MILLIS);
      last = now;
      worst.accumulateAndGet(Math.max(0, late), Math::max);
    }
  }
}
