/**
 * The command line's way to a node: {@link io.weft.cli.admin.AdminClient} over HTTP/1.1. A small
 * client of its own, since it has to read answers while it still sends, which {@code java.net.http}
 * cannot, and to start in milliseconds.
 */
@NullMarked
package io.weft.cli.admin;

import org.jspecify.annotations.NullMarked;
