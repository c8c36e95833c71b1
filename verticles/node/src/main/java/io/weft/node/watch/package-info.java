/**
 * What happens in the whole mesh, asked from one node. Starting point: {@link
 * io.weft.node.watch.Watch}.
 */
@NullMarked
package io.weft.node.watch;

import org.jspecify.annotations.NullMarked;
