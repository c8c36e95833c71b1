/**
 * Who may call a method, and from where: {@link io.weft.contract.access.Allow}, {@link
 * io.weft.contract.access.Public}, {@link io.weft.contract.access.Exposed}.
 */
@NullMarked
package io.weft.contract.access;

import org.jspecify.annotations.NullMarked;
