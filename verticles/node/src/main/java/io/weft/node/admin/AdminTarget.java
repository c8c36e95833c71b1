package io.weft.node.admin;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.weft.identity.Authenticator;
import io.weft.mesh.Mesh;
import io.weft.node.metrics.NodeMetrics;
import io.weft.node.watch.Watch;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The node behind an admin API. */
public interface AdminTarget {
  /** How far a node is in its life. */
  enum Phase {
    /** Not everything is served yet. */
    STARTING,
    /** Serving. */
    READY,
    /** Takes no new calls. */
    DRAINING,
    /** Left the mesh. */
    STOPPED
  }

  /**
   * The mesh it takes part in.
   *
   * @return the mesh
   */
  Mesh mesh();

  /**
   * Where it runs.
   *
   * @return the Vert.x instance
   */
  Vertx vertx();

  /**
   * What it measures.
   *
   * @return the metrics of this node
   */
  NodeMetrics metrics();

  /**
   * What happens on all nodes.
   *
   * @return asks them
   */
  Watch watch();

  /**
   * How far it is.
   *
   * @return the phase now
   */
  Phase phase();

  /**
   * Name, zone, ports and times, for people.
   *
   * @return a fresh object
   */
  JsonObject about();

  /**
   * Stops taking calls and waits for those in flight.
   *
   * @param grace how long at most
   * @return completes when the node may go
   */
  Future<Void> drain(Duration grace);

  /**
   * How long calls in flight may take when nothing else is said.
   *
   * @return the configured time
   */
  Duration drainGrace();

  /**
   * Who finds out in whose name a request calls.
   *
   * @return checks tokens; null when the node takes none
   */
  @Nullable Authenticator authenticator();

  /** Leaves the mesh and ends the node, without waiting. */
  void leave();
}
