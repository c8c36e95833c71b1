package io.weft.examples.alerts;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.weft.mesh.Mesh;
import io.weft.topic.SubscribeOptions;
import io.weft.topic.Topic;

/** Handles alerts: of all desks in the mesh, which are one group, exactly one gets each. */
public final class AlertDesk extends VerticleBase {
  /** Where a desk publishes the alerts that it has handled. */
  public static final String HANDLED = "alerts.handled";

  private final Topic<Alert> alerts;
  private final Topic<Alert> handled;

  /**
   * Creates a desk.
   *
   * @param mesh where alerts are published
   */
  public AlertDesk(Mesh mesh) {
    alerts = mesh.topic("system.alerts.*", Alert.class);
    handled = mesh.topic(HANDLED, Alert.class);
  }

  @Override
  public Future<?> start() {
    return alerts.subscribe(
        SubscribeOptions.group("desks"), event -> handled.publish(event.value()));
  }
}
