/**
 * The lock file: it keeps the numbers of methods, fields and enum constants from one compilation to
 * the next and refuses changes that break old peers. Starting point: {@link
 * io.weft.codegen.lock.Lock}.
 */
@NullMarked
package io.weft.codegen.lock;

import org.jspecify.annotations.NullMarked;
