/** The metrics of a node. Starting point: {@link io.weft.node.metrics.NodeMetrics}. */
@NullMarked
package io.weft.node.metrics;

import org.jspecify.annotations.NullMarked;
