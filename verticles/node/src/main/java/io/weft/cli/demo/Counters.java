package io.weft.cli.demo;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * The sum of what the loads of all nodes counted; what a lost node counted stays in it. Written by
 * one thread, read by all.
 */
final class Counters {
  static final List<String> PATTERNS =
      List.of(
          "unary",
          "serverStream",
          "clientStream",
          "bidirectional",
          "oneWay",
          "publishSubscribe",
          "proxyGen");

  private final Map<String, JsonObject> latest = new ConcurrentSkipListMap<>();
  private long before;
  private long rate;

  /** Takes a node's counters, as many as it sent up to now. */
  void add(String from, JsonObject snapshot) {
    latest.put(from, snapshot);
  }

  /** To be called once a second, after {@link #add}. */
  void tick(long millis) {
    long now = sum("calls");
    rate = Math.max(0, now - before) * 1000 / Math.max(1, millis);
    before = now;
  }

  /** Calls in the last second. */
  long rate() {
    return rate;
  }

  long sum(String name) {
    return latest.values().stream().mapToLong(s -> s.getLong(name, 0L)).sum();
  }

  /** The text of a failure; empty when there was none. */
  String lastFailure() {
    return latest.values().stream()
        .map(s -> s.getString("lastFailure", ""))
        .filter(text -> !text.isEmpty())
        .findFirst()
        .orElse("");
  }

  long p99Micros() {
    return latest.values().stream().mapToLong(s -> s.getLong("p99Micros", 0L)).max().orElse(0);
  }

  long pattern(String name) {
    return latest.values().stream()
        .mapToLong(s -> s.getJsonObject("patterns", new JsonObject()).getLong(name, 0L))
        .sum();
  }

  /** The result for programs. */
  JsonObject report(int nodes, double seconds) {
    JsonObject patterns = new JsonObject();
    PATTERNS.forEach(name -> patterns.put(name, pattern(name)));
    return new JsonObject()
        .put("nodes", nodes)
        .put("calls", sum("calls"))
        .put("failed", sum("failed"))
        .put("perSecond", Math.round(sum("calls") / Math.max(0.001, seconds)))
        .put("p99Micros", p99Micros())
        .put("patterns", patterns);
  }

  /** Whether everything that the demo shows has worked. */
  boolean complete() {
    return sum("failed") == 0 && PATTERNS.stream().allMatch(name -> pattern(name) > 0);
  }
}
