package io.weft.node.admin;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.json.JsonObject;
import io.vertx.core.streams.ReadStream;
import io.vertx.ext.web.RoutingContext;
import io.weft.call.CallScope;
import io.weft.call.Caller;
import io.weft.call.Spec;
import io.weft.call.Trail;
import io.weft.contract.Priority;
import io.weft.contract.Shape;
import io.weft.mesh.Mesh;
import io.weft.node.catalog.Catalog;
import io.weft.node.catalog.ContractView;
import io.weft.node.config.Settings;
import io.weft.node.json.JsonReader;
import io.weft.node.json.JsonWriter;
import io.weft.node.json.RawCodec;
import io.weft.node.json.Schema;
import io.weft.node.refusal.Nearest;
import io.weft.node.refusal.Refusal;
import io.weft.registry.PlainService;
import io.weft.stream.Streams;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /call/:service/:method?deadline=2s}: the body is the request as JSON, or one JSON
 * value a line where the method takes a stream.
 */
final class CallRoute implements Handler<RoutingContext> {
  private static final int ATTEMPTS = 3;

  private final Mesh mesh;
  private final Catalog catalog;
  private final LegacyCalls legacy;

  CallRoute(Mesh mesh, Catalog catalog, LegacyCalls legacy) {
    this.mesh = mesh;
    this.catalog = catalog;
    this.legacy = legacy;
  }

  @Override
  public void handle(RoutingContext ctx) {
    ctx.request().pause();
    String method = ctx.pathParam("method");
    Duration deadline = deadline(ctx.queryParams().get("deadline"));
    Catalog.Found service;
    try {
      service = catalog.find(ctx.pathParam("service"));
    } catch (Refusal unknown) {
      // What others than Weft serve is registered on the bus alone, under its full address.
      legacy.call(ctx, ctx.pathParam("service"), method, unknown);
      return;
    }
    PlainService plain = service.plain();
    if (plain != null) {
      legacy.call(
          ctx,
          plain.address(),
          method(plain, method),
          Refusal.notFound("nobody serves " + service.name() + " any more"));
      return;
    }
    catalog
        .contract(service)
        .onFailure(cause -> Answers.fail(ctx, cause))
        .onSuccess(
            view -> {
              try {
                start(ctx, new Target(view, view.method(method), deadline));
              } catch (Refusal refusal) {
                Answers.fail(ctx, refusal);
              }
            });
  }

  private static String method(PlainService plain, String given) {
    String wanted = Schema.javaName(given);
    if (!plain.methods().contains(wanted)) {
      throw Refusal.notFound(
          "no method \""
              + given
              + "\" in "
              + plain.service()
              + "; "
              + Nearest.hint(wanted, plain.methods()));
    }
    return wanted;
  }

  /** What is called, and for how long. */
  private record Target(
      ContractView view, ContractView.Method method, @Nullable Duration deadline) {
    long deadlineMillis() {
      return deadline == null ? method.entry().deadlineMillis() : deadline.toMillis();
    }

    Spec spec() {
      return new Spec(
          new Spec.Name(view.service(), view.version(), method.name(), method.entry().number()),
          method.shape(),
          method.entry().semantics(),
          new Spec.Messages(RawCodec.INSTANCE, RawCodec.INSTANCE, List.of()),
          new Spec.Timing(deadlineMillis(), ATTEMPTS, 0, -1),
          new Spec.Access(false, true, List.of()),
          Priority.Level.NORMAL);
    }

    byte[] request(String text) {
      Object json = text.isBlank() ? new JsonObject() : JsonReader.parse(text);
      boolean unwrap = view.wraps(method, method.request());
      return JsonReader.read(method.request(), json, unwrap).toByteArray();
    }

    /** No bytes at all is how nothing comes from a handler on this node. */
    @Nullable Object reply(byte @Nullable [] bytes) {
      return JsonWriter.write(
          method.reply(), bytes == null ? new byte[0] : bytes, view.wraps(method, method.reply()));
    }
  }

