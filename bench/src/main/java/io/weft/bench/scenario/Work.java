package io.weft.bench.scenario;

import io.vertx.core.Future;
import io.weft.contract.AtLeastOnce;
import io.weft.contract.MeshService;

/** What the servers of a scenario do. */
@MeshService
public interface Work {
  /**
   * Does nothing, and may be repeated.
   *
   * @param text sent back
   * @return the text
   */
  @AtLeastOnce
  Future<String> work(String text);
}
