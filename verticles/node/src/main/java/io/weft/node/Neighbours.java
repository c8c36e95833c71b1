package io.weft.node;

import io.weft.registry.NodeEntry;
import io.weft.registry.Registry;
import io.weft.registry.Table;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the log who is there, comes, drains and goes. Safe for all threads. */
final class Neighbours {
  private static final Logger LOG = LoggerFactory.getLogger(Neighbours.class);

  private final String self;
  private Map<String, NodeEntry> known = Map.of();

  Neighbours(String self) {
    this.self = self;
  }

  /** Tells those who are there already, then every change. */
  synchronized void watch(Registry registry) {
    registry.onChange(this::changed);
    changed(registry.table());
  }

  synchronized void changed(Table table) {
    Map<String, NodeEntry> now = new TreeMap<>();
    for (NodeEntry node : table.nodes()) {
      if (!node.node().equals(self)) {
        now.put(node.node(), node);
        tell(known.get(node.node()), node);
      }
    }
    known.values().stream()
        .filter(node -> !now.containsKey(node.node()))
        .forEach(node -> LOG.info("node {} left ({})", node.name(), node.node()));
    known = now;
  }

  private static void tell(@Nullable NodeEntry before, NodeEntry node) {
    if (before == null) {
      LOG.info("node {} is there ({})", node.name(), node.node());
    } else if (before.state() != node.state()) {
      LOG.info("node {} is {} ({})", node.name(), node.state(), node.node());
    }
  }
}
