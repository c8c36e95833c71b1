/** How log lines look. Starting point: {@link io.weft.node.log.LogFormat}. */
@NullMarked
package io.weft.node.log;

import org.jspecify.annotations.NullMarked;
