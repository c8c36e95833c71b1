/**
 * What the cluster serves, as people name it and as contracts describe it. Starting point: {@link
 * io.weft.node.catalog.Catalog}.
 */
@NullMarked
package io.weft.node.catalog;

import org.jspecify.annotations.NullMarked;
