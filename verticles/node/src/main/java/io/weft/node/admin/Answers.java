package io.weft.node.admin;

import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import io.weft.call.CallFailure;
import io.weft.contract.Code;
import io.weft.node.refusal.Refusal;
import io.weft.node.refusal.Refusal.Kind;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The JSON answers of the admin API. */
final class Answers {
  private static final Logger LOG = LoggerFactory.getLogger(Answers.class);

  private Answers() {}

  static void json(RoutingContext ctx, int status, @Nullable Object value) {
    HttpServerResponse response = ctx.response();
    if (response.ended() || response.closed()) {
      return;
    }
    response
        .setStatusCode(status)
        .putHeader("Content-Type", "application/json")
        .end(Json.encodeToBuffer(value).appendByte((byte) '\n'));
  }

  static void refuse(RoutingContext ctx, int status, String message) {
    json(ctx, status, error(Kind.USAGE, message));
  }

  static void fail(RoutingContext ctx, Throwable cause) {
    JsonObject error = error(cause);
    Kind kind = Kind.of(error.getJsonObject("error").getString("kind"));
    json(ctx, kind.status(), error);
  }

  /** What a failure means to the caller: {@code {"error":{"kind":…,"message":…}}}. */
  static JsonObject error(Throwable cause) {
    if (cause instanceof Refusal refusal) {
      return error(refusal.kind(), refusal.message());
    }
    if (cause instanceof CallFailure failure) {
      JsonObject answer = error(kind(failure.code()), failure.message());
      answer
          .getJsonObject("error")
          .put("code", failure.code().name())
          .put("fate", failure.fate().name())
          .put("node", failure.node());
      return answer;
    }
    LOG.error("admin request failed", cause);
    return error(Kind.FAILURE, cause.toString());
  }

  private static JsonObject error(Kind kind, String message) {
    return new JsonObject()
        .put("error", new JsonObject().put("kind", kind.name()).put("message", message));
  }

  private static Kind kind(Code code) {
    return switch (code) {
      case INVALID_ARGUMENT, OUT_OF_RANGE -> Kind.USAGE;
      case NOT_FOUND, UNIMPLEMENTED -> Kind.NOT_FOUND;
      case DEADLINE_EXCEEDED -> Kind.TIMEOUT;
      default -> Kind.FAILURE;
    };
  }
}
