package io.weft.node.admin;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import io.weft.call.Principal;
import io.weft.identity.Authenticator;
import io.weft.identity.BearerToken;
import io.weft.node.refusal.Refusal;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * In whose name a request of the admin port calls: that of its bearer token, or, on a development
 * node that checks no tokens, of {@code ?as=NAME&role=ROLE}. Whoever gives neither is nobody, and
 * may call what asks for no role.
 */
final class CallerIdentity implements Handler<RoutingContext> {
  private static final String KEY = CallerIdentity.class.getName();

  private final @Nullable Authenticator authenticator;
  private final boolean trusting;

  /**
   * Creates the handler.
   *
   * @param authenticator checks tokens, null for none
   * @param trusting whether a name is enough: never with an authenticator
   */
  CallerIdentity(@Nullable Authenticator authenticator, boolean trusting) {
    this.authenticator = authenticator;
    this.trusting = trusting && authenticator == null;
  }

  /** Who was found, null for nobody. */
  static @Nullable Principal of(RoutingContext ctx) {
    return ctx.get(KEY);
  }

  @Override
  public void handle(RoutingContext ctx) {
    ctx.request().pause();
    Future<@Nullable Principal> found;
    try {
      found = find(ctx);
    } catch (RuntimeException e) {
      found = Future.failedFuture(e);
    }
    found
        .onFailure(cause -> Answers.fail(ctx, cause))
        .onSuccess(
            principal -> {
              ctx.put(KEY, principal);
              ctx.next();
            });
  }

  private Future<@Nullable Principal> find(RoutingContext ctx) {
    String token = BearerToken.of(ctx.request().getHeader("Authorization"));
    String name = ctx.queryParams().get("as");
    List<String> roles = ctx.queryParams().getAll("role");
    if (name == null && !roles.isEmpty()) {
      throw Refusal.usage("a role without a name; expected: --as NAME with --role");
    }
    if (name != null) {
      return Future.succeededFuture(claimed(name, roles, token));
    }
    if (token == null) {
      return Future.succeededFuture();
    }
    if (authenticator == null) {
      throw Refusal.usage(
          "this node checks no tokens; set weft.jwt.issuer, weft.jwt.audience and weft.jwt.keys"
              + " on it"
              + (trusting ? ", or call with --as NAME --role ROLE" : ""));
    }
    return authenticator.authenticate(token).map(principal -> principal);
  }

  private Principal claimed(String name, List<String> roles, @Nullable String token) {
    if (token != null) {
      throw Refusal.usage("a token and --as; expected: one of them");
    }
    if (!trusting) {
      throw Refusal.usage(
          "--as is for development nodes that check no tokens; this one has weft.jwt.issuer:"
              + " expected --token TOKEN or --token @FILE");
    }
    try {
      return Principal.of(name, Set.copyOf(roles).toArray(String[]::new));
    } catch (IllegalArgumentException e) {
      throw Refusal.usage("--as or --role: " + e.getMessage());
    }
  }
}
