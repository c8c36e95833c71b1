package io.weft.junit5;

import io.vertx.core.Vertx;
import io.vertx.core.eventbus.DeliveryContext;
import io.vertx.core.eventbus.EventBus;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Loses and delays batches, in interceptors of the nodes' event buses: a loss at the sender, a
 * delay at the receiver, since a sender writes its next batch into the same array.
 */
final class Wire {
  /** How the addresses of lanes begin; the node's id follows. */
  private static final String LANES = "weft.lane.";

  private static final String HEADER = "weft-junit5";

  private final LocalCluster cluster;
  private final List<BatchFault> faults;
  private final Map<String, Integer> indexes = new ConcurrentHashMap<>();

  /** The pairs that were ever delayed: their batches keep in line behind the delayed ones. */
  private final Set<String> inLine = ConcurrentHashMap.newKeySet();

  Wire(LocalCluster cluster, List<BatchFault> faults) {
    this.cluster = cluster;
    this.faults = faults;
  }

  void attach(Vertx vertx, String id, int index) {
    indexes.put(id, index);
    EventBus bus = vertx.eventBus();
    bus.addOutboundInterceptor(delivery -> send(delivery, id, index));
    Map<String, Line> lines = new ConcurrentHashMap<>();
    bus.addInboundInterceptor(delivery -> receive(delivery, vertx, lines));
  }

  private void send(DeliveryContext<Object> delivery, String id, int from) {
    String receiver = receiver(delivery.message().address());
    Integer to = receiver == null ? null : indexes.get(receiver);
    if (receiver == null || to == null || id.equals(receiver)) {
      delivery.next();
      return;
    }
    if (!cluster.sees(id, receiver)) {
      return;
    }
    long delay = 0;
    for (BatchFault fault : faults) {
      if (fault.covers(from, to) && fault.hitsNext()) {
        if (fault.delayMillis() == 0) {
          return;
        }
        delay += fault.delayMillis();
      }
    }
    String pair = from + ">" + to;
    if (delay > 0) {
      inLine.add(pair);
    }
    if (delay > 0 || inLine.contains(pair)) {
      delivery.message().headers().set(HEADER, from + ":" + delay);
    }
    delivery.next();
  }

  private static @Nullable String receiver(String address) {
    if (!address.startsWith(LANES)) {
      return null;
    }
    int end = address.indexOf('.', LANES.length());
    return end < 0 ? null : address.substring(LANES.length(), end);
  }

  private static void receive(
      DeliveryContext<Object> delivery, Vertx vertx, Map<String, Line> lines) {
    String address = delivery.message().address();
    String header = address.startsWith(LANES) ? delivery.message().headers().get(HEADER) : null;
    if (header == null) {
      delivery.next();
      return;
    }
    int colon = header.indexOf(':');
    String key = header.substring(0, colon) + ">" + address;
    long delay = Long.parseLong(header.substring(colon + 1));
    lines.computeIfAbsent(key, k -> new Line(vertx)).take(delivery, delay);
  }

  /** What one lane has still to get from one node. On the lane's thread. */
  private static final class Line {
    private final Vertx vertx;
    private final Deque<Held> waiting = new ArrayDeque<>();

    private record Held(DeliveryContext<Object> delivery, long dueNanos) {}

    Line(Vertx vertx) {
      this.vertx = vertx;
    }

    void take(DeliveryContext<Object> delivery, long delayMillis) {
      if (delayMillis == 0 && waiting.isEmpty()) {
        delivery.next();
        return;
      }
      waiting.add(new Held(delivery, System.nanoTime() + delayMillis * 1_000_000));
      if (waiting.size() == 1) {
        arm();
      }
    }

    private void arm() {
      long left = waiting.getFirst().dueNanos() - System.nanoTime();
      vertx.setTimer(Math.max(1, (left + 999_999) / 1_000_000), timer -> release());
    }

    private void release() {
      while (!waiting.isEmpty() && waiting.getFirst().dueNanos() - System.nanoTime() <= 0) {
        waiting.removeFirst().delivery().next();
      }
      if (!waiting.isEmpty()) {
        arm();
      }
    }
  }
}
