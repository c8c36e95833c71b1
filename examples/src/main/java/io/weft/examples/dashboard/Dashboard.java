package io.weft.examples.dashboard;

import io.vertx.core.Future;
import io.weft.contract.AtLeastOnce;
import io.weft.contract.MeshService;

/** Puts together what other services know. */
@MeshService
public interface Dashboard {
  /**
   * The page of a user.
   *
   * @param userId the user
   * @return the page, without the parts that did not come in time
   */
  @AtLeastOnce
  Future<Page> page(String userId);
}
