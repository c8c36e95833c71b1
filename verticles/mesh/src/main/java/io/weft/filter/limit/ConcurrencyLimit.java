package io.weft.filter.limit;

import io.weft.call.Call;
import io.weft.call.CallFailure;
import io.weft.call.Policy;
import io.weft.call.Trail;
import io.weft.contract.Code;
import io.weft.contract.Priority;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Bounds the calls of a service that run at once by what more of them at once does to the time they
 * take. For handlers that wait for workers or for others; those that end on the event loop never
 * run at once, see {@link QueueLimit}. One for each instance of a service, on its lane's thread.
 *
 * <p>Ten times a second the mean time of the calls that ended is held against what each method
 * takes in the long run. When they took longer, and even the one that was least late was late by 10
 * ms, the limit falls by the gradient; otherwise it grows where it is used. Times are compared
 * method by method, so that other calls than before are no gradient. Without a queue of workers to
 * be seen, the fault may be somebody else's, so 64 normal calls may always run.
 *
 * @see <a href="https://github.com/Netflix/concurrency-limits">Netflix concurrency-limits,
 *     Gradient2 </a>
 */
public final class ConcurrencyLimit implements Policy {
  private static final int START = 1_024;
  private static final int LEAST = 72;
  private static final int LEAST_QUEUED = 4;
  private static final int MOST = 1 << 20;
  private static final int LEAST_SAMPLES = 10;
  private static final long INTERVAL_NANOS = 100_000_000;
  private static final long LATE_NANOS = 10_000_000;
  private static final double TOLERANCE = 1.5;
  private static final double USED = 0.8;
  private static final double LONG_RUN = 0.02;
  private static final double LONG_RUN_LATE = 0.0005;
  private static final long RETRY_AFTER_MILLIS = 50;

  /** The share of the limit that calls of each priority may use. */
  private static final double[] SHARE = new double[Priority.Level.values().length];

  static {
    SHARE[Priority.Level.LOW.ordinal()] = 0.7;
    SHARE[Priority.Level.NORMAL.ordinal()] = 0.9;
    SHARE[Priority.Level.HIGH.ordinal()] = 1;
    SHARE[Priority.Level.CRITICAL.ordinal()] = 1.5;
  }

  private final Refusals refusals;
  private final int[] most = new int[SHARE.length];
  private int running;
  private int peak;
  private double limit;
  private long since;
  private Method[] methods = {};
  private int samples;
  private int waiting;
  private long leastExcess = Long.MAX_VALUE;

  /** What one method takes; times in nanoseconds. */
  private static final class Method {
    private double usual;
    private double sum;
    private int count;

    double mean() {
      return count == 0 ? 0 : sum / count;
    }

    /**
     * A time that fell is believed soon, one that rose slowly, and under the limit hardly at all.
     */
    void settle(boolean limited) {
      if (count > 0) {
        double mean = mean();
        double weight = usual == 0 ? 1 : mean < usual ? 0.5 : limited ? LONG_RUN_LATE : LONG_RUN;
        usual += (mean - usual) * weight;
        sum = 0;
        count = 0;
      }
    }
  }

  /**
   * Creates the rule with a limit of 1,024.
   *
   * @param refusals where refusals are counted
   */
  public ConcurrencyLimit(Refusals refusals) {
    this.refusals = refusals;
    limit(START);
  }

  @Override
  public @Nullable CallFailure enter(Call call, long nowNanos) {
    int level = call.priority().ordinal();
    Trail trail = call.metadata().trail();
    if (trail != null) {
      trail.add("concurrency: " + running + " running of at most " + most[level]);
    }
    if (running >= most[level] && !call.spec().shape().streamsReplies()) {
      peak = Math.max(peak, running);
      refusals.concurrency.increment();
      return CallFailure.notProcessed(
              Code.RESOURCE_EXHAUSTED,
              call.spec().name().service()
                  + " runs "
                  + running
                  + " calls on this node, and more at once would make all slower (limit for "
                  + call.priority()
                  + ": "
                  + most[level]
                  + "); try another node, or later")
          .withRetryAfter(RETRY_AFTER_MILLIS);
    }
    if (++running > peak) {
      peak = running;
    }
    return null;
  }

  @Override
  public void exit(Call call, @Nullable CallFailure failure, long nowNanos) {
    running--;
    if (failure == null && !call.spec().shape().streamsReplies()) {
      observe(call, nowNanos);
    }
  }

  private void observe(Call call, long now) {
    int number = call.spec().name().number();
    Method method = number < methods.length ? methods[number] : method(number);
    long nanos = now - call.startNanos();
    long waited = call.waitedNanos();
    method.sum += nanos;
    method.count++;
    samples++;
    // Waiting for a worker is surely too much work; being slower than usual may be.
    long excess = waited > LATE_NANOS ? waited : nanos - (long) method.usual;
    if (waited > LATE_NANOS) {
      waiting++;
    }
    if (excess < leastExcess) {
      leastExcess = excess;
    }
    if (now - since >= INTERVAL_NANOS && samples >= LEAST_SAMPLES) {
      judge(now);
    }
  }

  private Method method(int number) {
    int old = methods.length;
    methods = Arrays.copyOf(methods, number + 1);
    for (int i = old; i <= number; i++) {
      methods[i] = new Method();
    }
    return methods[number];
  }

  private void judge(long now) {
    double sum = 0;
    double usual = 0;
    for (Method method : methods) {
      sum += method.sum;
      usual += method.count * (method.usual == 0 ? method.mean() : method.usual);
    }
    boolean queued = waiting == samples;
    double gradient = TOLERANCE * usual / Math.max(1, sum);
    boolean used = peak >= limit * USED;
    boolean late = leastExcess > LATE_NANOS && (queued || gradient < 1);
    if (late) {
      double next = Math.min(limit, peak) * Math.max(0.5, Math.min(0.9, gradient));
      limit(Math.max(next, Math.min(limit, queued ? LEAST_QUEUED : LEAST)));
    } else if (used) {
      limit(Math.min(MOST, limit + Math.max(1, Math.sqrt(limit))));
    }
    for (Method method : methods) {
      method.settle(late || used);
    }
    since = now;
    samples = 0;
    waiting = 0;
    peak = running;
    leastExcess = Long.MAX_VALUE;
  }

  private void limit(double value) {
    limit = value;
    for (int i = 0; i < most.length; i++) {
      most[i] = Math.max(1, (int) (value * SHARE[i]));
    }
  }
}
