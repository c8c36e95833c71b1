/** Callers that leave a failing service alone. Starting point: {@link BreakerOptions}. */
@NullMarked
package io.weft.filter.breaker;

import org.jspecify.annotations.NullMarked;
