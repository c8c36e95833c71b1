/**
 * Records, collections and failures: {@link io.weft.examples.users.Users}; and a caller that lives
 * with a service that is down or late: {@link io.weft.examples.users.UsersClient}.
 */
@NullMarked
package io.weft.examples.users;

import org.jspecify.annotations.NullMarked;
