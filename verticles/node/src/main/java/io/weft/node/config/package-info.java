/**
 * What a node is told: {@link io.weft.node.config.Settings} finds each value, {@link
 * io.weft.node.config.NodeConfig} is the result, {@link io.weft.node.config.ClusterXml} the
 * configuration of Hazelcast.
 */
@NullMarked
package io.weft.node.config;

import org.jspecify.annotations.NullMarked;
