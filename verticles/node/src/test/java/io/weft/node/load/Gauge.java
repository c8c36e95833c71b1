package io.weft.node.load;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.weft.contract.MeshService;

/** Makes calls of {@link Work} all the time and remembers each. */
@MeshService
public interface Gauge {
  /** Keeps so many short calls in flight from now on. */
  Future<Void> begin(int inFlight);

  /** Makes so many calls at once that take so long. */
  Future<Void> slow(int calls, long millis);

  /** {@code ended}, {@code inFlight}, {@code slow} that began and did not end, {@code failed}. */
  Future<JsonObject> counts();

  /** All calls that failed, and those that were in flight at a moment, in epoch milliseconds. */
  Future<JsonArray> calls(long at);
}
