package io.weft.node.admin;

import io.vertx.core.Vertx;
import io.vertx.core.eventbus.DeliveryOptions;
import io.vertx.core.eventbus.Message;
import io.vertx.core.eventbus.ReplyException;
import io.vertx.core.eventbus.ReplyFailure;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import io.weft.node.json.JsonReader;
import io.weft.node.refusal.Refusal;
import java.time.Duration;

/**
 * Calls of plain {@code @ProxyGen} services, as their own proxies make them: the arguments by name
 * in a JSON object, the method in a header. Nothing is known about types here.
 */
final class LegacyCalls {
  private static final Duration STANDARD = Duration.ofSeconds(5);

  private final Vertx vertx;

  LegacyCalls(Vertx vertx) {
    this.vertx = vertx;
  }

  /**
   * Makes a call.
   *
   * @param unknown what is true when nobody listens on that address
   */
  void call(RoutingContext ctx, String address, String method, Refusal unknown) {
    Duration given = CallRoute.deadline(ctx.queryParams().get("deadline"));
    Duration deadline = given == null ? STANDARD : given;
    JsonLines lines = new JsonLines(ctx);
    lines.started(deadline.toMillis());
    RequestLines.whole(ctx.request())
        .map(LegacyCalls::arguments)
        .compose(
            arguments ->
                vertx
                    .eventBus()
                    .request(
                        address,
                        arguments,
                        new DeliveryOptions()
                            .addHeader("action", method)
                            .setSendTimeout(deadline.toMillis())))
        .map(Message::body)
        .onSuccess(
            body -> {
              lines.item(body);
              lines.end();
            })
        .onFailure(cause -> lines.fail(meaning(cause, address + "/" + method, unknown)));
  }

  private static JsonObject arguments(String text) {
    Object json = text.isBlank() ? new JsonObject() : JsonReader.parse(text);
    if (json instanceof JsonObject object) {
      return object;
    }
    throw Refusal.usage(
        "request takes an object with the arguments by name; given: " + text.strip());
  }

  private static Throwable meaning(Throwable cause, String target, Refusal unknown) {
    if (!(cause instanceof ReplyException failure)) {
      return cause;
    }
    ReplyFailure type = failure.failureType();
    if (type == ReplyFailure.NO_HANDLERS) {
      return unknown;
    }
    if (type == ReplyFailure.TIMEOUT) {
      return new Refusal(
          Refusal.Kind.TIMEOUT, target + " did not answer in time; give it longer with --deadline");
    }
    return Refusal.failure(target + " failed: " + failure.getMessage());
  }
}
