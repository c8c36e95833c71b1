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
  private final Deque<Second> seconds = new ArrayDeque<>();
  private long calls;
  private long failed;
  private long repeated;
  private long undelivered;
  private String lastFailure = "";

  /** What was known at the start of a second, and how long the calls took that ended in it. */
  private record Second(long nanos, long calls, Latencies micros) {}

  Counts(long nowNanos) {
    for (Pattern pattern : Pattern.values()) {
      good.put(pattern, 0L);
    }
    nextSecond(nowNanos);
  }

  void good(Pattern pattern) {
    calls++;
    good.merge(pattern, 1L, Long::sum);
  }

  void took(long nanos) {
    seconds.getLast().micros().add(nanos / 1_000);
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
  void nextSecond(long nowNanos) {
    seconds.add(new Second(nowNanos, calls, new Latencies()));
    if (seconds.size() > WINDOW_SECONDS) {
      seconds.remove();
    }
  }

  JsonObject snapshot(long nowNanos) {
    JsonObject patterns = new JsonObject();
    good.forEach((pattern, count) -> patterns.put(pattern.key(), count));
    Second then = seconds.element();
    double past = Math.max(1e-3, (nowNanos - then.nanos()) / 1e9);
    Latencies micros = new Latencies();
    seconds.forEach(second -> micros.addAll(second.micros()));
    return new JsonObject()
        .put("calls", calls)
        .put("failed", failed)
        .put("perSecond", Math.round((calls - then.calls()) / past))
        .put("p99Micros", micros.quantile(0.99))
        .put("patterns", patterns)
        .put("repeated", repeated)
        .put("undelivered", undelivered)
        .put("lastFailure", lastFailure);
  }
}
