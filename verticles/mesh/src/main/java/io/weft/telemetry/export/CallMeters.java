package io.weft.telemetry.export;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.weft.telemetry.CallTelemetry;
import io.weft.telemetry.metrics.FlowKey;
import io.weft.telemetry.metrics.Histogram;
import io.weft.telemetry.metrics.Recorders.Series;
import io.weft.telemetry.trace.Tracing;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Shows what was measured of calls to a Micrometer registry. A Prometheus registry gets histograms
 * in the norm's buckets, with exemplars; others get count and total of each series. Calls do not
 * pass through Micrometer: a registry reads when it publishes.
 *
 * <p>Registries other than Prometheus learn of new series by {@link #refresh}.
 */
public final class CallMeters implements MeterBinder {
  private final CallTelemetry telemetry;
  private final Set<String> bound = ConcurrentHashMap.newKeySet();

  /**
   * Prepares the meters of a node.
   *
   * @param telemetry what was measured
   */
  public CallMeters(CallTelemetry telemetry) {
    this.telemetry = telemetry;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    if (prometheus(registry)) {
      Prometheus.bind(telemetry, registry);
    } else {
      refresh(registry);
    }
    FunctionCounter.builder("weft.ejections", telemetry, CallTelemetry::ejections)
        .description("Instances that were left alone for failing")
        .register(registry);
  }

  /** Without the class: its jar is optional. */
  private static boolean prometheus(MeterRegistry registry) {
    return registry
        .getClass()
        .getName()
        .equals("io.micrometer.prometheusmetrics.PrometheusMeterRegistry");
  }

  /** Loaded only when the registry is there. */
  private static final class Prometheus {
    static void bind(CallTelemetry telemetry, MeterRegistry registry) {
      ((PrometheusMeterRegistry) registry)
          .getPrometheusRegistry()
          .register(new PrometheusCalls(telemetry));
    }
  }

  /**
   * Adds meters for series that are new since the last time: once for each step of the registry
   * will do. Not for Prometheus registries, which see all series by themselves.
   *
   * @param registry where to
   */
  public void refresh(MeterRegistry registry) {
    for (Series series : telemetry.recorders().series()) {
      FlowKey key = series.key();
      Tags tags = tags(key);
      if (bound.add(key.toString())) {
        gauges(registry, key, tags);
      }
      for (String outcome : series.outcomes().keySet()) {
        if (bound.add(key + outcome)) {
          timer(registry, key, outcome, tags);
        }
      }
    }
  }

  private static Tags tags(FlowKey key) {
    return Tags.of(
        Tag.of("rpc.system.name", "weft"),
        Tag.of("rpc.method", key.rpcMethod()),
        Tag.of("caller", key.caller()),
        Tag.of("callee", key.service()));
  }

  private void timer(MeterRegistry registry, FlowKey key, String outcome, Tags tags) {
    Tags all = tags.and("rpc.status_code", outcome);
    FunctionTimer.builder(
            key.side().metric(),
            this,
            self -> self.histogram(key, outcome, Histogram::count),
            self -> self.histogram(key, outcome, Histogram::sumNanos),
            TimeUnit.NANOSECONDS)
        .tags(outcome.equals(Tracing.OK) ? all : all.and("error.type", outcome))
        .register(registry);
  }

  private long histogram(FlowKey key, String outcome, ToLongFunction<Histogram> value) {
    Series series = series(key);
    Histogram histogram = series == null ? null : series.outcomes().get(outcome);
    return histogram == null ? 0 : value.applyAsLong(histogram);
  }

  private @Nullable Series series(FlowKey key) {
    return telemetry.recorders().series().stream()
        .filter(s -> s.key().equals(key))
        .findFirst()
        .orElse(null);
  }

  private void gauges(MeterRegistry registry, FlowKey key, Tags tags) {
    String prefix = CallNames.prefix(key.side());
    ToDoubleFunction<CallMeters> active = self -> self.flow(key, Series::inFlight);
    Gauge.builder(prefix + CallNames.ACTIVE, this, active).tags(tags).register(registry);
    if (CallNames.repeats(key.side())) {
      FunctionCounter.builder(
              prefix + CallNames.RETRIES, this, self -> self.flow(key, Series::retries))
          .tags(tags)
          .register(registry);
      FunctionCounter.builder(
              prefix + CallNames.HEDGES, this, self -> self.flow(key, Series::hedges))
          .tags(tags)
          .register(registry);
    }
  }

  private double flow(FlowKey key, ToLongFunction<Series> value) {
    Series series = series(key);
    return series == null ? 0 : value.applyAsLong(series);
  }
}
