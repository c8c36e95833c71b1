package io.weft.cli.watch;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.weft.telemetry.metrics.Histogram;
import io.weft.telemetry.metrics.Side;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What happened between two samples of all nodes, by method. */
final class Rates {
  private static final double SECOND = 1e9;

  private Rates() {}

  /** One method in the whole mesh. */
  record Row(
      String service,
      String method,
      double rate,
      double errors,
      double p50Millis,
      double p95Millis,
      double p99Millis,
      long inFlight,
      String breaker) {}

  /** Adds up one method. */
  private static final class Sum {
    private double rate;
    private double errors;
    private long inFlight;
    private final Map<Integer, Long> buckets = new TreeMap<>();

    void add(JsonObject now, @Nullable JsonObject before, double seconds) {
      long calls = now.getLong("count") - (before == null ? 0 : before.getLong("count"));
      long failed = now.getLong("failed") - (before == null ? 0 : before.getLong("failed"));
      rate += calls / seconds;
      errors += failed / seconds;
      inFlight += now.getLong("inFlight");
      JsonObject old = before == null ? new JsonObject() : before.getJsonObject("buckets");
      for (Map.Entry<String, Object> bucket : now.getJsonObject("buckets")) {
        long more = ((Number) bucket.getValue()).longValue() - old.getLong(bucket.getKey(), 0L);
        if (more > 0) {
          buckets.merge(Integer.valueOf(bucket.getKey()), more, Long::sum);
        }
      }
    }

    double millis(double share) {
      return Histogram.quantileNanos(buckets, share) / 1e6;
    }
  }

  private record Key(String service, String method) {}

  /**
   * Compares two samples.
   *
   * @param before the first one
   * @param now a later one; nodes that are new in it are left out, since nobody knows since when
   *     they count
   * @param side from where calls are measured
   * @return a row for each method that was ever called, the busiest first
   */
  static List<Row> between(JsonArray before, JsonArray now, Side side) {
    Map<String, JsonObject> earlier = new HashMap<>();
    before.forEach(node -> earlier.put(((JsonObject) node).getString("node"), (JsonObject) node));
    Map<Key, Sum> sums = new HashMap<>();
    Map<String, String> breakers = new HashMap<>();
    for (Object item : now) {
      JsonObject node = (JsonObject) item;
      JsonObject old = earlier.get(node.getString("node"));
      if (old != null && node.containsKey("series") && old.containsKey("series")) {
        add(old, node, side, sums);
        node.getJsonObject("breakers")
            .forEach(state -> breakers.merge(state.getKey(), "" + state.getValue(), Rates::worse));
      }
    }
    List<Row> rows = new ArrayList<>();
    sums.forEach((key, sum) -> rows.add(row(key, sum, breakers)));
    rows.sort(
        (a, b) -> {
          int byRate = Double.compare(b.rate(), a.rate());
          return byRate != 0
              ? byRate
              : (a.service() + "/" + a.method()).compareTo(b.service() + "/" + b.method());
        });
    return rows;
  }

  private static void add(JsonObject old, JsonObject node, Side side, Map<Key, Sum> sums) {
    double seconds = Math.max(0.001, (node.getLong("nanos") - old.getLong("nanos")) / SECOND);
    Map<String, JsonObject> series = new HashMap<>();
    old.getJsonArray("series").forEach(s -> series.put(name((JsonObject) s), (JsonObject) s));
    for (Object item : node.getJsonArray("series")) {
      JsonObject one = (JsonObject) item;
      if (one.getString("side").equals(side.name())) {
        Key key = new Key(one.getString("service"), one.getString("method"));
        sums.computeIfAbsent(key, k -> new Sum()).add(one, series.get(name(one)), seconds);
      }
    }
  }

  private static String name(JsonObject series) {
    return series.getString("side")
        + ' '
        + series.getString("caller")
        + ' '
        + series.getString("service")
        + '/'
        + series.getString("method");
  }

  /** One node that has given up is more interesting than ten that have not. */
  private static String worse(String one, String other) {
    return one.equalsIgnoreCase("closed") ? other : one;
  }

  private static Row row(Key key, Sum sum, Map<String, String> breakers) {
    return new Row(
        key.service(),
        key.method(),
        sum.rate,
        sum.errors,
        sum.millis(0.5),
        sum.millis(0.95),
        sum.millis(0.99),
        sum.inFlight,
        breakers.getOrDefault(key.service(), "-"));
  }
}
