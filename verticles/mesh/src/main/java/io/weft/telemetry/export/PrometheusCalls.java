package io.weft.telemetry.export;

import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.ClassicHistogramBuckets;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Exemplars;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot.HistogramDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricMetadata;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import io.prometheus.metrics.model.snapshots.PrometheusNaming;
import io.prometheus.metrics.model.snapshots.Unit;
import io.weft.telemetry.CallTelemetry;
import io.weft.telemetry.metrics.Exemplar;
import io.weft.telemetry.metrics.FlowKey;
import io.weft.telemetry.metrics.Histogram;
import io.weft.telemetry.metrics.Recorders.Series;
import io.weft.telemetry.metrics.Side;
import io.weft.telemetry.trace.Tracing;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** What was measured of calls, for each scrape of Prometheus. */
final class PrometheusCalls implements MultiCollector {
  private static final double NANOS = 1e9;

  private final CallTelemetry telemetry;

  PrometheusCalls(CallTelemetry telemetry) {
    this.telemetry = telemetry;
  }

  @Override
  public MetricSnapshots collect() {
    Collection<Series> series = telemetry.recorders().series();
    List<MetricSnapshot> all = new ArrayList<>();
    for (Side side : Side.values()) {
      List<Series> mine = series.stream().filter(s -> s.key().side() == side).toList();
      if (mine.isEmpty()) {
        continue;
      }
      String prefix = CallNames.prefix(side);
      all.add(durations(side, mine));
      all.add(active(prefix + CallNames.ACTIVE, mine));
      if (CallNames.repeats(side)) {
        all.add(
            counter(
                prefix + CallNames.RETRIES, "Attempts beyond the first", mine, Series::retries));
        all.add(
            counter(prefix + CallNames.HEDGES, "Attempts beside another", mine, Series::hedges));
      }
    }
    Map<String, String> breakers = telemetry.breakers();
    if (!breakers.isEmpty()) {
      all.add(breakers(breakers));
    }
    return new MetricSnapshots(all);
  }

  private static MetricMetadata metadata(String name, String help, @Nullable Unit unit) {
    String prometheus = PrometheusNaming.prometheusName(name);
    return unit == null
        ? new MetricMetadata(prometheus, help)
        : new MetricMetadata(prometheus + "_" + unit, help, unit);
  }

  private static Labels labels(FlowKey key) {
    return Labels.of(
        "callee", key.service(),
        "caller", key.caller(),
        "rpc_method", key.rpcMethod(),
        "rpc_system_name", "weft");
  }

  private static HistogramSnapshot durations(Side side, List<Series> all) {
    List<HistogramDataPointSnapshot> points = new ArrayList<>();
    for (Series series : all) {
      series
          .outcomes()
          .forEach((outcome, histogram) -> points.add(point(series.key(), outcome, histogram)));
    }
    String help =
        switch (side) {
          case CLIENT -> "Calls as their callers see them, over all attempts";
          case ATTEMPT -> "Attempts of calls";
          case SERVER -> "Calls as the serving node sees them";
        };
    return new HistogramSnapshot(metadata(side.metric(), help, Unit.SECONDS), points);
  }

  private static HistogramDataPointSnapshot point(
      FlowKey key, String outcome, Histogram histogram) {
    Labels labels = labels(key).merge(Labels.of("rpc_status_code", outcome));
    if (!outcome.equals(Tracing.OK)) {
      labels = labels.merge(Labels.of("error_type", outcome));
    }
    List<Double> bounds = new ArrayList<>(Histogram.NORM_SECONDS);
    bounds.add(Double.POSITIVE_INFINITY);
    List<Number> counts = new ArrayList<>();
    for (long count : histogram.normCounts()) {
      counts.add(count);
    }
    return HistogramDataPointSnapshot.builder()
        .labels(labels)
        .classicHistogramBuckets(ClassicHistogramBuckets.of(bounds, counts))
        .sum(histogram.sumNanos() / NANOS)
        .exemplars(exemplars(histogram))
        .build();
  }

  private static Exemplars exemplars(Histogram histogram) {
    Exemplars.Builder all = Exemplars.builder();
    for (Exemplar exemplar : histogram.exemplars()) {
      if (exemplar != null) {
        all.exemplar(
            io.prometheus.metrics.model.snapshots.Exemplar.builder()
                .value(exemplar.nanos() / NANOS)
                .traceId(exemplar.traceId())
                .spanId(exemplar.spanId())
                .timestampMillis(exemplar.epochMillis())
                .build());
      }
    }
    return all.build();
  }

  private static GaugeSnapshot active(String name, List<Series> all) {
    List<GaugeDataPointSnapshot> points =
        all.stream()
            .map(
                s ->
                    GaugeDataPointSnapshot.builder()
                        .labels(labels(s.key()))
                        .value(s.inFlight())
                        .build())
            .toList();
    return new GaugeSnapshot(metadata(name, "Calls under way", null), points);
  }

  private static CounterSnapshot counter(
      String name, String help, List<Series> all, ToLongFunction<Series> value) {
    List<CounterDataPointSnapshot> points =
        all.stream()
            .map(
                s ->
                    CounterDataPointSnapshot.builder()
                        .labels(labels(s.key()))
                        .value(value.applyAsLong(s))
                        .build())
            .toList();
    return new CounterSnapshot(metadata(name, help, null), points);
  }

  private static GaugeSnapshot breakers(Map<String, String> states) {
    List<GaugeDataPointSnapshot> points = new ArrayList<>();
    states.forEach(
        (service, state) ->
            points.add(
                GaugeDataPointSnapshot.builder()
                    .labels(Labels.of("callee", service, "state", state))
                    .value(1)
                    .build()));
    return new GaugeSnapshot(
        metadata("weft.breaker.state", "1 for the state of each circuit breaker", null), points);
  }
}
