package io.weft.node.admin;

import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.core.streams.ReadStream;
import io.vertx.ext.web.RoutingContext;
import io.weft.call.Trail;
import io.weft.stream.InboundStream;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An answer of many lines, one JSON value each. For people with curl the lines are the values, and
 * a failure is a last line {@code {"error":…}}. A client that asks for {@link #FRAMES} gets {@code
 * {"item":…}} lines and an {@code {"end":true}} or {@code {"error":…}}, so that it can tell them
 * apart.
 */
final class JsonLines {
  static final String FRAMES = "application/vnd.weft.frames+json";
  private static final String LINES = "application/x-ndjson";

  /** Knows more about a failure than the failure itself. */
  interface Cause {
    Throwable better(Throwable cause);
  }

  private final RoutingContext ctx;
  private final HttpServerResponse response;
  private final boolean frames;
  private boolean over;
  private @Nullable Trail trail;

  JsonLines(RoutingContext ctx) {
    this.ctx = ctx;
    this.response = ctx.response();
    String accept = ctx.request().getHeader("Accept");
    this.frames = accept != null && accept.contains(FRAMES);
  }

  /** Starts the answer before the first value is there. */
  void open() {
    if (!response.headWritten()) {
      response.setChunked(true).putHeader("Content-Type", frames ? FRAMES : LINES);
      response.writeHead();
    }
  }

  /** Tells a client that can take a failure later that the call is under way, and for how long. */
  void started(long deadlineMillis) {
    if (frames) {
      response.putHeader("Weft-Deadline-Millis", Long.toString(deadlineMillis));
      open();
    }
  }

  /** Tells at the end why the call went the way it went. */
  void explain(@Nullable Trail why) {
    trail = frames ? why : null;
  }

  private void explained() {
    if (trail != null) {
      line(new JsonObject().put("trail", new JsonArray(trail.lines())));
      trail = null;
    }
  }

  /** Sends a stream; a client that reads slowly slows the stream, one that goes away cancels it. */
  <T> void send(ReadStream<T> stream, Function<T, @Nullable Object> toJson, Cause why) {
    onClose(() -> cancel(stream));
    stream.exceptionHandler(cause -> fail(why.better(cause)));
    stream.endHandler(end -> end());
    stream.handler(
        item -> {
          try {
            item(toJson.apply(item));
          } catch (RuntimeException e) {
            fail(e);
            cancel(stream);
          }
          whenFull(stream);
        });
  }

  private static void cancel(ReadStream<?> stream) {
    if (stream instanceof InboundStream<?> inbound) {
      inbound.cancel();
    }
  }

  /** Whether the client reads slower than it is written to; then {@link #whenFull} resumes. */
  boolean full() {
    return !over && response.writeQueueFull();
  }

  /** Stops a stream until a client that reads slowly has caught up. */
  void whenFull(ReadStream<?> stream) {
    if (!over && response.writeQueueFull()) {
      stream.pause();
      response.drainHandler(drained -> stream.resume());
    }
  }

  /** Tells when the client goes away before the end. */
  void onClose(Runnable action) {
    Runnable gone =
        () -> {
          if (!over) {
            over = true;
            action.run();
          }
        };
    response.closeHandler(closed -> gone.run());
    response.exceptionHandler(failure -> gone.run());
  }

  void item(@Nullable Object value) {
    if (!over) {
      line(frames ? new JsonObject().put("item", value) : value);
    }
  }

  void end() {
    if (over) {
      return;
    }
    explained();
    if (frames) {
      line(new JsonObject().put("end", true));
    }
    open();
    over = true;
    response.end();
  }

  void fail(Throwable cause) {
    if (over) {
      return;
    }
    explained();
    if (!response.headWritten()) {
      over = true;
      Answers.fail(ctx, cause);
      return;
    }
    line(Answers.error(cause));
    over = true;
    response.end();
  }

  private void line(@Nullable Object value) {
    open();
    response.write(Json.encodeToBuffer(value).appendByte((byte) '\n'));
  }
}
