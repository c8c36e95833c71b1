package io.weft.mesh;

import io.vertx.core.Future;
import io.weft.contract.MeshService;

/** In front of the hall. */
@MeshService
public interface Door {
  Future<String> enter(String box);
}
