package io.weft.node.metrics;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.weft.link.LinkStats;
import io.weft.mesh.Mesh;
import io.weft.registry.NodeEntry;
import io.weft.topic.Topics;
import java.util.function.ToLongFunction;

/** Links, registry and topics of a node. */
final class MeshMeters implements MeterBinder {
  private final Mesh mesh;

  MeshMeters(Mesh mesh) {
    this.mesh = mesh;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    link(registry, "batches.sent", LinkStats.Snapshot::batchesOut);
    link(registry, "batches.received", LinkStats.Snapshot::batchesIn);
    link(registry, "bytes.sent", LinkStats.Snapshot::bytesOut);
    link(registry, "bytes.received", LinkStats.Snapshot::bytesIn);
    link(registry, "calls.sent", LinkStats.Snapshot::callsOut);
    link(registry, "calls.received", LinkStats.Snapshot::callsIn);
    link(registry, "malformed", LinkStats.Snapshot::malformed);
    link(registry, "foreign", LinkStats.Snapshot::foreign);
    link(registry, "duplicates", LinkStats.Snapshot::duplicates);
    link(registry, "gaps", LinkStats.Snapshot::gaps);
    link(registry, "late", LinkStats.Snapshot::late);
    link(registry, "refused", LinkStats.Snapshot::refused);
    topic(registry, "published", Topics.Stats::published);
    topic(registry, "received", Topics.Stats::received);
    topic(registry, "delivered", Topics.Stats::delivered);
    topic(registry, "dropped", Topics.Stats::dropped);
    topic(registry, "lost", Topics.Stats::lost);
    topic(registry, "mismatched", Topics.Stats::mismatched);
    topic(registry, "damaged", Topics.Stats::damaged);
    for (NodeEntry.State state : NodeEntry.State.values()) {
      Gauge.builder("weft.registry.nodes", mesh, m -> nodes(m, state))
          .tag("state", state.name())
          .description("Nodes of the mesh as this one sees them")
          .register(registry);
    }
    Gauge.builder("weft.registry.services", mesh, m -> m.registry().table().services().size())
        .register(registry);
    Gauge.builder("weft.served.active", mesh, m -> m.stats().inFlight())
        .description("Calls that a drain would wait for")
        .register(registry);
  }

  private static double nodes(Mesh mesh, NodeEntry.State state) {
    return mesh.registry().table().nodes().stream().filter(n -> n.state() == state).count();
  }

  private void link(MeterRegistry registry, String name, ToLongFunction<LinkStats.Snapshot> value) {
    FunctionCounter.builder("weft.link." + name, mesh, m -> value.applyAsLong(m.stats().links()))
        .register(registry);
  }

  private void topic(MeterRegistry registry, String name, ToLongFunction<Topics.Stats> value) {
    FunctionCounter.builder("weft.topic." + name, mesh, m -> value.applyAsLong(m.stats().topics()))
        .register(registry);
  }
}
