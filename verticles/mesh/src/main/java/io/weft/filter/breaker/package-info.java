/** Callers that leave a failing service alone. Starting point: {@link Breakers}. */
@NullMarked
package io.weft.filter.breaker;

import org.jspecify.annotations.NullMarked;