  static @Nullable Duration deadline(@Nullable String text) {
    if (text == null) {
      return null;
    }
    Duration duration = Settings.parseDuration(text);
    if (duration == null || duration.isZero()) {
      throw Refusal.usage("deadline: \"" + text + "\"; expected: a duration like 500ms or 10s");
    }
    return duration;
  }

  private void start(RoutingContext ctx, Target target) {
    JsonLines lines = new JsonLines(ctx);
    Caller caller = mesh.caller(target.view().contract());
    if (target.method().shape().streamsRequests()) {
      stream(ctx, target, caller, lines);
      return;
    }
    RequestLines.whole(ctx.request())
        .map(target::request)
        .onFailure(lines::fail)
        .onSuccess(bytes -> single(ctx, target, caller, bytes));
  }

  private static void single(RoutingContext ctx, Target target, Caller caller, byte[] request) {
    JsonLines lines = new JsonLines(ctx);
    CallScope scope = scope(ctx, lines);
    Spec spec = target.spec();
    if (spec.shape() == Shape.SERVER_STREAM) {
      ReadStream<byte[]> replies = scope.run(() -> caller.serverStream(spec, request));
      lines.started(target.deadlineMillis());
      lines.send(replies, target::reply, cause -> cause);
    } else if (spec.shape() == Shape.ONE_WAY) {
      scope.run(
          () -> {
            caller.oneWay(spec, request);
            return null;
          });
      lines.end();
    } else {
      lines.started(target.deadlineMillis());
      Future<byte[]> reply = scope.run(() -> caller.unary(spec, request));
      finish(lines, reply, target, null);
    }
  }

  private static CallScope scope(RoutingContext ctx, JsonLines lines) {
    CallScope scope = CallScope.detached().principal(CallerIdentity.of(ctx));
    if (ctx.queryParams().contains("explain")) {
      Trail trail = new Trail();
      scope.explain(trail);
      lines.explain(trail);
    }
    lines.onClose(scope::cancel);
    return scope;
  }

  private static void stream(RoutingContext ctx, Target target, Caller caller, JsonLines lines) {
    CallScope scope = scope(ctx, lines);
    Spec spec = target.spec();
    Checked checked = new Checked(target);
    ReadStream<byte[]> requests = Streams.map(new RequestLines(ctx.request()), checked::read);
    if (spec.shape() == Shape.BIDIRECTIONAL) {
      ReadStream<byte[]> replies = scope.run(() -> caller.bidirectional(spec, requests));
      lines.started(target.deadlineMillis());
      lines.send(replies, target::reply, checked);
    } else {
      lines.started(target.deadlineMillis());
      Future<byte[]> reply = scope.run(() -> caller.clientStream(spec, requests));
      finish(lines, reply, target, checked);
    }
  }

  private static void finish(
      JsonLines lines, Future<byte[]> reply, Target target, @Nullable Checked checked) {
    reply
        .map(target::reply)
        .onSuccess(
            value -> {
              lines.item(value);
              lines.end();
            })
        .onFailure(cause -> lines.fail(checked == null ? cause : checked.better(cause)));
  }

  /** Reads the lines of a stream, and remembers which one was wrong. */
  private static final class Checked implements JsonLines.Cause {
    private final Target target;
    private int line;
    private @Nullable Refusal refusal;

    Checked(Target target) {
      this.target = target;
    }

    byte[] read(String text) {
      line++;
      try {
        return target.request(text);
      } catch (Refusal e) {
        refusal = new Refusal(e.kind(), "value " + line + ": " + e.message());
        throw refusal;
      }
    }

    /** The wrong line, rather than the cancelled call that it led to. */
    @Override
    public Throwable better(Throwable cause) {
      return refusal == null ? cause : refusal;
    }
  }
}
