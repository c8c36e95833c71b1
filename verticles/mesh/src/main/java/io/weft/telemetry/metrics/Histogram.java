package io.weft.telemetry.metrics;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Durations, counted twice: in the 14 buckets that OpenTelemetry names for RPC, and in buckets of
 * 1/8 of a power of two from 128 ns to 137 s, from which quantiles are read with an error of at
 * most 6.25 %. Not for many threads.
 */
public final class Histogram {
  /** Upper bounds of the norm's buckets in seconds; one more has no bound. */
  public static final List<Double> NORM_SECONDS =
      List.of(.005, .01, .025, .05, .075, .1, .25, .5, .75, 1.0, 2.5, 5.0, 7.5, 10.0);

  static final int NORM_BUCKETS = NORM_SECONDS.size() + 1;
  static final int FINE_BUCKETS = 224;
  private static final int UNIT_BITS = 7;
  private static final int SUB_BITS = 3;
  private static final long[] NORM_NANOS =
      NORM_SECONDS.stream().mapToLong(s -> Math.round(s * 1e9)).toArray();

  private final long[] norm = new long[NORM_BUCKETS];
  private final long[] fine = new long[FINE_BUCKETS];
  private final @Nullable Exemplar[] exemplars = new Exemplar[NORM_BUCKETS];
  private long sumNanos;
  private long maxNanos;

  /** An empty one. */
  public Histogram() {}

  static int norm(long nanos) {
    int i = 0;
    while (i < NORM_NANOS.length && nanos > NORM_NANOS[i]) {
      i++;
    }
    return i;
  }

  static int fine(long nanos) {
    long units = nanos >>> UNIT_BITS;
    if (units < 1 << SUB_BITS) {
      return (int) units;
    }
    int shift = 63 - Long.numberOfLeadingZeros(units) - SUB_BITS;
    return Math.min(FINE_BUCKETS - 1, (shift << SUB_BITS) + (int) (units >>> shift));
  }

  /** The middle of a fine bucket. */
  private static double middleNanos(int bucket) {
    int shift = Math.max(0, (bucket >> SUB_BITS) - 1);
    long lowest = (bucket - ((long) shift << SUB_BITS)) << shift << UNIT_BITS;
    return lowest + (1L << shift << UNIT_BITS) / 2.0;
  }

  void addNorm(int bucket, long count, @Nullable Exemplar exemplar) {
    norm[bucket] += count;
    Exemplar known = exemplars[bucket];
    if (exemplar != null && (known == null || known.epochMillis() < exemplar.epochMillis())) {
      exemplars[bucket] = exemplar;
    }
  }

  void addFine(int bucket, long count) {
    fine[bucket] += count;
  }

  void addTimes(long nanos, long longest) {
    sumNanos += nanos;
    maxNanos = Math.max(maxNanos, longest);
  }

  /**
   * Counts one duration.
   *
   * @param nanos how long, 0 or more
   */
  public void record(long nanos) {
    addNorm(norm(nanos), 1, null);
    addFine(fine(nanos), 1);
    addTimes(nanos, nanos);
  }

  /**
   * Adds the counts of another one.
   *
   * @param other stays as it is
   */
  public void add(Histogram other) {
    for (int i = 0; i < NORM_BUCKETS; i++) {
      addNorm(i, other.norm[i], other.exemplars[i]);
    }
    for (int i = 0; i < FINE_BUCKETS; i++) {
      fine[i] += other.fine[i];
    }
    addTimes(other.sumNanos, other.maxNanos);
  }

  /**
   * How many durations were counted.
   *
   * @return the number
   */
  public long count() {
    long sum = 0;
    for (long n : norm) {
      sum += n;
    }
    return sum;
  }

  /**
   * All durations together.
   *
   * @return nanoseconds
   */
  public long sumNanos() {
    return sumNanos;
  }

  /**
   * The longest one.
   *
   * @return nanoseconds
   */
  public long maxNanos() {
    return maxNanos;
  }

  /**
   * How many were counted in each of the norm's buckets; not cumulative.
   *
   * @return as many as {@link #NORM_SECONDS}, and one more
   */
  public long[] normCounts() {
    return norm.clone();
  }

  /**
   * The latest traced call of each of the norm's buckets.
   *
   * @return as many as buckets; null where there is none
   */
  public List<@Nullable Exemplar> exemplars() {
    List<@Nullable Exemplar> list = new ArrayList<>();
    for (Exemplar exemplar : exemplars) {
      list.add(exemplar);
    }
    return list;
  }

  /**
   * The fine buckets that are not empty: what {@link #quantileNanos(Map, double)} reads, and what
   * can be subtracted, since it only grows.
   *
   * @return counts by bucket
   */
  public Map<Integer, Long> fineCounts() {
    Map<Integer, Long> counts = new TreeMap<>();
    for (int i = 0; i < FINE_BUCKETS; i++) {
      if (fine[i] != 0) {
        counts.put(i, fine[i]);
      }
    }
    return counts;
  }

  /**
   * How long the fastest share of durations took at most.
   *
   * @param fineCounts counts by bucket, as {@link #fineCounts()} gives them
   * @param share 0 to 1, for example 0.99
   * @return nanoseconds, 0 without any
   */
  public static double quantileNanos(Map<Integer, Long> fineCounts, double share) {
    long total = fineCounts.values().stream().mapToLong(Long::longValue).sum();
    // 50 * 0.14 is a little more than 7 in binary.
    long rank = Math.max(1, (long) Math.ceil(total * share - 1e-6));
    long seen = 0;
    for (Map.Entry<Integer, Long> bucket : new TreeMap<>(fineCounts).entrySet()) {
      seen += bucket.getValue();
      if (seen >= rank) {
        return middleNanos(bucket.getKey());
      }
    }
    return 0;
  }
}
