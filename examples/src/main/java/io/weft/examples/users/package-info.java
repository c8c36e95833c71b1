/**
 * Records, collections and failures: {@link io.weft.examples.users.Users}; and a caller that lives
 * with a service that is down: {@link io.weft.examples.users.LastKnown}.
 */
@NullMarked
package io.weft.examples.users;

import org.jspecify.annotations.NullMarked;
