package io.weft.node.admin;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.weft.node.config.Settings;
import io.weft.node.metrics.NodeMetrics;
import io.weft.node.refusal.Refusal;
import io.weft.node.watch.Watch;
import io.weft.telemetry.tap.TapFilter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What happens: the metrics of this node, and the calls of all nodes. */
final class WatchRoutes {
  private static final long POLL_MILLIS = 250;
  private static final int MOST_PER_SECOND = 10_000;

  private final Vertx vertx;
  private final NodeMetrics metrics;
  private final Watch watch;

  WatchRoutes(AdminTarget target) {
    this.vertx = target.vertx();
    this.metrics = target.metrics();
    this.watch = target.watch();
  }

  void addTo(Router router) {
    router.get("/metrics").handler(this::scrape);
    router.get("/watch/calls").handler(ctx -> answer(ctx, watch.all()));
    router.get("/watch/edges").handler(ctx -> answer(ctx, watch.edges()));
    router.get("/watch/tap").handler(this::tap);
  }

  private void scrape(RoutingContext ctx) {
    String format = NodeMetrics.format(ctx.request().getHeader("Accept"));
    ctx.response().putHeader("Content-Type", format).end(metrics.scrape(format));
  }

  private static void answer(RoutingContext ctx, Future<JsonArray> nodes) {
    nodes
        .onSuccess(value -> Answers.json(ctx, 200, value))
        .onFailure(cause -> Answers.fail(ctx, cause));
  }

  /** {@code GET /watch/tap?service=…&method=…&code=…&min=5ms&rate=100}: calls as they end. */
  private void tap(RoutingContext ctx) {
    TapFilter filter = filter(ctx);
    JsonLines lines = new JsonLines(ctx);
    lines.open();
    String id = UUID.randomUUID().toString();
    Poll poll = new Poll(lines, id, filter);
    long timer = vertx.setPeriodic(1, POLL_MILLIS, tick -> poll.run());
    lines.onClose(() -> vertx.cancelTimer(timer));
  }

  private static TapFilter filter(RoutingContext ctx) {
    String least = ctx.queryParams().get("min");
    Duration min = least == null ? Duration.ZERO : Settings.parseDuration(least);
    if (min == null) {
      throw Refusal.usage("min: \"" + least + "\"; expected: a duration like 5ms or 1s");
    }
    return new TapFilter(
        ctx.queryParams().get("service"),
        ctx.queryParams().get("method"),
        ctx.queryParams().get("code"),
        min.toNanos(),
        rate(ctx.queryParams().get("rate")));
  }

  private static int rate(@Nullable String text) {
    try {
      int rate = text == null ? 100 : Integer.parseInt(text);
      if (rate >= 1 && rate <= MOST_PER_SECOND) {
        return rate;
      }
    } catch (NumberFormatException e) {
      // Told below, with everything else that is no number in range.
    }
    throw Refusal.usage("rate: \"" + text + "\"; expected: a number from 1 to " + MOST_PER_SECOND);
  }

  /** Asks all nodes again and again; never twice at once. */
  private final class Poll implements Runnable {
    private final JsonLines lines;
    private final String id;
    private final TapFilter filter;
    private boolean asking;

    Poll(JsonLines lines, String id, TapFilter filter) {
      this.lines = lines;
      this.id = id;
      this.filter = filter;
    }

    @Override
    public void run() {
      // A client that reads slowly gets less: what the nodes cannot hand over they skip.
      if (!asking && !lines.full()) {
        asking = true;
        watch.tap(id, filter).onComplete(done -> asking = false).onSuccess(this::show);
      }
    }

    private void show(JsonArray nodes) {
      List<JsonObject> calls = new ArrayList<>();
      long skipped = 0;
      for (Object item : nodes) {
        JsonObject node = (JsonObject) item;
        skipped += node.getLong("skipped", 0L);
        for (Object call : node.getJsonArray("calls", new JsonArray())) {
          calls.add(((JsonObject) call).put("node", node.getString("name")));
        }
      }
      calls.sort(Comparator.comparing(call -> call.getLong("endMillis")));
      calls.forEach(lines::item);
      if (skipped > 0) {
        lines.item(new JsonObject().put("skipped", skipped));
      }
    }
  }
}
