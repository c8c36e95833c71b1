/**
 * Who serves what, and which of them a call goes to. Every node writes one entry into a cluster map
 * and keeps a table of all entries; callers choose among the endpoints of that table. Starting
 * points: {@link io.weft.registry.Registry} (the node's side), {@link io.weft.registry.Table} (what
 * it knows), {@link io.weft.registry.Balancer} (the choice).
 */
@NullMarked
package io.weft.registry;

import org.jspecify.annotations.NullMarked;
