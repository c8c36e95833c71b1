package io.weft.topic;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.weft.call.CallFailure;
import io.weft.contract.Code;
import io.weft.stream.InboundStream;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A typed topic, or a pattern of topics.
 *
 * <pre>{@code
 * mesh.topic("prices.eur", Price.class).publish(price);
 * mesh.topic("prices.*", Price.class).subscribe(event -> show(event.topic(), event.value()));
 * mesh.topic("orders.>", Order.class).subscribe(SubscribeOptions.group("workers"), this::work);
 * }</pre>
 *
 * <p>Names are tokens of printable ASCII separated by dots, at most 255 characters. To subscribe,
 * {@code *} stands for exactly one token and {@code >} at the end for one or more. An event reaches
 * each subscriber at most once; events of one publishing thread arrive in order; losses are told as
 * {@link Gap}s. Cheap to make; safe on any thread.
 *
 * @param <T> the type of events: a record or sealed interface with {@code @MeshEvent} or of a
 *     contract, String, Double, Float, Integer, Long, Boolean, {@code byte[]}, Buffer, JsonObject,
 *     JsonArray, Instant or Duration
 */
public final class Topic<T> {
  private final Topics topics;
  private final String name;
  private final EventType<T> type;
  private final @Nullable String publishFlaw;

  Topic(Topics topics, String name, EventType<T> type) {
    this.topics = topics;
    this.name = Patterns.checkPattern(name);
    this.type = type;
    this.publishFlaw = Patterns.flaw(name, false);
  }

  /**
   * The name.
   *
   * @return a topic or a pattern
   */
  public String name() {
    return name;
  }

  /**
   * Publishes an event to every subscriber and to one member of each group. The value is encoded or
   * copied before this returns. Baggage of the current call travels with it. Any thread; does not
   * block.
   *
   * @param value the event
   * @return completes when the event is handed to the links and to the subscriptions of this node,
   *     not when anybody has handled it; fails with a {@link CallFailure}: INVALID_ARGUMENT when
   *     the name has wildcards or the value cannot be encoded, RESOURCE_EXHAUSTED when the event is
   *     too large (nobody gets it) or the way to a node is full (other nodes get it), UNAVAILABLE
   *     when the mesh is closed
   */
  public Future<Void> publish(T value) {
    Objects.requireNonNull(value, "value");
    if (publishFlaw != null) {
      return Future.failedFuture(
          CallFailure.notProcessed(
              Code.INVALID_ARGUMENT, "topic \"" + name + "\": " + publishFlaw));
    }
    return topics.publish(Letter.of(name, type, value, topics.node(), Topics.baggage()));
  }

  /**
   * Subscribes with {@link SubscribeOptions#defaults()}.
   *
   * @param handler called on the Vert.x context that is current now (event loop, worker or virtual
   *     thread), one event at a time; its exceptions go to the context's exception handler
   * @return the subscription, when the cluster knows of it
   */
  public Future<Subscription> subscribe(Handler<Event<T>> handler) {
    return subscribe(SubscribeOptions.defaults(), handler);
  }

  /**
   * Subscribes.
   *
   * @param options group, buffer, and who is told about gaps
   * @param handler called on the Vert.x context that is current now (event loop, worker or virtual
   *     thread), one event at a time; its exceptions go to the context's exception handler
   * @return the subscription, when the cluster knows of it; fails when it cannot be told, and then
   *     nothing is subscribed
   */
  public Future<Subscription> subscribe(SubscribeOptions options, Handler<Event<T>> handler) {
    Objects.requireNonNull(handler, "handler");
    return topics.local().subscribe(name, type, options, event -> handler.handle(cast(event)));
  }

  /**
   * Subscribes as a stream, with {@link SubscribeOptions#defaults()}.
   *
   * @return the stream, as {@link #stream(SubscribeOptions)}
   */
  public InboundStream<Event<T>> stream() {
    return stream(SubscribeOptions.defaults());
  }

  /**
   * Subscribes as a stream: {@code pause} and {@code fetch} hold events back in the buffer. They do
   * not slow publishers down: beyond the buffer events are dropped and told as a gap, before the
   * next event. Subscribes at once; {@code cancel} ends it. Return it from a streaming method to
   * relay events to a caller.
   *
   * @param options group, buffer, and who is told about gaps
   * @return the stream, on the Vert.x context that is current now; it fails when the cluster cannot
   *     be told of the subscription, and ends when the mesh is closed
   */
  public InboundStream<Event<T>> stream(SubscribeOptions options) {
    return topics.local().stream(name, type, options);
  }

  @SuppressWarnings("unchecked")
  private static <T> Event<T> cast(Object event) {
    return (Event<T>) event;
  }
}
