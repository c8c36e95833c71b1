package io.weft.examples;

import io.vertx.core.Vertx;
import io.weft.mesh.Mesh;

/** The shortest complete program: joins a mesh, serves, calls, prints. */
public final class Hello {
  private Hello() {}

  /**
   * Prints {@code Hello, Ada!}.
   *
   * @param args not used
   */
  public static void main(String[] args) {
    Vertx vertx = Vertx.vertx(); // a clustered one joins a mesh of many nodes
    Mesh mesh = Mesh.join(vertx).await();
    mesh.serve(Greeter.class, new EnglishGreeter()).await();

    Greeter greeter = mesh.client(Greeter.class);
    HelloReply reply = greeter.sayHello(new HelloRequest("Ada")).await();
    System.out.println(reply.message());

    vertx.close().await();
  }
}
