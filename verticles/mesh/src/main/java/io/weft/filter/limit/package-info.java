/** Servers that refuse what they cannot do. Starting point: {@link LimitOptions}. */
@NullMarked
package io.weft.filter.limit;

import org.jspecify.annotations.NullMarked;
