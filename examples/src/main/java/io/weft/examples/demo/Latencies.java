package io.weft.examples.demo;

/**
 * How long calls took: a histogram with 32 steps in each power of two, so that what it tells is at
 * most 1/32 too much. For one thread.
 */
final class Latencies {
  private static final int STEP_BITS = 5;
  private static final int STEPS = 1 << STEP_BITS;

  private final long[] counts = new long[(Long.SIZE - STEP_BITS) * STEPS];
  private long total;

  void add(long value) {
    counts[slot(Math.max(0, value))]++;
    total++;
  }

  void addAll(Latencies other) {
    for (int slot = 0; slot < counts.length; slot++) {
      counts[slot] += other.counts[slot];
    }
    total += other.total;
  }

  /**
   * The value below which a share of all values lies.
   *
   * @param share 0 to 1
   * @return the upper end of its step; 0 when there are no values
   */
  long quantile(double share) {
    long wanted = Math.max(1, (long) Math.ceil(share * total));
    long seen = 0;
    for (int slot = 0; slot < counts.length; slot++) {
      seen += counts[slot];
      if (seen >= wanted) {
        return last(slot);
      }
    }
    return 0;
  }

  private static int slot(long value) {
    if (value < STEPS) {
      return (int) value;
    }
    int shift = Long.SIZE - 1 - Long.numberOfLeadingZeros(value) - STEP_BITS;
    return (shift + 1) * STEPS + (int) (value >>> shift) - STEPS;
  }

  private static long last(int slot) {
    int shift = Math.max(0, slot / STEPS - 1);
    long step = slot < STEPS ? slot : STEPS + slot % STEPS;
    return (step + 1 << shift) - 1;
  }
}
