package io.weft.bench;

import io.vertx.core.json.JsonObject;

/**
 * What a client process saw in one measurement.
 *
 * @param count calls or items
 * @param perSecond calls or items each second
 * @param p50Micros the median latency in microseconds, 0 for a stream
 * @param p99Micros the 99th percentile in microseconds, 0 for a stream
 */
record Sample(long count, double perSecond, double p50Micros, double p99Micros) {
  String toJson() {
    return new JsonObject()
        .put("count", count)
        .put("perSecond", perSecond)
        .put("p50Micros", p50Micros)
        .put("p99Micros", p99Micros)
        .encode();
  }

  static Sample fromJson(String text) {
    JsonObject json = new JsonObject(text);
    return new Sample(
        json.getLong("count"),
        json.getDouble("perSecond"),
        json.getDouble("p50Micros"),
        json.getDouble("p99Micros"));
  }
}
