/**
 * The admin API of a node: HTTP and JSON on loopback. Starting point: {@link
 * io.weft.node.admin.AdminServer}.
 */
@NullMarked
package io.weft.node.admin;

import org.jspecify.annotations.NullMarked;
