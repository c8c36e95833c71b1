package io.weft.telemetry;

import io.weft.call.Filter;
import io.weft.call.Policy;
import io.weft.telemetry.metrics.Recorders;
import io.weft.telemetry.tap.Taps;
import io.weft.telemetry.trace.Tracing;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The telemetry of one node that takes part in a mesh: what looks at calls, and what it saw. */
public final class CallTelemetry {
  private final Taps taps = new Taps();
  private final Recorders recorders;
  private final List<Filter> filters = new ArrayList<>();
  private final List<Policy> logical = new ArrayList<>();
  private final List<Policy> attempt = new ArrayList<>();
  private final List<Policy> server = new ArrayList<>();
  private volatile Supplier<Map<String, String>> breakers = Map::of;
  private volatile LongSupplier ejections = () -> 0;

  /**
   * Starts.
   *
   * @param telemetry what to do
   * @param node this node's name: the caller of calls that no handler makes
   * @param names finds the name of a node by its id
   */
  public CallTelemetry(Telemetry telemetry, String node, UnaryOperator<@Nullable String> names) {
    recorders = new Recorders(telemetry.mostSeries());
    if (telemetry.traced()) {
      Tracing tracing = new Tracing(telemetry.openTelemetry(), telemetry.rootShare());
      filters.add(tracing.filter());
      logical.add(tracing.logical());
      attempt.add(tracing.attempt());
      server.add(tracing.server());
    }
    if (telemetry.measured()) {
      logical.add(recorders.logical(node));
      logical.add(taps.policy(node));
      attempt.add(recorders.attempt(node));
      server.add(recorders.server(names));
    }
  }

  /**
   * What runs on the thread of the calling code.
   *
   * @return filters, mostly none
   */
  public List<Filter> filters() {
    return filters;
  }

  /**
   * What looks at each call of this node once.
   *
   * @return policies in order
   */
  public List<Policy> logical() {
    return logical;
  }

  /**
   * What looks at each attempt.
   *
   * @return policies in order
   */
  public List<Policy> attempt() {
    return attempt;
  }

  /**
   * What looks at each call that this node serves.
   *
   * @return policies in order
   */
  public List<Policy> server() {
    return server;
  }

  /**
   * What was measured.
   *
   * @return the recorders of all lanes
   */
  public Recorders recorders() {
    return recorders;
  }

  /**
   * Who looks at single calls.
   *
   * @return mostly nobody
   */
  public Taps taps() {
    return taps;
  }

  /**
   * Connects whoever knows the states of circuit breakers.
   *
   * @param states by full service name, for example {@code closed}
   */
  public void breakers(Supplier<Map<String, String>> states) {
    breakers = states;
  }

  /**
   * The states of circuit breakers.
   *
   * @return by full service name; empty when nobody knows
   */
  public Map<String, String> breakers() {
    return new TreeMap<>(breakers.get());
  }

  /**
   * Connects whoever counts ejections.
   *
   * @param count how often instances were ejected since the start
   */
  public void ejections(LongSupplier count) {
    ejections = count;
  }

  /**
   * How often instances were ejected.
   *
   * @return since the start; 0 when nobody counts
   */
  public long ejections() {
    return ejections.getAsLong();
  }
}
