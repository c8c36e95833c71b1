package io.weft.mesh;

import io.vertx.core.Future;

/** A service that this node serves. */
public interface Registration {
  /**
   * Stops serving: callers go elsewhere, late calls get NOT_PROCESSED, calls in flight go on.
   *
   * @return completes when the cluster knows
   */
  Future<Void> close();
}
