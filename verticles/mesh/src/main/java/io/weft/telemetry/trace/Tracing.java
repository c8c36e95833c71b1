package io.weft.telemetry.trace;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapSetter;
import io.weft.call.Call;
import io.weft.call.CallFailure;
import io.weft.call.Filter;
import io.weft.call.Metadata;
import io.weft.call.Policy;
import io.weft.call.Spec;
import io.weft.contract.Code;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * What the spans of callers and servers share. Names are those of OpenTelemetry's conventions for
 * RPC. A sampled call carries its W3C context in its metadata; an unsampled one carries none,
 * unless somebody outside the mesh gave it one.
 */
public final class Tracing {
  /** The {@code rpc.status_code} of a call that succeeded. */
  public static final String OK = "OK";

  static final AttributeKey<String> SYSTEM = AttributeKey.stringKey("rpc.system.name");
  static final AttributeKey<String> METHOD = AttributeKey.stringKey("rpc.method");
  static final AttributeKey<String> STATUS = AttributeKey.stringKey("rpc.status_code");
  static final AttributeKey<String> ERROR = AttributeKey.stringKey("error.type");
  static final AttributeKey<String> NODE = AttributeKey.stringKey("weft.node");
  static final AttributeKey<Long> ATTEMPT = AttributeKey.longKey("weft.attempt");

  /** Under this key a call knows the OpenTelemetry context of its span. */
  private static final Object KEY = Tracing.class;

  private static final int MOST_METHODS = 1_000;
  private static final W3CTraceContextPropagator W3C = W3CTraceContextPropagator.getInstance();
  private static final TextMapSetter<Call> SETTER = Tracing::set;
  private static final TextMapGetter<Metadata> GETTER = new Getter();

  private final Tracer tracer;
  private final double rootShare;
  private final ClientTrace client;
  private final Map<Spec.Name, Attributes> attributes = new ConcurrentHashMap<>();

  /**
   * Starts.
   *
   * @param openTelemetry where spans go
   * @param rootShare the share of calls outside any trace that ask its sampler, 0 to 1
   */
  public Tracing(OpenTelemetry openTelemetry, double rootShare) {
    this.tracer = openTelemetry.getTracer("io.weft");
    this.rootShare = rootShare;
    this.client = new ClientTrace(this);
  }

  /**
   * Begins the spans of calls, on the thread of the calling code.
   *
   * @return a filter without a future of its own
   */
  public Filter filter() {
    return client;
  }

  /**
   * Ends the spans of calls.
   *
   * @return looks at each call of this node once
   */
  public Policy logical() {
    return client;
  }

  /**
   * Tells attempts as events of the call's span.
   *
   * @return looks at each attempt
   */
  public Policy attempt() {
    return new AttemptTrace();
  }

  /**
   * Begins and ends the spans of served calls.
   *
   * @return looks at each call that this node serves
   */
  public Policy server() {
    return new ServerTrace(this);
  }

  private static void set(@Nullable Call call, String key, String value) {
    if (call != null) {
      call.metadata(call.metadata().withTrace(key, value));
    }
  }

  private static final class Getter implements TextMapGetter<Metadata> {
    @Override
    public Iterable<String> keys(Metadata carrier) {
      return List.of(Metadata.TRACEPARENT, Metadata.TRACESTATE);
    }

    @Override
    public @Nullable String get(@Nullable Metadata carrier, String key) {
      return carrier == null ? null : carrier.trace(key);
    }
  }

  /** The context that travels with a call; {@link Context#root()} without one, or a damaged one. */
  static Context remote(Metadata metadata) {
    return metadata.trace(Metadata.TRACEPARENT) == null
        ? Context.root()
        : W3C.extract(Context.root(), metadata, GETTER);
  }

  static SpanContext spanOf(Context context) {
    return Span.fromContext(context).getSpanContext();
  }

  /** Puts a context into the metadata of a call. */
  static void carry(Context context, Call call) {
    if (!spanOf(context).getTraceState().isEmpty()
        || call.metadata().trace(Metadata.TRACESTATE) == null) {
      W3C.inject(context, call, SETTER);
      return;
    }
    call.metadata(call.metadata().withTrace(Metadata.TRACESTATE, null));
    W3C.inject(context, call, SETTER);
  }

  /** Whether a call outside any trace shall ask the sampler. */
  boolean mayBegin() {
    return rootShare >= 1 || ThreadLocalRandom.current().nextDouble() < rootShare;
  }

  /** Starts a span. The call carries it if somebody records it, and knows it until its end. */
  void start(Call call, Context parent, SpanKind kind) {
    Spec.Name name = call.spec().name();
    Attributes known = attributes(name);
    Span span =
        tracer
            .spanBuilder(name.toString())
            .setParent(parent)
            .setSpanKind(kind)
            .setAllAttributes(known)
            .startSpan();
    boolean recording = span.isRecording();
    if (!recording && !spanOf(parent).isValid()) {
      return;
    }
    Context context = parent.with(span);
    if (recording) {
      call.note(KEY, context);
    }
    carry(context, call);
  }

  private Attributes attributes(Spec.Name name) {
    Attributes known = attributes.get(name);
    if (known == null) {
      known = Attributes.of(SYSTEM, "weft", METHOD, name.toString());
      if (attributes.size() < MOST_METHODS) {
        attributes.put(name, known);
      }
    }
    return known;
  }

  /** The context of a call's span, null when nobody records it. */
  static @Nullable Context noted(Call call) {
    return (Context) call.noted(KEY);
  }

  /** The span that a call is recorded in, null when it is in none. */
  static @Nullable Span span(Call call) {
    Context context = noted(call);
    return context == null ? null : Span.fromContext(context);
  }

  /** Ends the span of a call. */
  static void end(Call call, @Nullable CallFailure failure, boolean fault) {
    Span span = span(call);
    if (span == null) {
      return;
    }
    span.setAttribute(STATUS, failure == null ? OK : failure.code().name());
    if (failure != null && fault) {
      span.setAttribute(ERROR, failure.code().name());
      span.setStatus(StatusCode.ERROR, failure.message());
    }
    span.end();
  }

  /**
   * Whether a failure is the server's fault rather than the caller's: as gRPC's conventions say.
   */
  static boolean serverFault(CallFailure failure) {
    Code code = failure.code();
    return switch (code) {
      case UNKNOWN, DEADLINE_EXCEEDED, UNIMPLEMENTED, INTERNAL, UNAVAILABLE, DATA_LOSS -> true;
      default -> false;
    };
  }
}
