package io.weft.telemetry.trace;

import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.context.Context;
import io.weft.call.Call;
import io.weft.call.CallContext;
import io.weft.call.Metadata;
import org.jspecify.annotations.Nullable;

/** The trace that the running code belongs to, with or without an SDK. */
public final class TraceContext {
  private TraceContext() {}

  /**
   * Makes the span of the call being served OpenTelemetry's current one. Works before the first use
   * of OpenTelemetry's context only; does nothing later.
   */
  public static void install() {
    MeshContextStorage.install();
  }

  /**
   * The span that a call is recorded in.
   *
   * @param call at its caller or at the server
   * @return null when nobody records it
   */
  public static @Nullable SpanContext of(Call call) {
    Context context = Tracing.noted(call);
    return context == null ? null : Tracing.spanOf(context);
  }

  /**
   * The span of the running code: OpenTelemetry's current one where calls are traced, else that of
   * the call being served, else the context that travels with it.
   *
   * @return an invalid context outside any trace
   */
  public static SpanContext current() {
    if (MeshContextStorage.installed()) {
      SpanContext span = Tracing.spanOf(Context.current());
      if (span.isValid()) {
        return span;
      }
    }
    CallContext call = CallContext.current();
    Context context = call == null ? null : inherited(call);
    return context == null ? SpanContext.getInvalid() : Tracing.spanOf(context);
  }

  /** The OpenTelemetry context that belongs to a call context. */
  static @Nullable Context inherited(CallContext call) {
    Call handler = call.handler();
    Context noted = handler == null ? null : Tracing.noted(handler);
    if (noted != null) {
      return noted;
    }
    Metadata metadata = call.metadata();
    return metadata == Metadata.EMPTY ? null : Tracing.remote(metadata);
  }

  /**
   * The context of the running code as it travels, for events.
   *
   * @return a {@code traceparent}, null outside any sampled trace
   */
  public static @Nullable String traceparent() {
    SpanContext span = current();
    return span.isSampled()
        ? "00-" + span.getTraceId() + "-" + span.getSpanId() + "-" + span.getTraceFlags().asHex()
        : null;
  }
}
