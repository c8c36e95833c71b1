package io.weft.filter.breaker;

import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Calls and failures of the last time, in a ring of ten slots. A slot is one number that tells its
 * time and both counts, so it starts anew by itself: no timer, no lock, no allocation. Several
 * rings, since counters that many threads share are slow; they are added up only after a failure.
 * Safe for all threads.
 */
final class RateWindow {
  private static final int SLOTS = 10;

  /** Rings stand two cache lines apart. */
  private static final int STRIDE = 16;

  private static final int MOST_RINGS = 16;
  private static final int COUNT_BITS = 20;
  private static final long COUNT = (1L << COUNT_BITS) - 1;
  private static final long EPOCH = (1L << 64 - 2 * COUNT_BITS) - 1;

  private final AtomicLongArray cells;
  private final int mask;
  private final long slotNanos;
  private final long origin;

  /**
   * Creates an empty window.
   *
   * @param nanos its length
   * @param origin a moment of the clock, not after the first record
   */
  RateWindow(long nanos, long origin) {
    int rings = Integer.highestOneBit(Runtime.getRuntime().availableProcessors() * 2 - 1);
    this.mask = Math.min(MOST_RINGS, rings) - 1;
    this.cells = new AtomicLongArray((mask + 1) * STRIDE);
    this.slotNanos = Math.max(1, nanos / SLOTS);
    this.origin = origin;
  }

  private long slot(long now) {
    return Math.max(0, now - origin) / slotNanos;
  }

  void record(long now, boolean failed) {
    long slot = slot(now);
    int ring = (int) Thread.currentThread().getId() & mask;
    int index = ring * STRIDE + (int) (slot % SLOTS);
    long cell;
    do {
      cell = cells.get(index);
    } while (!cells.compareAndSet(index, cell, counted(cell, slot & EPOCH, failed)));
  }

  private static long counted(long cell, long epoch, boolean failed) {
    long calls = 0;
    long failures = 0;
    if (cell >>> 2 * COUNT_BITS == epoch) {
      calls = cell & COUNT;
      failures = cell >>> COUNT_BITS & COUNT;
      if (calls == COUNT) {
        // So many say the same as half as many.
        calls >>= 1;
        failures >>= 1;
      }
    }
    return epoch << 2 * COUNT_BITS | failures + (failed ? 1 : 0) << COUNT_BITS | calls + 1;
  }

  /** The counts at a moment: failures in the upper half, calls in the lower. */
  long counts(long now) {
    long last = slot(now);
    long calls = 0;
    long failures = 0;
    for (int ring = 0; ring <= mask; ring++) {
      for (int i = 0; i < SLOTS; i++) {
        long cell = cells.get(ring * STRIDE + i);
        long age = last - (cell >>> 2 * COUNT_BITS) & EPOCH;
        if (age < SLOTS) {
          calls += cell & COUNT;
          failures += cell >>> COUNT_BITS & COUNT;
        }
      }
    }
    return failures << 32 | calls;
  }

  static int calls(long counts) {
    return (int) counts;
  }

  static int failures(long counts) {
    return (int) (counts >>> 32);
  }

  void clear() {
    for (int i = 0; i < cells.length(); i++) {
      cells.set(i, 0);
    }
  }
}
