package io.weft.junit5;

import io.vertx.junit5.VertxExtension;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * Runs tests on a mesh of several nodes in the test's JVM, each with a Vert.x of its own, on
 * loopback ports that the system picks.
 *
 * <pre>{@code
 * @MeshTest(nodes = 3)
 * class GreeterTest {
 *   @Test
 *   void hello_oneNodeDies_theOtherAnswers(MeshNodes nodes, Faults faults, Greeter greeter) {
 *     nodes.serve(1, Greeter.class, new EnglishGreeter());
 *     nodes.serve(2, Greeter.class, new EnglishGreeter());
 *     faults.kill(1);
 *     assertEquals("Hello, Ada!", greeter.sayHello(new HelloRequest("Ada")).await().message());
 *   }
 * }
 * }</pre>
 *
 * <p>On a class: the nodes are shared by its tests and those of its nested classes; what a test
 * serves with {@link MeshNodes#serve} ends with it, and after a test with a fault, and after one
 * that closed or drained a node, all nodes are new. Hold on to no {@code Mesh} or proxy from one
 * test to the next; injected fields are filled anew. Tests of one class run one after the other,
 * classes may run in parallel. On a method: nodes for this method only.
 *
 * <p>Parameters of constructors, tests and life-cycle methods, and fields that are neither static
 * nor final and still null, are filled by their type: {@link io.weft.mesh.Mesh} and proxies of a
 * contract (those of node 0, or of the node that {@link Node} names), {@link MeshNodes}, {@link
 * Faults}. {@link io.vertx.junit5.VertxTestContext} works as well.
 *
 * <p>After the class its nodes are closed. Calls that are then still being served, after 1 s of
 * grace, make the class fail, see {@link #leaks()}.
 */
@Documented
@Inherited
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith({VertxExtension.class, MeshExtension.class})
@ResourceLock(providers = OneAtATime.class)
public @interface MeshTest {
  /**
   * How many nodes.
   *
   * @return 1 to 16
   */
  int nodes() default 3;

  /**
   * Options of the nodes, and what every node serves from its start.
   *
   * @return a class with a constructor without parameters, which may be private
   */
  Class<? extends NodeSetup> setup() default NodeSetup.class;

  /**
   * What happens when calls are still being served after the class.
   *
   * @return default {@link Leaks#FAIL}
   */
  Leaks leaks() default Leaks.FAIL;

  /** What happens when calls are left. */
  enum Leaks {
    /** The class fails, with the nodes and numbers. */
    FAIL,
    /** Nothing, for tests whose handlers never answer. */
    IGNORE
  }
}
