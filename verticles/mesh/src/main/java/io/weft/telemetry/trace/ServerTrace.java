package io.weft.telemetry.trace;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.weft.call.Call;
import io.weft.call.CallFailure;
import io.weft.call.Metadata;
import io.weft.call.Policy;
import org.jspecify.annotations.Nullable;

/**
 * One SERVER span for each call that carries a sampled context. Begins no trace of its own: the
 * caller has decided.
 */
final class ServerTrace implements Policy {
  private final Tracing tracing;

  ServerTrace(Tracing tracing) {
    this.tracing = tracing;
  }

  @Override
  public @Nullable CallFailure enter(Call call, long nowNanos) {
    Metadata metadata = call.metadata();
    if (metadata == Metadata.EMPTY) {
      return null;
    }
    Context parent = Tracing.remote(metadata);
    if (Tracing.spanOf(parent).isSampled()) {
      tracing.start(call, parent, SpanKind.SERVER);
      Span span = Tracing.span(call);
      String origin = call.origin();
      if (span != null && origin != null) {
        span.setAttribute(Tracing.NODE, origin);
      }
    }
    return null;
  }

  @Override
  public void exit(Call call, @Nullable CallFailure failure, long nowNanos) {
    Tracing.end(call, failure, failure != null && Tracing.serverFault(failure));
  }
}
