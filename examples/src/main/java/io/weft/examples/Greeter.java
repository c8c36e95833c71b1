package io.weft.examples;

import io.vertx.core.Future;
import io.weft.contract.AtLeastOnce;
import io.weft.contract.MeshService;

/** Says hello. */
@MeshService
public interface Greeter {
  /**
   * Greets somebody.
   *
   * @param request who
   * @return the greeting
   */
  @AtLeastOnce
  Future<HelloReply> sayHello(HelloRequest request);
}
