/**
 * The facade: join a mesh, serve, call, publish, leave. Starting point: {@link io.weft.mesh.Mesh}.
 */
@NullMarked
package io.weft.mesh;

import org.jspecify.annotations.NullMarked;
