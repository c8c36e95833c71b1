package io.weft.junit5;

import io.vertx.core.Future;
import io.weft.contract.AtLeastOnce;
import io.weft.contract.MeshService;

/** What the tests call. Each method answers with the name of the instance. */
@MeshService
public interface Greeter {
  /** At most once. */
  Future<String> hello(String name);

  /** At least once. */
  @AtLeastOnce
  Future<String> helloAgain(String name);
}
