package io.weft.junit5;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.weft.mesh.Mesh;
import io.weft.mesh.MeshOptions;

/** How the nodes of a {@link MeshTest} start. Every method is called once per start of a node. */
public interface NodeSetup {
  /**
   * How a node joins. On the test's thread.
   *
   * @param node its index, from 0
   * @param defaults the mesh's own, with the name {@code node-<index>} and a lease of 3 s instead
   *     of 10 s, so that nodes find each other within 2 s after a cut
   * @return the options
   */
  default MeshOptions mesh(int node, MeshOptions defaults) {
    return defaults;
  }

  /**
   * The Vert.x of a node. On the test's thread.
   *
   * @param node its index, from 0
   * @param defaults 2 event loops, the event bus on loopback
   * @return the options; keep the event bus on loopback
   */
  default VertxOptions vertx(int node, VertxOptions defaults) {
    return defaults;
  }

  /**
   * The place for what a node serves or deploys in every test. On an event loop of the node.
   *
   * @param node its index, from 0
   * @param mesh its mesh
   * @param vertx its Vert.x
   * @return completes when the node is ready; a failure fails the test
   */
  default Future<?> started(int node, Mesh mesh, Vertx vertx) {
    return Future.succeededFuture();
  }
}
