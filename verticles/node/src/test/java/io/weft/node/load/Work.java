package io.weft.node.load;

import io.vertx.core.Future;
import io.weft.contract.AtLeastOnce;
import io.weft.contract.MeshService;

/** Takes its time, and tells on {@link WorkService#BEGUN} where it began. */
@MeshService
public interface Work {
  @AtLeastOnce
  Future<String> repeatable(long call, long millis);

  Future<String> once(long call, long millis);
}
