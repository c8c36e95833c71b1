package io.weft.junit5;

import io.netty.util.concurrent.EventExecutor;
import io.vertx.core.Vertx;
import io.vertx.core.internal.VertxInternal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Event loops that stand still. They are blocked below Vert.x, so that its checker of blocked
 * threads, which looks at Vert.x tasks, stays quiet.
 */
final class Wedge {
  private final CountDownLatch released = new CountDownLatch(1);

  private Wedge() {}

  /** Returns when every event loop stands. */
  static Wedge of(Vertx vertx, Duration limit) {
    Wedge wedge = new Wedge();
    List<EventExecutor> loops = new ArrayList<>();
    ((VertxInternal) vertx).nettyEventLoopGroup().forEach(loops::add);
    ((VertxInternal) vertx).acceptorEventLoopGroup().forEach(loops::add);
    CountDownLatch standing = new CountDownLatch(loops.size());
    for (EventExecutor loop : loops) {
      loop.execute(() -> wedge.stand(standing));
    }
    try {
      if (standing.await(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        return wedge;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    wedge.release();
    throw new IllegalStateException(
        standing.getCount()
            + " event loops were still busy after "
            + limit.toMillis()
            + " ms (expected: all take the next task); does a handler block?");
  }

  private void stand(CountDownLatch standing) {
    standing.countDown();
    boolean interrupted = false;
    while (released.getCount() > 0) {
      try {
        released.await();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  void release() {
    released.countDown();
  }
}
