package io.weft.telemetry.metrics;

import io.weft.call.Spec;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The flows of one thread. */
final class Shelf {
  /** Names of nodes change with each of their lives; methods do not. */
  private static final int MOST_NODES = 64;

  private final Recorders recorders;
  private final Map<Side, Map<Spec.Name, Flow>> flows = new EnumMap<>(Side.class);
  private final Map<Side, Flow> others = new EnumMap<>(Side.class);
  private final Map<String, String> nodes = new HashMap<>();
  private final ConcurrentLinkedQueue<Flow> all = new ConcurrentLinkedQueue<>();
  private @Nullable String lastNode;
  private String lastName = FlowKey.OTHER;

  Shelf(Recorders recorders) {
    this.recorders = recorders;
    for (Side side : Side.values()) {
      flows.put(side, new HashMap<>());
    }
  }

  Collection<Flow> flows() {
    return all;
  }

  Flow flow(Side side, Spec.Name name, String caller) {
    Map<Spec.Name, Flow> bySide = Objects.requireNonNull(flows.get(side));
    Flow first = bySide.get(name);
    for (Flow flow = first; flow != null; flow = flow.next) {
      if (flow.key().caller().equals(caller)) {
        return flow;
      }
    }
    return fresh(bySide, first, name, new FlowKey(side, caller, name.service(), name.method()));
  }

  private Flow fresh(
      Map<Spec.Name, Flow> bySide, @Nullable Flow first, Spec.Name name, FlowKey key) {
    if (!recorders.admits(key)) {
      return others.computeIfAbsent(
          key.side(), side -> add(new FlowKey(side, FlowKey.OTHER, FlowKey.OTHER, FlowKey.OTHER)));
    }
    Flow flow = add(key);
    flow.next = first;
    bySide.put(name, flow);
    return flow;
  }

  private Flow add(FlowKey key) {
    Flow flow = new Flow(key);
    all.add(flow);
    return flow;
  }

  /** The name of a node that calls. */
  String nodeName(@Nullable String id, UnaryOperator<@Nullable String> names) {
    if (id == null) {
      return FlowKey.OTHER;
    }
    if (!id.equals(lastNode)) {
      lastName = lookUp(id, names);
      lastNode = id;
    }
    return lastName;
  }

  private String lookUp(String id, UnaryOperator<@Nullable String> names) {
    String known = nodes.get(id);
    if (known != null) {
      return known;
    }
    String name = nodes.size() < MOST_NODES ? names.apply(id) : null;
    if (name == null) {
      return FlowKey.OTHER;
    }
    nodes.put(id, name);
    return name;
  }
}
