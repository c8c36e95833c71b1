package io.weft.node.admin;

import io.vertx.core.Handler;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.RoutingContext;
import java.util.Locale;
import java.util.Set;

/**
 * Keeps web pages out. The port is on loopback, but a browser on this machine could be made to ask
 * it: under a foreign name that resolves to 127.0.0.1 (the Host header tells), or from a page that
 * another server sent, be it one on this machine (the Origin header tells).
 */
final class LoopbackOnly implements Handler<RoutingContext> {
  private static final int HTTP = 80;
  private static final Set<String> NAMES = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

  @Override
  public void handle(RoutingContext ctx) {
    HostAndPort authority = ctx.request().authority();
    String origin = ctx.request().getHeader("Origin");
    if (authority == null || !loopback(authority.host())) {
      Answers.refuse(
          ctx, 403, "the Host header is not allowed; expected: localhost, 127.0.0.1 or [::1]");
    } else if (origin != null && !origin.equalsIgnoreCase(origin(authority))) {
      Answers.refuse(ctx, 403, "pages of other origins may not use the admin API");
    } else {
      ctx.next();
    }
  }

  private static boolean loopback(String host) {
    return NAMES.contains(host.toLowerCase(Locale.ROOT));
  }

  /**
   * The origin of pages that came from this server, as the browser sees it: another port is another
   * origin, and a name is not the address behind it.
   */
  private static String origin(HostAndPort authority) {
    int port = authority.port();
    return "http://" + authority.host() + (port <= 0 || port == HTTP ? "" : ":" + port);
  }
}
