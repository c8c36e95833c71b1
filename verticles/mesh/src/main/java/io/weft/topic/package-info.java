/**
 * Publish and subscribe: typed events on named topics, with wildcards and groups. Starting points:
 * {@link io.weft.topic.Topic} for users, {@link io.weft.topic.Topics} for bridges; {@link
 * io.weft.topic.Cluster} is what the rest of the mesh connects.
 *
 * <p>What is promised: an event reaches each subscriber that the publisher's node knows of at most
 * once, and one member of each group; events of one publishing thread arrive in order; an event
 * that is lost, on the way or because a subscriber is slow, is told as a {@link io.weft.topic.Gap}.
 */
@NullMarked
package io.weft.topic;

import org.jspecify.annotations.NullMarked;
