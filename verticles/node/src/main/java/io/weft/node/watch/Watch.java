package io.weft.node.watch;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.DeliveryOptions;
import io.vertx.core.eventbus.Message;
import io.vertx.core.eventbus.MessageConsumer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.weft.call.Clock;
import io.weft.mesh.Mesh;
import io.weft.registry.NodeEntry;
import io.weft.telemetry.metrics.Recorders.Series;
import io.weft.telemetry.tap.TapFilter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What happens on all nodes. Admin ports are on loopback, so the node that is asked asks the others
 * over the event bus; a node that does not answer within 2 s is named instead.
 */
public final class Watch {
  private static final String ADDRESS = "weft.watch.";
  private static final long PATIENCE_MILLIS = 2_000;

  private final Vertx vertx;
  private final Mesh mesh;
  private final String name;
  private final Clock clock;
  private final EdgeHistory edges = new EdgeHistory();
  private final TapLeases leases;
  private final MessageConsumer<JsonObject> consumer;
  private final long timer;

  /**
   * Starts answering.
   *
   * @param vertx clustered
   * @param mesh the node's part in the mesh
   * @param name the node's name
   * @param clock the time
   */
  public Watch(Vertx vertx, Mesh mesh, String name, Clock clock) {
    this.vertx = vertx;
    this.mesh = mesh;
    this.name = name;
    this.clock = clock;
    this.leases = new TapLeases(mesh.telemetry().taps(), clock);
    this.consumer = vertx.eventBus().consumer(ADDRESS + mesh.node(), this::answer);
    note();
    this.timer = vertx.setPeriodic(EdgeHistory.STEP_MILLIS, id -> note());
  }

  private Collection<Series> series() {
    return mesh.telemetry().recorders().series();
  }

  private void note() {
    edges.add(series(), clock.nanos());
    leases.sweep();
  }

  private void answer(Message<JsonObject> message) {
    try {
      message.reply(own(message.body()));
    } catch (RuntimeException e) {
      message.fail(1, e.toString());
    }
  }

  private JsonObject own(JsonObject question) {
    JsonObject answer = new JsonObject().put("name", name).put("node", mesh.node());
    return switch (question.getString("what", "")) {
      case "series" ->
          answer
              .put("nanos", clock.nanos())
              .put("series", SeriesJson.of(series()))
              .put("breakers", new JsonObject().mergeIn(breakers()));
      case "edges" -> answer.put("edges", edges.edges(series(), clock.nanos()));
      case "tap" -> answer.mergeIn(leases.take(question.getString("id"), filter(question)));
      default -> throw new IllegalArgumentException("unknown question: " + question);
    };
  }

  private JsonObject breakers() {
    JsonObject states = new JsonObject();
    mesh.telemetry().breakers().forEach(states::put);
    return states;
  }

  private static TapFilter filter(JsonObject question) {
    return new TapFilter(
        question.getString("service"),
        question.getString("method"),
        question.getString("code"),
        question.getLong("leastNanos", 0L),
        question.getInteger("perSecond", 100));
  }

  /**
   * What was counted of calls since the start.
   *
   * @return one object a node: name, node, and series or why there are none
   */
  public Future<JsonArray> all() {
    return ask(new JsonObject().put("what", "series"));
  }

  /**
   * Who called whom in the last minute.
   *
   * @return one object a node
   */
  public Future<JsonArray> edges() {
    return ask(new JsonObject().put("what", "edges"));
  }

  /**
   * Single calls since the last time.
   *
   * @param id names the one who asks
   * @param filter what he wants
   * @return one object a node
   */
  public Future<JsonArray> tap(String id, TapFilter filter) {
    return ask(
        new JsonObject()
            .put("what", "tap")
            .put("id", id)
            .put("service", filter.service())
            .put("method", filter.method())
            .put("code", filter.code())
            .put("leastNanos", filter.leastNanos())
            .put("perSecond", filter.perSecond()));
  }

  private Future<JsonArray> ask(JsonObject question) {
    List<Future<JsonObject>> answers = new ArrayList<>();
    for (NodeEntry node : mesh.registry().table().nodes()) {
      answers.add(ask(node, question));
    }
    return Future.join(answers).map(all -> new JsonArray(all.<JsonObject>list()));
  }

  private Future<JsonObject> ask(NodeEntry node, JsonObject question) {
    if (node.node().equals(mesh.node())) {
      return Future.succeededFuture(own(question));
    }
    return vertx
        .eventBus()
        .<JsonObject>request(
            ADDRESS + node.node(), question, new DeliveryOptions().setSendTimeout(PATIENCE_MILLIS))
        .map(Message::body)
        .otherwise(
            cause ->
                new JsonObject()
                    .put("name", node.name())
                    .put("node", node.node())
                    .put("silent", message(cause)));
  }

  private static @Nullable String message(Throwable cause) {
    return cause.getMessage();
  }

  /**
   * Stops answering.
   *
   * @return completes when the cluster knows
   */
  public Future<Void> close() {
    vertx.cancelTimer(timer);
    return consumer.unregister();
  }
}
