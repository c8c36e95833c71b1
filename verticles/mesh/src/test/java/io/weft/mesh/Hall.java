package io.weft.mesh;

import io.vertx.core.Future;
import io.weft.contract.MeshService;

/** On the way to the vault; needs nobody to be anybody. */
@MeshService
public interface Hall {
  Future<String> cross(String box);
}
