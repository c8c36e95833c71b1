/**
 * The users' code on a node: {@link io.weft.node.host.UserJars} loads it, {@link
 * io.weft.node.host.UserClass} says what a class can do, {@link io.weft.node.host.HostedService}
 * serves it.
 */
@NullMarked
package io.weft.node.host;

import org.jspecify.annotations.NullMarked;
