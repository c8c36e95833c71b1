/**
 * Links: a service on another node, reached over the clustered event bus in batches. A node has one
 * {@link io.weft.link.Lane} per event loop; a lane has one link to each lane of another node it
 * talks to. Starting points: {@link io.weft.link.Lanes}, {@link io.weft.link.Target}.
 */
@NullMarked
package io.weft.link;

import org.jspecify.annotations.NullMarked;
