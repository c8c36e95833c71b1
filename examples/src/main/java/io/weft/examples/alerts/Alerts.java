package io.weft.examples.alerts;

import io.vertx.core.Future;
import io.vertx.core.streams.ReadStream;
import io.weft.contract.AtLeastOnce;
import io.weft.contract.MeshService;
import java.util.List;

/** Reads what was published. */
@MeshService
@AtLeastOnce
public interface Alerts {
  /**
   * The last alerts.
   *
   * @param most how many at most; 100 are kept
   * @return the latest first; fails with INVALID_ARGUMENT when {@code most} is negative
   */
  Future<List<Alert>> recent(int most);

  /**
   * All alerts from now on.
   *
   * @return a stream without an end; cancel it to stop
   */
  ReadStream<Alert> follow();
}
