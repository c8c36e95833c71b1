package io.weft.node.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Vertx;
import io.weft.mesh.Mesh;
import io.weft.telemetry.export.CallMeters;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** All metrics of a node, for Prometheus: calls, links, registry, topics, event loops, JVM. */
public final class NodeMetrics implements AutoCloseable {
  /** The plain format. */
  public static final String TEXT = "text/plain; version=0.0.4; charset=utf-8";

  /** The format with exemplars. */
  public static final String OPEN_METRICS =
      "application/openmetrics-text; version=1.0.0; charset=utf-8";

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final LoopLag lag;

  /**
   * Starts measuring.
   *
   * @param vertx its event loops are watched
   * @param mesh the node's part in the mesh
   */
  public NodeMetrics(Vertx vertx, Mesh mesh) {
    lag = new LoopLag(vertx);
    new CallMeters(mesh.telemetry()).bindTo(registry);
    new MeshMeters(mesh).bindTo(registry);
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ClassLoaderMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
    Gauge.builder("weft.eventloop.lag", lag, LoopLag::takeSeconds)
        .baseUnit("seconds")
        .description("How late the latest event loop ran, at most since the last scrape")
        .register(registry);
  }

  /**
   * Which format a client gets.
   *
   * @param accept its Accept header, null for none
   * @return {@link #OPEN_METRICS} if it asks for that, else {@link #TEXT}
   */
  public static String format(@Nullable String accept) {
    boolean open =
        accept != null && accept.toLowerCase(Locale.ROOT).contains("application/openmetrics-text");
    return open ? OPEN_METRICS : TEXT;
  }

  /**
   * All values now.
   *
   * @param format {@link #TEXT} or {@link #OPEN_METRICS}
   * @return the text
   */
  public String scrape(String format) {
    return registry.scrape(format);
  }

  @Override
  public void close() {
    lag.close();
    registry.close();
  }
}
