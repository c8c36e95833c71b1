package io.weft.examples;

import io.vertx.core.Future;

/** Greets in English. */
public final class EnglishGreeter implements Greeter {
  @Override
  public Future<HelloReply> sayHello(HelloRequest request) {
    return Future.succeededFuture(new HelloReply("Hello, " + request.name() + "!"));
  }
}
