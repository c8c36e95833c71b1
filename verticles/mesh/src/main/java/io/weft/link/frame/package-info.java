/**
 * What stands inside a batch: the types of frames, the head of a call, and messages with their
 * length. Starting point: {@link io.weft.link.frame.Frame}.
 */
@NullMarked
package io.weft.link.frame;

import org.jspecify.annotations.NullMarked;
