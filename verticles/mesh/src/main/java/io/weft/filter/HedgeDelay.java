package io.weft.filter;

/**
 * The 95th percentile of how long answers take: after that a second attempt is worth its cost, as
 * it is sent for one call in twenty. Counts in buckets that grow by an eighth, so the result is at
 * most 13 % too high; what is old fades by halves. Belongs to one thread.
 *
 * @see <a href="https://research.google/pubs/the-tail-at-scale/">The Tail at Scale: hedged
 *     requests</a>
 */
public final class HedgeDelay {
  /** Given while too little is known. */
  public static final long UNKNOWN = -1;

  private static final int STEPS = 8;
  private static final int FEWEST = 50;
  private static final int FADE_AFTER = 10_000;
  private static final int REFRESH_EVERY = 64;

  private final int[] counts = new int[64 * STEPS];
  private int total;
  private int fresh;
  private long delayNanos = UNKNOWN;

  /**
   * Notes an answer.
   *
   * @param nanos how long it took
   */
  public void add(long nanos) {
    counts[bucket(Math.max(1, nanos))]++;
    total++;
    if (total >= FADE_AFTER) {
      fade();
    }
    if (total >= FEWEST && ++fresh >= REFRESH_EVERY || total == FEWEST) {
      fresh = 0;
      delayNanos = percentile();
    }
  }

  /**
   * When a second attempt is worth it.
   *
   * @return nanoseconds after the first, {@link #UNKNOWN} before 50 answers
   */
  public long nanos() {
    return delayNanos;
  }

  private void fade() {
    total = 0;
    for (int i = 0; i < counts.length; i++) {
      counts[i] >>= 1;
      total += counts[i];
    }
  }

  private long percentile() {
    int left = (int) Math.ceil(total * 0.05);
    for (int i = counts.length - 1; i > 0; i--) {
      left -= counts[i];
      if (left < 0) {
        return top(i);
      }
    }
    return top(0);
  }

  private static int bucket(long nanos) {
    int power = 63 - Long.numberOfLeadingZeros(nanos);
    int step = power < 3 ? 0 : (int) (nanos >>> (power - 3)) & (STEPS - 1);
    return power * STEPS + step;
  }

  private static long top(int bucket) {
    int power = bucket / STEPS;
    long step = bucket % STEPS + 1L;
    return power < 3 ? 1L << (power + 1) : (1L << power) + (step << (power - 3));
  }
}
