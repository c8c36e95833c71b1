package io.weft.filter.limit;

import io.weft.call.Call;
import io.weft.call.CallFailure;
import io.weft.call.Policy;
import io.weft.call.Principal;
import io.weft.contract.Code;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A token bucket for each principal and method; calls of nobody known share one for each method.
 * One for each instance of a service, on its lane's thread.
 *
 * <p>A bucket is one number, the moment when it is full again: that is the virtual scheduling form
 * of the generic cell rate algorithm. A bucket that is full is as good as none and dropped when
 * room is needed. Beyond 10,000 principals that have used theirs, new ones share one bucket.
 *
 * @see <a href="https://www.itu.int/rec/T-REC-I.371">ITU-T I.371, generic cell rate algorithm</a>
 */
public final class RateLimit implements Policy {
  private static final int MOST_BUCKETS = 10_000;
  private static final long CLEAN_NANOS = 1_000_000_000;

  private final long interval;
  private final long tolerance;
  private final Refusals refusals;
  private Method[] methods = {};
  private int known;
  private long cleanedNanos = Long.MIN_VALUE;

  /** The buckets of one method. */
  private static final class Method {
    private final Bucket nobody = new Bucket(Long.MIN_VALUE);
    private final Bucket others = new Bucket(Long.MIN_VALUE);
    private final Map<String, Bucket> principals = new HashMap<>();
  }

  private static final class Bucket {
    private long fullAt;

    Bucket(long fullAt) {
      this.fullAt = fullAt;
    }
  }

  /**
   * Creates the rule with full buckets.
   *
   * @param perSecond calls a second, more than 0
   * @param burst how many may come at once; 0 for as many as {@code perSecond}, at least 1
   * @param refusals where refusals are counted
   */
  public RateLimit(double perSecond, int burst, Refusals refusals) {
    this.interval = Math.max(1, (long) (1e9 / perSecond));
    double atOnce = burst == 0 ? Math.max(1, perSecond) : burst;
    this.tolerance = (long) Math.min(Long.MAX_VALUE / 4.0, interval * (atOnce - 1));
    this.refusals = refusals;
  }

  @Override
  public @Nullable CallFailure enter(Call call, long nowNanos) {
    Principal principal = call.metadata().principal();
    String subject = principal == null ? null : principal.subject();
    Bucket bucket = bucket(method(call.spec().name().number()), subject, nowNanos);
    long full = Math.max(bucket.fullAt, nowNanos);
    long wait = full - nowNanos - tolerance;
    if (wait > 0) {
      refusals.rate.increment();
      return CallFailure.notProcessed(
              Code.RESOURCE_EXHAUSTED,
              (subject == null ? "callers without a principal" : "principal " + subject)
                  + " made more calls of "
                  + call.spec()
                  + " than the "
                  + 1_000_000_000 / interval
                  + " a second allowed on this node; the next one in "
                  + (wait / 1_000_000 + 1)
                  + " ms")
          .withRetryAfter(wait / 1_000_000 + 1);
    }
    bucket.fullAt = full + interval;
    return null;
  }

  private Method method(int number) {
    int old = methods.length;
    if (number >= old) {
      methods = Arrays.copyOf(methods, number + 1);
      for (int i = old; i <= number; i++) {
        methods[i] = new Method();
      }
    }
    return methods[number];
  }

  private Bucket bucket(Method method, @Nullable String subject, long now) {
    if (subject == null) {
      return method.nobody;
    }
    Bucket bucket = method.principals.get(subject);
    if (bucket != null) {
      return bucket;
    }
    if (known >= MOST_BUCKETS) {
      dropFull(now);
      if (known >= MOST_BUCKETS) {
        return method.others;
      }
    }
    known++;
    bucket = new Bucket(now);
    method.principals.put(subject, bucket);
    return bucket;
  }

  private void dropFull(long now) {
    if (cleanedNanos != Long.MIN_VALUE && now - cleanedNanos < CLEAN_NANOS) {
      return;
    }
    cleanedNanos = now;
    known = 0;
    for (Method method : methods) {
      method.principals.values().removeIf(bucket -> bucket.fullAt - now <= 0);
      known += method.principals.size();
    }
  }

  int size() {
    return known;
  }
}
