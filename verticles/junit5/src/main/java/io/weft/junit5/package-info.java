/**
 * Tests on a mesh of several nodes in one JVM: {@link io.weft.junit5.MeshTest} starts the nodes,
 * {@link io.weft.junit5.MeshNodes} serves and awaits, {@link io.weft.junit5.Faults} makes trouble.
 */
@NullMarked
package io.weft.junit5;

import org.jspecify.annotations.NullMarked;
