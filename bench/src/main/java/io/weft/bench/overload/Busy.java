package io.weft.bench.overload;

import io.vertx.core.Future;
import io.weft.contract.Maybe;
import io.weft.contract.MeshService;

/** Costs CPU. */
@MeshService
public interface Busy {
  /**
   * Computes something of no use. Never retried, so that every refusal is seen.
   *
   * @param rounds how much
   * @return a number that depends on it
   */
  @Maybe
  Future<Integer> spin(int rounds);
}
