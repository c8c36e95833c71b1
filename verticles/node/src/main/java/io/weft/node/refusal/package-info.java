/**
 * What a node tells people when it cannot do what they asked: {@link io.weft.node.refusal.Refusal},
 * with the {@link io.weft.node.refusal.Nearest} names.
 */
@NullMarked
package io.weft.node.refusal;

import org.jspecify.annotations.NullMarked;
