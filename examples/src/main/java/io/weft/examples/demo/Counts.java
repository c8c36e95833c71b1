package io.weft.examples.demo;

import io.vertx.core.json.JsonObject;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;

/** What a load counts. For one thread. */
final class Counts {
  private static final int WINDOW_SECONDS = 5;

  private final Map<Pattern, Long> good = new EnumMap<>(Pattern.class);
  private final Latencies micros = new Latencies();
  private final Deque<Sample> samples = new ArrayDeque<>();
  private long calls;
  private long failed;
  private long repeated;
  private long undelivered;
  private String lastFailure = "";

  private record Sample(long nanos, long calls) {}

  Counts(long nowNanos) {
    for (Pattern pattern : Pattern.values()) {
      good.put(pattern, 0L);
    }
    samples.add(new Sample(nowNanos, 0));
  }

  void good(Pattern pattern) {
    calls++;
    good.merge(pattern, 1L, Long::sum);
  }

  void took(long nanos) {
    micros.add(nanos / 1_000);
  }

  void failed(Pattern pattern, String why) {
    calls++;
    failed++;
    lastFailure = pattern.key() + ": " + why;
  }

  void repeated() {
    repeated++;
  }

  void undelivered() {
    undelivered++;
  }

  /** To be called once a second. */
  void sample(long nowNanos) {
    samples.add(new Sample(nowNanos, calls));
    if (samples.size() > WINDOW_SECONDS) {
      samples.remove();
    }
  }

  JsonObject snapshot(long nowNanos) {
    JsonObject patterns = new JsonObject();
    good.forEach((pattern, count) -> patterns.put(pattern.key(), count));
    Sample then = samples.element();
    double seconds = Math.max(1e-3, (nowNanos - then.nanos()) / 1e9);
    return new JsonObject()
        .put("calls", calls)
        .put("failed", failed)
        .put("perSecond", Math.round((calls - then.calls()) / seconds))
        .put("p99Micros", micros.quantile(0.99))
        .put("patterns", patterns)
        .put("repeated", repeated)
        .put("undelivered", undelivered)
        .put("lastFailure", lastFailure);
  }
}
