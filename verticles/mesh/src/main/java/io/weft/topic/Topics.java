package io.weft.topic;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.internal.ContextInternal;
import io.vertx.core.internal.VertxInternal;
import io.weft.call.CallContext;
import io.weft.call.CallFailure;
import io.weft.call.Metadata;
import io.weft.contract.Code;
import io.weft.stream.InboundStream;
import io.weft.telemetry.trace.TraceContext;
import io.weft.topic.Cluster.Interest;
import io.weft.topic.Routes.Route;
import io.weft.topic.Strands.Head;
import io.weft.wire.Reader;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;

/**
 * All topics of a node: typed ones, raw ones for bridges and the command line, and what arrives
 * from other nodes. All methods are safe on any thread and do not block.
 */
public final class Topics {
  private static final long MARK_MILLIS = 100;

  /**
   * What happened since the start.
   *
   * @param published events published on this node
   * @param received events that came from other nodes
   * @param delivered events handed to subscribers of this node
   * @param dropped events dropped in front of a subscriber: buffer full, or bytes damaged
   * @param lost events lost on the way here, as far as their number is known
   * @param mismatched events not delivered because the subscriber expects another type
   * @param damaged frames and payloads that could not be read
   */
  public record Stats(
      long published,
      long received,
      long delivered,
      long dropped,
      long lost,
      long mismatched,
      long damaged) {}

  private final ContextInternal timers;
  private final String node;
  private final Routes routes;
  private final Strands strands;
  private final Publishers publishers = new Publishers();
  private final LocalSubscriptions local;
  private final Map<Class<?>, EventType<?>> types = new ConcurrentHashMap<>();
  private final Set<String> behind = ConcurrentHashMap.newKeySet();
  private volatile BiConsumer<String, byte[]> typed = (type, descriptors) -> {};
  private volatile boolean closed;

  /**
   * Creates the topics of a node.
   *
   * @param vertx runs the subscribers
   * @param node this node's id
   * @param cluster the way to the other nodes
   * @param maxEventBytes the largest event on the wire in bytes, with topic and type; an event that
   *     stays on this node is not bounded
   */
  public Topics(Vertx vertx, String node, Cluster cluster, int maxEventBytes) {
    VertxInternal internal = (VertxInternal) vertx;
    this.timers = internal.createEventLoopContext();
    this.node = node;
    this.routes = new Routes(node);
    this.strands = new Strands(cluster, maxEventBytes);
    this.local = new LocalSubscriptions(internal, cluster, routes);
  }

  /**
   * A typed topic.
   *
   * @param name a topic, or a pattern to subscribe to
   * @param type the type of its events
   * @param <T> the type of its events
   * @return the topic
   * @throws IllegalArgumentException when the name is malformed or the type has no codec
   * @throws UncheckedIOException when the generated description of the type cannot be read
   */
  @SuppressWarnings("unchecked")
  public <T> Topic<T> topic(String name, Class<T> type) {
    return new Topic<>(this, name, (EventType<T>) type(type));
  }

  private EventType<?> type(Class<?> type) {
    EventType<?> known = types.get(type);
    if (known != null) {
      return known;
    }
    EventType<?> found = EventType.of(type);
    byte[] descriptors = found.descriptors();
    EventType<?> twin = types.putIfAbsent(type, found);
    if (twin == null && descriptors.length > 0) {
      typed.accept(found.name(), descriptors);
    }
    return twin == null ? found : twin;
  }

  /**
   * Connects who is told what the events of this node look like. Connect before the first topic.
   *
   * @param listener gets the full protobuf name of a type with {@code @MeshEvent} and its
   *     serialized {@code FileDescriptorSet}, once for each Java class, when the first topic of it
   *     is made; on any thread; must neither block nor throw
   */
  public void onType(BiConsumer<String, byte[]> listener) {
    typed = listener;
  }

  /**
   * Publishes an event as bytes. As {@link Topic#publish}.
   *
   * @param topic a topic without wildcards
   * @param typeName the full protobuf name of its type
   * @param bytes the protobuf message; copied
   * @return completes when the event is handed over; fails as {@link Topic#publish}
   */
  public Future<Void> publish(String topic, String typeName, byte[] bytes) {
    String flaw = Patterns.flaw(topic, false);
    if (flaw != null) {
      return failed(Code.INVALID_ARGUMENT, "topic \"" + Patterns.shown(topic) + "\": " + flaw);
    }
    flaw = Patterns.flaw(typeName, false);
    if (flaw != null) {
      return failed(
          Code.INVALID_ARGUMENT, "type name \"" + Patterns.shown(typeName) + "\": " + flaw);
    }
    return publish(Letter.of(topic, typeName, bytes.clone(), node, baggage()));
  }

  /**
   * Subscribes to events of all types, as bytes. As {@link Topic#subscribe(SubscribeOptions,
   * Handler)}.
   *
   * @param pattern a topic or a pattern
   * @param options group, buffer, and who is told about gaps
   * @param handler called on the current Vert.x context, one event at a time
   * @return the subscription, when the cluster knows of it; fails with INVALID_ARGUMENT when the
   *     pattern is malformed
   */
  public Future<Subscription> subscribeRaw(
      String pattern, SubscribeOptions options, Handler<RawEvent> handler) {
    Objects.requireNonNull(handler, "handler");
    String flaw = Patterns.flaw(pattern, true);
    return flaw != null
        ? failed(Code.INVALID_ARGUMENT, "topic \"" + Patterns.shown(pattern) + "\": " + flaw)
        : local.subscribe(
            pattern, EventType.RAW, options, event -> handler.handle((RawEvent) event));
  }

