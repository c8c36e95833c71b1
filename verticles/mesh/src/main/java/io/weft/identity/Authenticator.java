package io.weft.identity;

import io.vertx.core.Future;
import io.weft.call.Principal;

/**
 * Finds out who somebody is from what they show. Whoever lets strangers in, a bridge or the admin
 * port, asks it once per request or connection and makes the calls inside {@code
 * CallScope.principal(...)}. May be called from all threads; never blocks.
 */
@FunctionalInterface
public interface Authenticator {
  /**
   * Checks a token.
   *
   * @param token as the caller sent it, without the word {@code Bearer}
   * @return who it is; fails with {@link io.weft.call.CallFailure}, fate NOT_PROCESSED: {@code
   *     UNAUTHENTICATED} for a token that proves nothing, {@code RESOURCE_EXHAUSTED} when too many
   *     wait to be checked. No message repeats what the token says.
   */
  Future<Principal> authenticate(String token);
}
