package io.weft.examples.demo;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.weft.contract.AtLeastOnce;
import io.weft.contract.MeshService;

/** How the load of the demo goes. */
@MeshService
public interface DemoStats {
  /**
   * What one load has counted since it started.
   *
   * @return {@code calls} that ended, well or not; {@code failed} of them; {@code perSecond} and,
   *     of unary calls, {@code p99Micros} of the last 5 s; {@code patterns}, an object with the
   *     number of good ones of each {@link Pattern}; {@code repeated} and {@code undelivered}, see
   *     {@link DemoLoad}; {@code lastFailure}, empty when there was none
   */
  @AtLeastOnce
  Future<JsonObject> snapshot();
}
