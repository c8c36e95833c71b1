package io.weft.node.watch;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.weft.telemetry.metrics.FlowKey;
import io.weft.telemetry.metrics.Recorders.Series;
import io.weft.telemetry.metrics.Side;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Map;
import java.util.TreeMap;

/** Who called whom in the last minute. Not for many threads at once. */
public final class EdgeHistory {
  /** How often {@link #add} should be called. */
  public static final long STEP_MILLIS = 5_000;

  private static final long SECOND = 1_000_000_000L;
  private static final long MINUTE = 60 * SECOND;

  private final Deque<Sample> samples = new ArrayDeque<>();

  /** Before the first call. */
  public EdgeHistory() {}

  private record Edge(String caller, String callee) implements Comparable<Edge> {
    @Override
    public int compareTo(Edge other) {
      int byCaller = caller.compareTo(other.caller);
      return byCaller == 0 ? callee.compareTo(other.callee) : byCaller;
    }
  }

  private record Total(long calls, long failed) {
    static final Total NONE = new Total(0, 0);

    Total plus(Total other) {
      return new Total(calls + other.calls, failed + other.failed);
    }
  }

  private record Sample(long nanos, Map<Edge, Total> totals) {}

  /**
   * Notes what was counted so far.
   *
   * @param series all series of the node
   * @param nowNanos a moment of the clock
   */
  public synchronized void add(Collection<Series> series, long nowNanos) {
    samples.addLast(sample(series, nowNanos));
    // One sample older than a minute stays: the difference to it is the last minute.
    while (samples.size() > 2 && nowNanos - second().nanos() >= MINUTE) {
      samples.removeFirst();
    }
  }

  private Sample second() {
    var all = samples.iterator();
    all.next();
    return all.next();
  }

  private static Sample sample(Collection<Series> series, long now) {
    Map<Edge, Total> totals = new TreeMap<>();
    for (Series one : series) {
      FlowKey key = one.key();
      if (key.side() == Side.CLIENT) {
        Total total = new Total(one.count(), one.failed());
        totals.merge(new Edge(key.caller(), key.service()), total, Total::plus);
      }
    }
    return new Sample(now, totals);
  }

  /**
   * The edges.
   *
   * @param series all series of the node now
   * @param nowNanos a moment of the clock
   * @return {@code [{"caller","callee","calls","failed","seconds"}]}; without those that were idle
   */
  public synchronized JsonArray edges(Collection<Series> series, long nowNanos) {
    Sample now = sample(series, nowNanos);
    Sample before = samples.isEmpty() ? new Sample(nowNanos, Map.of()) : samples.getFirst();
    double seconds = Math.max(1, (nowNanos - before.nanos()) / (double) SECOND);
    JsonArray edges = new JsonArray();
    now.totals()
        .forEach(
            (edge, total) -> {
              Total old = before.totals().getOrDefault(edge, Total.NONE);
              if (total.calls() > old.calls()) {
                edges.add(
                    new JsonObject()
                        .put("caller", edge.caller())
                        .put("callee", edge.callee())
                        .put("calls", total.calls() - old.calls())
                        .put("failed", total.failed() - old.failed())
                        .put("seconds", seconds));
              }
            });
    return edges;
  }
}
