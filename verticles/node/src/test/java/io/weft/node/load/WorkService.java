package io.weft.node.load;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.weft.mesh.Mesh;
import io.weft.topic.Topic;

/** Sleeps without a thread. */
public final class WorkService implements Work {
  static final String BEGUN = "work.begun";

  private final Mesh mesh;
  private final Topic<String> begun;

  public WorkService(Mesh mesh) {
    this.mesh = mesh;
    this.begun = mesh.topic(BEGUN, String.class);
  }

  @Override
  public Future<String> repeatable(long call, long millis) {
    return work(call, millis);
  }

  @Override
  public Future<String> once(long call, long millis) {
    return work(call, millis);
  }

  private Future<String> work(long call, long millis) {
    begun.publish(call + " " + mesh.node() + " " + System.currentTimeMillis());
    return Vertx.currentContext().owner().timer(Math.max(1, millis)).map(done -> mesh.node());
  }
}
