package io.weft.node.admin;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.weft.node.catalog.Catalog;
import io.weft.node.refusal.Nearest;
import io.weft.node.refusal.Refusal;
import java.util.List;

/** Listens on loopback for people and the command line. */
public final class AdminServer {
  private static final List<String> PATHS =
      List.of(
          "/nodes",
          "/services",
          "/services/NAME",
          "/call/SERVICE/METHOD",
          "/publish/TOPIC",
          "/subscribe/PATTERN",
          "/drain",
          "/health/live",
          "/health/ready",
          "/health/started",
          "/stats",
          "/metrics",
          "/watch/calls",
          "/watch/edges",
          "/watch/tap",
          "/info",
          "/ping");

  private final HttpServer server;

  private AdminServer(HttpServer server) {
    this.server = server;
  }

  /**
   * Starts listening.
   *
   * @param target the node
   * @param port where on loopback; 0 for any free port
   * @return the server; fails when the port is taken
   */
  public static Future<AdminServer> listen(AdminTarget target, int port) {
    Vertx vertx = target.vertx();
    HttpServerOptions options =
        new HttpServerOptions()
            .setHost("127.0.0.1")
            .setPort(port)
            .setMaxInitialLineLength(16 * 1024)
            .setMaxHeaderSize(16 * 1024)
            .setHttp2ClearTextEnabled(false);
    return vertx
        .createHttpServer(options)
        .requestHandler(router(target))
        .listen()
        .map(AdminServer::new);
  }

  private static Router router(AdminTarget target) {
    Router router = Router.router(target.vertx());
    Catalog catalog = new Catalog(target.mesh());
    router.route().handler(new LoopbackOnly());
    new ClusterRoutes(target, catalog).addTo(router);
    new HealthRoutes(target).addTo(router);
    new WatchRoutes(target).addTo(router);
    router
        .post("/call/:service/:method")
        // The only profile is dev; any other must trust nobody for a name.
        .handler(new CallerIdentity(target.authenticator(), true))
        .handler(new CallRoute(target.mesh(), catalog, new LegacyCalls(target.vertx())));
    new TopicRoutes(target.mesh(), catalog).addTo(router);
    router.route().last().handler(AdminServer::unknown);
    router.route().failureHandler(ctx -> Answers.fail(ctx, failure(ctx)));
    return router;
  }

  private static Throwable failure(RoutingContext ctx) {
    Throwable cause = ctx.failure();
    return cause == null ? Refusal.failure("HTTP status " + ctx.statusCode()) : cause;
  }

  private static void unknown(RoutingContext ctx) {
    String path = ctx.request().path();
    Answers.fail(
        ctx,
        Refusal.notFound(
            "no " + ctx.request().method() + " " + path + "; " + Nearest.hint(path, PATHS)));
  }

  /**
   * The port.
   *
   * @return where the server listens
   */
  public int port() {
    return server.actualPort();
  }

  /**
   * Stops listening.
   *
   * @return completes when the port is free
   */
  public Future<Void> close() {
    return server.close();
  }
}
