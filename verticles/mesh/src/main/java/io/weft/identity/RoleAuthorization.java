package io.weft.identity;

import io.weft.call.Call;
import io.weft.call.CallFailure;
import io.weft.call.Policy;
import io.weft.call.Principal;
import io.weft.call.Trail;
import io.weft.contract.Code;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Role-based access at the server: a method with {@code @Allow} runs only for a principal that has
 * one of its roles. Methods without roles pass, so health checks and reflection, which are no mesh
 * methods with roles, are never asked. Denies whenever it cannot tell. Holds no state.
 */
public final class RoleAuthorization implements Policy {
  @Override
  public @Nullable CallFailure enter(Call call, long nowNanos) {
    // The server's own contract, never what the caller says about the method.
    List<String> roles = call.spec().access().roles();
    return roles.isEmpty() ? null : check(call, roles);
  }

  private static @Nullable CallFailure check(Call call, List<String> roles) {
    Principal principal;
    try {
      principal = call.principal();
    } catch (RuntimeException e) {
      return CallFailure.notProcessed(
          Code.UNAUTHENTICATED,
          call.spec() + " needs to know its caller, and the principal cannot be read");
    }
    if (principal == null) {
      return CallFailure.notProcessed(
          Code.UNAUTHENTICATED,
          call.spec()
              + " needs a caller with one of the roles "
              + roles
              + ", and the call names nobody");
    }
    if (!principal.hasAny(roles)) {
      // Neither the caller's name nor its roles: the answer may go to somebody else's log.
      return CallFailure.notProcessed(
          Code.PERMISSION_DENIED,
          call.spec() + " needs one of the roles " + roles + "; the caller has none of them");
    }
    Trail trail = call.metadata().trail();
    if (trail != null) {
      trail.add("roles: the caller has one of " + roles);
    }
    return null;
  }
}
