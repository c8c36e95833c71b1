package io.weft.telemetry.tap;

import io.weft.call.Clock;
import io.weft.call.Policy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Those who look at single calls of this node. While there is nobody, a call costs one read. */
public final class Taps {
  private static final Tap[] NOBODY = {};

  private volatile Tap[] all = NOBODY;

  /** Nobody looks yet. */
  public Taps() {}

  /**
   * Shows calls to those who look.
   *
   * @param node the caller of calls that no handler makes
   * @return looks at each call of this node once
   */
  public Policy policy(String node) {
    return new TapPolicy(this, node);
  }

  Tap[] all() {
    return all;
  }

  /**
   * Begins to look.
   *
   * @param filter at what
   * @param clock the time
   * @return holds what was seen; to be closed
   */
  public synchronized Tap open(TapFilter filter, Clock clock) {
    Tap tap = new Tap(filter, clock);
    Tap[] next = Arrays.copyOf(all, all.length + 1);
    next[all.length] = tap;
    all = next;
    return tap;
  }

  private synchronized void remove(Tap tap) {
    all = Arrays.stream(all).filter(other -> other != tap).toArray(Tap[]::new);
  }

  /**
   * One who looks. Holds the calls of a second at most; what is not taken in time is counted as
   * skipped. Safe for all threads.
   */
  public final class Tap implements AutoCloseable {
    private static final long SECOND = 1_000_000_000L;

    private final TapFilter filter;
    private final Clock clock;
    private final Queue<TappedCall> seen = new ConcurrentLinkedQueue<>();
    private final AtomicInteger waiting = new AtomicInteger();
    private final AtomicLong skipped = new AtomicLong();
    private long windowNanos;
    private int inWindow;

    private Tap(TapFilter filter, Clock clock) {
      this.filter = filter;
      this.clock = clock;
      this.windowNanos = clock.nanos();
    }

    boolean takes(String service, String method, String outcome, long nanos) {
      return filter.takes(service, method, outcome, nanos);
    }

    /** Whether the rate allows one more. */
    boolean admits() {
      boolean free = inTime() && waiting.get() < filter.perSecond();
      if (!free) {
        skipped.incrementAndGet();
      }
      return free;
    }

    private synchronized boolean inTime() {
      long now = clock.nanos();
      if (now - windowNanos >= SECOND) {
        windowNanos = now;
        inWindow = 0;
      }
      return inWindow++ < filter.perSecond();
    }

    void add(TappedCall call) {
      waiting.incrementAndGet();
      seen.add(call);
    }

    /**
     * Takes what was seen since the last time.
     *
     * @return calls in the order in which they ended, roughly
     */
    public List<TappedCall> take() {
      List<TappedCall> taken = new ArrayList<>();
      for (TappedCall call = seen.poll(); call != null; call = seen.poll()) {
        waiting.decrementAndGet();
        taken.add(call);
      }
      return taken;
    }

    /**
     * Calls that matched and were too many, since the last time.
     *
     * @return the number
     */
    public long takeSkipped() {
      return skipped.getAndSet(0);
    }

    @Override
    public void close() {
      remove(this);
    }
  }
}
