/**
 * The rules that stand between a caller and a service, one a file. Starting point: {@link
 * io.weft.filter.Retry}.
 */
@NullMarked
package io.weft.filter;

import org.jspecify.annotations.NullMarked;
