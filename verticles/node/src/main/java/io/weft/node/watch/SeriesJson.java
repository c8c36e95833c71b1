package io.weft.node.watch;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.weft.telemetry.metrics.Histogram;
import io.weft.telemetry.metrics.Recorders.Series;
import io.weft.telemetry.metrics.Side;
import java.util.Collection;
import java.util.Map;

/** Series as JSON, for whoever subtracts two samples. */
final class SeriesJson {
  private SeriesJson() {}

  static JsonArray of(Collection<Series> all) {
    JsonArray json = new JsonArray();
    for (Series series : all) {
      if (series.key().side() != Side.ATTEMPT) {
        json.add(one(series));
      }
    }
    return json;
  }

  private static JsonObject one(Series series) {
    Histogram all = new Histogram();
    series.outcomes().values().forEach(all::add);
    JsonObject buckets = new JsonObject();
    for (Map.Entry<Integer, Long> bucket : all.fineCounts().entrySet()) {
      buckets.put(Integer.toString(bucket.getKey()), bucket.getValue());
    }
    return new JsonObject()
        .put("side", series.key().side().name())
        .put("caller", series.key().caller())
        .put("service", series.key().service())
        .put("method", series.key().method())
        .put("count", series.count())
        .put("failed", series.failed())
        .put("inFlight", series.inFlight())
        .put("buckets", buckets);
  }
}
