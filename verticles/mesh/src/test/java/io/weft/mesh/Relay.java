package io.weft.mesh;

import io.vertx.core.Future;
import io.weft.contract.MeshService;

/** A contract whose handlers call others. */
@MeshService
public interface Relay {
  /** Passes a wish on, and tells what it saw. */
  Future<String> pass(String wish);
}