  /**
   * Subscribes to events of all types as a stream of bytes. As {@link
   * Topic#stream(SubscribeOptions)}.
   *
   * @param pattern a topic or a pattern
   * @param options group, buffer, and who is told about gaps
   * @return the stream
   * @throws IllegalArgumentException when the pattern is malformed
   */
  public InboundStream<RawEvent> streamRaw(String pattern, SubscribeOptions options) {
    return local.stream(Patterns.checkPattern(pattern), EventType.RAW, options);
  }

  /**
   * Takes what {@link Cluster#send} of another node sent to this one. Frames of one strand must
   * come in order, by one thread at a time; a lane's event loop will do. Never throws for bad
   * bytes.
   *
   * @param publisher the id of the sending node
   * @param incarnation which start of that node it is: one greater than before numbers anew
   * @param frame the bytes; read during this call only
   */
  public void receive(String publisher, long incarnation, Reader frame) {
    boolean counted = false;
    try {
      Head head = Head.read(frame);
      long missing = publishers.arrived(publisher, incarnation, head, routes.epoch());
      if (missing != 0) {
        local.lost(publisher, Math.max(0, missing));
      }
      if (!head.mark()) {
        counted = true;
        local.counters().received.increment();
        local.dispatch(Letter.read(publisher, frame, head.baggage()), head.groups());
      }
    } catch (RuntimeException e) {
      local.damaged("event frame from node " + publisher, e);
      if (counted) {
        local.lost(publisher, 1);
      }
    }
  }

  /**
   * Takes the interests of the other nodes; those of this node are ignored.
   *
   * @param interests all of them; replaces the former ones
   */
  public void interest(Collection<Interest> interests) {
    routes.replace(interests).forEach(strands::forgetTarget);
  }

  /**
   * Tells which nodes the mesh has. Of those that are gone, the last 256 are remembered as
   * publishers, in case they are only out of sight.
   *
   * @param nodes the ids of all nodes
   */
  public void members(Set<String> nodes) {
    publishers.members(nodes);
  }

  /**
   * Tells that events sent to a node may not have arrived: the node is shown what it should have
   * got, so that its subscribers hear of the loss even when no event follows. Done by itself after
   * a {@link Cluster#send} that returned false.
   *
   * @param target the node's id
   */
  public void undelivered(String target) {
    if (!strands.mark(target) && !closed && behind.add(target)) {
      timers.setTimer(
          MARK_MILLIS,
          id -> {
            behind.remove(target);
            undelivered(target);
          });
    }
  }

  /**
   * What this node subscribes to.
   *
   * @return each entry once
   */
  public List<Interest> subscriptions() {
    return routes.mine();
  }

  /**
   * The counters.
   *
   * @return a snapshot
   */
  public Stats stats() {
    return local.counters().stats();
  }

  /**
   * Closes all subscriptions; streams end. Publishing fails with UNAVAILABLE from now on.
   *
   * @return completes when the cluster knows
   */
  public Future<Void> close() {
    closed = true;
    return local.close();
  }

  String node() {
    return node;
  }

  LocalSubscriptions local() {
    return local;
  }

  Future<Void> publish(Letter letter) {
    if (closed) {
      return failed(Code.UNAVAILABLE, "the mesh of node " + node + " is closed");
    }
    Route route = routes.route(letter.topic());
    int[] chosen = route.choose(letter.type());
    List<String> unsent = List.of();
    if (!route.targets().isEmpty()) {
      try {
        unsent = strands.send(letter, route, chosen);
      } catch (CallFailure nobodyGetsIt) {
        return Future.failedFuture(nobodyGetsIt);
      }
    }
    local.counters().published.increment();
    LocalSubscriptions.deliver(letter, route, chosen);
    return unsent.isEmpty() ? Future.succeededFuture() : unsent(letter.topic(), unsent);
  }

  private Future<Void> unsent(String topic, List<String> nodes) {
    nodes.forEach(this::undelivered);
    return Future.failedFuture(
        CallFailure.unknown(
            Code.RESOURCE_EXHAUSTED,
            "topic " + topic + ": the way to nodes " + nodes + " is full, others got the event"));
  }

  private static <T> Future<T> failed(Code code, String message) {
    return Future.failedFuture(CallFailure.notProcessed(code, message));
  }

  /** The pairs that an event inherits from the call in which it is published. */
  static Map<String, String> baggage() {
    CallContext current = CallContext.current();
    Map<String, String> pairs = current == null ? Map.of() : current.baggage();
    String trace = TraceContext.traceparent();
    if (trace == null) {
      return pairs;
    }
    Map<String, String> traced = new HashMap<>(pairs);
    traced.put(Metadata.TRACEPARENT, trace);
    return Map.copyOf(traced);
  }
}
