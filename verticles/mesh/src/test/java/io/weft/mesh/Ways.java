package io.weft.mesh;

import io.vertx.core.Future;
import io.weft.contract.AtLeastOnce;
import io.weft.contract.Deadline;
import io.weft.contract.Hedge;
import io.weft.contract.MeshService;
import io.weft.contract.Priority;
import io.weft.contract.Retry;

/** Methods with every way of being repeated; {@link WaysService} decides what they do. */
@MeshService
@Deadline(millis = 20_000)
interface Ways {
  @AtLeastOnce
  @Hedge(afterMillis = 30)
  Future<String> hedged(String key);

  @AtLeastOnce
  @Retry(attempts = 3, attemptMillis = 100)
  Future<String> timed(String key);

  @AtLeastOnce
  @Retry(attempts = 3)
  Future<String> repeated(String key);

  @Priority(Priority.Level.LOW)
  Future<String> once(String key);
}
