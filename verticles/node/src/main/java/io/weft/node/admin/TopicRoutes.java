package io.weft.node.admin;

import com.google.protobuf.Descriptors.Descriptor;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.weft.call.Clock;
import io.weft.mesh.Mesh;
import io.weft.node.catalog.Catalog;
import io.weft.node.catalog.TopicTypes;
import io.weft.node.json.JsonReader;
import io.weft.node.json.JsonWriter;
import io.weft.node.refusal.Refusal;
import io.weft.stream.InboundStream;
import io.weft.topic.Gap;
import io.weft.topic.RawEvent;
import io.weft.topic.SubscribeOptions;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Publishes and subscribes by name, without the Java types of the events. */
final class TopicRoutes {
  private final Mesh mesh;
  private final TopicTypes types;

  TopicRoutes(Mesh mesh, Catalog catalog) {
    this.mesh = mesh;
    this.types = new TopicTypes(catalog, Clock.SYSTEM);
  }

  void addTo(Router router) {
    router.post("/publish/:topic").handler(this::publish);
    router.get("/subscribe/:pattern").handler(this::subscribe);
  }

  private void publish(RoutingContext ctx) {
    ctx.request().pause();
    String topic = ctx.pathParam("topic");
    TopicTypes.Interest interest = types.interest(topic);
    RequestLines.whole(ctx.request())
        .compose(
            text -> {
              Object json = JsonReader.parse(text);
              String type = type(ctx.queryParams().get("type"), json, interest, topic);
              return send(topic, type, json)
                  .map(
                      done ->
                          new JsonObject()
                              .put("topic", topic)
                              .put("type", type)
                              .put("subscriptions", interest.subscriptions()));
            })
        .onSuccess(answer -> Answers.json(ctx, 200, answer))
        .onFailure(cause -> Answers.fail(ctx, cause));
  }

  private static String type(
      @Nullable String given, @Nullable Object json, TopicTypes.Interest interest, String topic) {
    if (given != null) {
      return given;
    }
    if (interest.types().size() > 1) {
      throw Refusal.usage(
          "subscribers of "
              + topic
              + " expect different types: "
              + String.join(", ", interest.types())
              + "; say which with --type");
    }
    return interest.types().stream().findFirst().orElseGet(() -> TopicTypes.natural(json));
  }

  private Future<Void> send(String topic, String type, @Nullable Object json) {
    return types
        .descriptor(type)
        .compose(
            descriptor -> {
              if (descriptor == null) {
                throw Refusal.notFound(
                    "type "
                        + type
                        + " is in no contract that is served now, so its fields are not known");
              }
              byte[] bytes = JsonReader.read(descriptor, json, false).toByteArray();
              return mesh.topics().publish(topic, type, bytes);
            });
  }

  private void subscribe(RoutingContext ctx) {
    String pattern = ctx.pathParam("pattern");
    JsonLines lines = new JsonLines(ctx);
    InboundStream<RawEvent> events;
    try {
      SubscribeOptions options =
          options(ctx.queryParams().get("group")).onGap(gap -> lines.item(gap(gap)));
      events = mesh.topics().streamRaw(pattern, options);
    } catch (IllegalArgumentException e) {
      throw Refusal.usage(String.valueOf(e.getMessage()));
    }
    lines.open();
    Flow flow = new Flow(events, lines, types);
    lines.onClose(events::cancel);
    events.exceptionHandler(lines::fail);
    events.endHandler(end -> lines.end());
    events.handler(flow::next);
  }

  private static SubscribeOptions options(@Nullable String group) {
    return group == null ? SubscribeOptions.defaults() : SubscribeOptions.group(group);
  }

  private static JsonObject gap(Gap gap) {
    return new JsonObject()
        .put(
            "gap",
            new JsonObject()
                .put("topic", gap.topic())
                .put("publisher", gap.publisher())
                .put("count", gap.count()));
  }

  /** Events on their way out; waits for types that were not seen before and for slow readers. */
  private record Flow(InboundStream<RawEvent> events, JsonLines lines, TopicTypes types) {
    void next(RawEvent event) {
      Descriptor descriptor = types.cached(event.type());
      if (descriptor != null) {
        write(event, descriptor);
        return;
      }
      events.pause();
      types
          .descriptor(event.type())
          .onComplete(
              (found, failure) -> {
                write(event, found);
                if (!lines.full()) {
                  events.resume();
                }
              });
    }

    private void write(RawEvent event, @Nullable Descriptor descriptor) {
      JsonObject json =
          new JsonObject()
              .put("topic", event.topic())
              .put("type", event.type())
              .put("publisher", event.publisher());
      try {
        lines.item(
            descriptor == null
                ? json.put("bytes", Base64.getEncoder().encodeToString(event.bytes()))
                : json.put("value", JsonWriter.write(descriptor, event.bytes(), false)));
      } catch (Refusal damaged) {
        lines.item(json.put("error", damaged.message()));
      }
      lines.whenFull(events);
    }
  }
}
