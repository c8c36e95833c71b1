package io.weft.telemetry.metrics;

import io.netty.util.concurrent.FastThreadLocal;
import io.weft.call.Policy;
import io.weft.call.Spec;
import io.weft.contract.Code;
import io.weft.telemetry.trace.Tracing;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * All that was measured on a node. Each lane's thread writes to recorders of its own, so a call
 * costs no contended operation; whoever reads adds them up.
 */
public final class Recorders {
  private final int most;
  private final Set<FlowKey> known = ConcurrentHashMap.newKeySet();
  private final List<Shelf> shelves = new CopyOnWriteArrayList<>();
  private final FastThreadLocal<Shelf> mine =
      new FastThreadLocal<>() {
        @Override
        protected Shelf initialValue() {
          Shelf shelf = new Shelf(Recorders.this);
          shelves.add(shelf);
          return shelf;
        }
      };

  /**
   * Creates recorders.
   *
   * @param most how many combinations of caller and method are told apart on each side
   */
  public Recorders(int most) {
    this.most = most;
  }

  /**
   * Measures calls as their callers see them.
   *
   * @param node the caller of calls that no handler makes
   * @return looks at each call of this node once
   */
  public Policy logical(String node) {
    return new ClientMetrics(this, node);
  }

  /**
   * Measures attempts.
   *
   * @param node the caller of calls that no handler makes
   * @return looks at each attempt
   */
  public Policy attempt(String node) {
    return new AttemptMetrics(this, node);
  }

  /**
   * Measures served calls.
   *
   * @param names finds the name of a calling node by its id
   * @return looks at each call that this node serves
   */
  public Policy server(UnaryOperator<@Nullable String> names) {
    return new ServerMetrics(this, names);
  }

  Flow flow(Side side, Spec.Name name, String caller) {
    return mine.get().flow(side, name, caller);
  }

  Shelf shelf() {
    return mine.get();
  }

  /** Whether a key is one of those that are told apart. */
  boolean admits(FlowKey key) {
    if (known.contains(key)) {
      return true;
    }
    // Several threads may add at once: the bound holds but for a handful.
    return known.size() < most * Side.values().length && known.add(key);
  }

  /**
   * The calls of one caller to one method.
   *
   * @param key who calls what
   * @param inFlight how many are under way
   * @param retries attempts beyond the first since the start
   * @param hedges attempts beside another one since the start
   * @param outcomes durations by outcome; {@code Tracing.OK} for success, else the name of the code
   */
  public record Series(
      FlowKey key, long inFlight, long retries, long hedges, Map<String, Histogram> outcomes) {
    /**
     * How many calls ended.
     *
     * @return since the start
     */
    public long count() {
      return outcomes.values().stream().mapToLong(Histogram::count).sum();
    }

    /**
     * How many calls failed.
     *
     * @return since the start
     */
    public long failed() {
      Histogram ok = outcomes.get(Tracing.OK);
      return count() - (ok == null ? 0 : ok.count());
    }
  }

  /**
   * What was measured so far.
   *
   * @return a snapshot; any thread
   */
  public Collection<Series> series() {
    Map<FlowKey, List<Flow>> flows = new LinkedHashMap<>();
    for (Shelf shelf : shelves) {
      for (Flow flow : shelf.flows()) {
        flows.computeIfAbsent(flow.key(), key -> new ArrayList<>()).add(flow);
      }
    }
    List<Series> all = new ArrayList<>();
    flows.forEach((key, parts) -> all.add(sum(key, parts)));
    return all;
  }

  private static Series sum(FlowKey key, List<Flow> parts) {
    long inFlight = 0;
    long retries = 0;
    long hedges = 0;
    Map<String, Histogram> outcomes = new LinkedHashMap<>();
    for (Flow flow : parts) {
      inFlight += flow.inFlight();
      retries += flow.retries();
      hedges += flow.hedges();
      add(flow.recorder(null), Tracing.OK, outcomes);
      for (Code code : Code.values()) {
        add(flow.recorder(code), code.name(), outcomes);
      }
    }
    return new Series(key, inFlight, retries, hedges, outcomes);
  }

  private static void add(
      @Nullable Recorder recorder, String outcome, Map<String, Histogram> outcomes) {
    if (recorder != null) {
      recorder.addTo(outcomes.computeIfAbsent(outcome, name -> new Histogram()));
    }
  }
}
