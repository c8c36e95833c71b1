/**
 * Who calls and who may: tokens become a {@link io.weft.call.Principal}, and a service asks it for
 * the roles of {@code @Allow}.
 */
@NullMarked
package io.weft.identity;

import org.jspecify.annotations.NullMarked;
