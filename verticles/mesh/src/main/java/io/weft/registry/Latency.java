package io.weft.registry;

/**
 * A moving average of latency that is sensitive to peaks, as in Finagle: a slower answer counts at
 * once, a faster one by the age of what is known, and without answers it fades. Belongs to one
 * thread.
 *
 * <p>The first answers of an instance say more about its cold start than about it, and whoever is
 * judged by them is not asked again: so what they say fades six times as fast.
 *
 * @see <a
 *     href="https://linkerd.io/2016/03/16/beyond-round-robin-load-balancing-for-latency/">Beyond
 *     Round Robin: Load Balancing for Latency</a>
 */
final class Latency {
  private static final double FADING_NANOS = 3e9;
  private static final double COLD_FADING_NANOS = 0.5e9;
  private static final int COLD_ANSWERS = 8;

  private double nanos;
  private long observedAt;
  private int answers;

  /** Notes an answer. */
  void observe(long now, long latencyNanos) {
    double sample = Math.max(1, latencyNanos);
    double weight = fading(now);
    double faded = nanos * weight;
    nanos = sample > faded ? sample : faded + sample * (1 - weight);
    observedAt = now;
    answers = Math.min(COLD_ANSWERS, answers + 1);
  }

  /** As of the last answer; 0 before the first. */
  double last() {
    return nanos;
  }

  /** What is left of it by now. */
  double at(long now) {
    return nanos * fading(now);
  }

  private double fading(long now) {
    long age = now - observedAt;
    double constant = answers < COLD_ANSWERS ? COLD_FADING_NANOS : FADING_NANOS;
    return age <= 0 ? 1 : Math.exp(-age / constant);
  }
}
