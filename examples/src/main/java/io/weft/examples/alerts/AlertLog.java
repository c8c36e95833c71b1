package io.weft.examples.alerts;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.streams.ReadStream;
import io.weft.call.CallFailure;
import io.weft.contract.Code;
import io.weft.mesh.Mesh;
import io.weft.stream.Streams;
import io.weft.topic.Event;
import io.weft.topic.Topic;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Hears every alert: a subscriber without a group, and a service that tells what it heard. */
public final class AlertLog extends VerticleBase implements Alerts {
  private static final int KEPT = 100;

  private final Mesh mesh;
  private final Topic<Alert> alerts;
  private final Deque<Alert> heard = new ArrayDeque<>();

  /**
   * Creates a log.
   *
   * @param mesh where alerts are published
   */
  public AlertLog(Mesh mesh) {
    this.mesh = mesh;
    this.alerts = mesh.topic("system.>", Alert.class);
  }

  @Override
  public Future<?> start() {
    return alerts
        .subscribe(event -> keep(event.value()))
        .compose(subscribed -> mesh.serve(Alerts.class, this));
  }

  private void keep(Alert alert) {
    heard.addFirst(alert);
    if (heard.size() > KEPT) {
      heard.removeLast();
    }
  }

  @Override
  public Future<List<Alert>> recent(int most) {
    if (most < 0) {
      throw CallFailure.of(Code.INVALID_ARGUMENT, "most: " + most + " (expected: 0 or more)");
    }
    return Future.succeededFuture(heard.stream().limit(most).toList());
  }

  @Override
  public ReadStream<Alert> follow() {
    return Streams.map(alerts.stream(), Event::value);
  }
}
