package io.weft.bench.overload;

import io.vertx.core.Promise;
import io.vertx.core.json.JsonObject;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/** What became of calls, by the tenth of a second in which they were made. On one event loop. */
final class Answered {
  static final long WINDOW_MILLIS = 100;

  private static final int DIGITS = 3;
  private static final double CALM_MILLIS = 20;
  private static final int CALM_WINDOWS = 5;

  private final Histogram served = new Histogram(DIGITS);
  private final Histogram refused = new Histogram(DIGITS);
  private final long[] bad;
  private long lost;
  private long count;
  private long total = -1;
  private @Nullable Promise<Void> end;

  Answered(int windows) {
    bad = new long[windows];
  }

  void add(long atNanos, long tookNanos, boolean success, boolean surelyRefused) {
    long micros = tookNanos / 1_000;
    if (success) {
      served.recordValue(micros);
    } else if (surelyRefused) {
      refused.recordValue(micros);
    } else {
      lost++;
    }
    if (!success || micros > CALM_MILLIS * 1_000) {
      bad[(int) Math.min(bad.length - 1, atNanos / (WINDOW_MILLIS * 1_000_000))]++;
    }
    count++;
    check();
  }

  void onEnd(long calls, Promise<Void> promise) {
    total = calls;
    end = promise;
    check();
  }

  private void check() {
    if (count == total && end != null) {
      end.tryComplete();
    }
  }

  /** When half a second began in which every call was answered well and soon, in seconds. */
  private double calmAfter() {
    int good = 0;
    for (int i = 0; i < bad.length; i++) {
      good = bad[i] == 0 ? good + 1 : 0;
      if (good == CALM_WINDOWS) {
        return (i + 1 - CALM_WINDOWS) * WINDOW_MILLIS / 1e3;
      }
    }
    return bad.length * WINDOW_MILLIS / 1e3;
  }

  JsonObject toJson() {
    return new JsonObject()
        .put("served", served.getTotalCount())
        .put("servedMillisP50", served.getValueAtPercentile(50) / 1e3)
        .put("servedMillisP99", served.getValueAtPercentile(99) / 1e3)
        .put("refused", refused.getTotalCount())
        .put("refusedMillisP50", refused.getValueAtPercentile(50) / 1e3)
        .put("refusedMillisP99", refused.getValueAtPercentile(99) / 1e3)
        .put("lost", lost)
        .put("calmAfter", calmAfter());
  }
}
