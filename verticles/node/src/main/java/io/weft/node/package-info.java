/**
 * A node of the mesh: one process that joins the cluster, runs the users' code and answers
 * operators. Starting point: {@link io.weft.node.WeftNode}.
 */
@NullMarked
package io.weft.node;

import org.jspecify.annotations.NullMarked;
