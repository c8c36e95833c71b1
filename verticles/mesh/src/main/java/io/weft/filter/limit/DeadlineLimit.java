package io.weft.filter.limit;

import io.weft.call.Call;
import io.weft.call.CallFailure;
import io.weft.call.Policy;
import io.weft.call.Spec;
import io.weft.contract.Code;
import io.weft.contract.Priority;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Refuses calls whose time left is less than what their handler takes in half of the cases: most of
 * them would be work for nobody. One call of 16 is let through all the same, so that a handler that
 * has become faster is noticed. One for each instance of a service, on its lane's thread.
 *
 * <p>The median follows each observation by a small step up or down, so it needs no memory of the
 * observations.
 *
 * @see <a href="https://arxiv.org/abs/1407.1121">Frugal streaming for estimating quantiles</a>
 */
public final class DeadlineLimit implements Policy.Gate {
  private static final int LEAST_SAMPLES = 64;
  private static final int PROBE_EVERY = 16;
  private static final double STEP = 0.02;

  private final Refusals refusals;
  private double[] median = {};
  private int[] samples = {};
  private int late;

  /**
   * Creates a rule that knows nothing yet and refuses nothing.
   *
   * @param refusals where refusals are counted
   */
  public DeadlineLimit(Refusals refusals) {
    this.refusals = refusals;
  }

  @Override
  public @Nullable CallFailure admit(
      Spec spec, Priority.Level priority, long queuedNanos, long leftNanos) {
    int method = spec.name().number();
    if (method >= median.length
        || leftNanos >= median[method]
        || samples[method] < LEAST_SAMPLES
        || ++late % PROBE_EVERY == 0) {
      return null;
    }
    refusals.deadline.increment();
    return CallFailure.notProcessed(
            Code.DEADLINE_EXCEEDED,
            spec
                + " has "
                + leftNanos / 1_000
                + " µs left and mostly takes "
                + (long) median[method] / 1_000
                + " on this node; it was not begun")
        .withRetryAfter(CallFailure.NEVER);
  }

  @Override
  public void exit(Call call, @Nullable CallFailure failure, long nowNanos) {
    // A stream lasts as long as it likes; a failure says nothing about the work.
    if (failure == null && !call.spec().shape().streamsReplies()) {
      add(call.spec().name().number(), nowNanos - call.startNanos());
    }
  }

  private void add(int method, double nanos) {
    if (method >= median.length) {
      median = Arrays.copyOf(median, method + 1);
      samples = Arrays.copyOf(samples, method + 1);
    }
    double now = median[method];
    if (samples[method] < LEAST_SAMPLES) {
      // The mean of the first ones is where the steps begin.
      samples[method]++;
      median[method] = now + (nanos - now) / samples[method];
    } else {
      median[method] = nanos > now ? now * (1 + STEP) : nanos < now ? now * (1 - STEP) : now;
    }
  }
}
