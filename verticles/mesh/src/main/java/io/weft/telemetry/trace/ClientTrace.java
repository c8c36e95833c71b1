package io.weft.telemetry.trace;

import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.vertx.core.Future;
import io.weft.call.Call;
import io.weft.call.CallFailure;
import io.weft.call.Filter;
import io.weft.call.Metadata;
import io.weft.call.Policy;
import io.weft.call.Service;
import org.jspecify.annotations.Nullable;

/**
 * One CLIENT span over all attempts of a call. Begins on the thread of the calling code, where its
 * OpenTelemetry context is known, and ends as a policy, so that it needs no future of its own.
 */
final class ClientTrace implements Filter, Policy {
  private final Tracing tracing;

  ClientTrace(Tracing tracing) {
    this.tracing = tracing;
  }

  @Override
  public Future<Object> apply(Call call, Service next) {
    begin(call);
    return next.call(call);
  }

  private void begin(Call call) {
    Context parent = Context.current();
    SpanContext span = Tracing.spanOf(parent);
    if (!span.isValid() && call.metadata() != Metadata.EMPTY) {
      parent = Tracing.remote(call.metadata());
      span = Tracing.spanOf(parent);
    }
    if (span.isSampled() || !span.isValid() && root(call)) {
      tracing.start(call, parent, SpanKind.CLIENT);
    } else if (span.isValid() && call.metadata().trace(Metadata.TRACEPARENT) == null) {
      // Somebody outside the mesh has decided against recording: that holds for everybody below.
      Tracing.carry(parent, call);
    }
  }

  /** A call of a handler whose own call is not traced belongs to something not sampled. */
  private boolean root(Call call) {
    return call.handler() == null && tracing.mayBegin();
  }

  @Override
  public void exit(Call call, @Nullable CallFailure failure, long nowNanos) {
    Tracing.end(call, failure, true);
  }
}
