package io.weft.node.admin;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.weft.node.admin.AdminTarget.Phase;
import io.weft.node.config.Settings;
import io.weft.node.refusal.Refusal;
import java.time.Duration;

/**
 * Health, from local state only: what the whole cluster thinks would take every node down at once.
 * An answer of {@code /health/live} is the proof itself, since the event loop gives it.
 */
final class HealthRoutes {
  /** Lets the answer of a drain reach its reader before the node goes. */
  private static final long LEAVE_MILLIS = 100;

  private final AdminTarget target;
  private final Vertx vertx;

  HealthRoutes(AdminTarget target) {
    this.target = target;
    this.vertx = target.vertx();
  }

  void addTo(Router router) {
    router.get("/health/live").handler(ctx -> answer(ctx, true));
    router.get("/health/ready").handler(ctx -> answer(ctx, target.phase() == Phase.READY));
    router.get("/health/started").handler(ctx -> answer(ctx, target.phase() != Phase.STARTING));
    router.post("/drain").handler(this::drain);
  }

  private void answer(RoutingContext ctx, boolean healthy) {
    Answers.json(
        ctx,
        healthy ? 200 : 503,
        new JsonObject().put("healthy", healthy).put("phase", target.phase().name()));
  }

  /** {@code POST /drain?grace=10s&stay=true}: drains, and ends the node unless it shall stay. */
  private void drain(RoutingContext ctx) {
    String given = ctx.queryParams().get("grace");
    Duration grace = given == null ? target.drainGrace() : Settings.parseDuration(given);
    if (grace == null) {
      throw Refusal.usage("grace: \"" + given + "\"; expected: a duration like 500ms or 10s");
    }
    boolean stay = "true".equals(ctx.queryParams().get("stay"));
    target
        .drain(grace)
        .onFailure(cause -> Answers.fail(ctx, cause))
        .onSuccess(
            done -> {
              Answers.json(
                  ctx,
                  200,
                  new JsonObject()
                      .put("node", target.mesh().node())
                      .put("name", target.about().getString("name"))
                      .put("drained", true)
                      .put("leaves", !stay));
              if (!stay) {
                vertx.setTimer(LEAVE_MILLIS, timer -> target.leave());
              }
            });
  }
}
