package io.weft.telemetry.trace;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.trace.Span;
import io.weft.call.Call;
import io.weft.call.CallFailure;
import io.weft.call.Policy;
import org.jspecify.annotations.Nullable;

/** Tells each attempt as an event of the call's span. */
final class AttemptTrace implements Policy {
  /** The name of the events. */
  static final String EVENT = "rpc.attempt";

  @Override
  public void exit(Call call, @Nullable CallFailure failure, long nowNanos) {
    Span span = Tracing.span(call);
    if (span == null && call.parent() instanceof Call whole && whole.origin() == null) {
      // One of several attempts that run side by side.
      span = Tracing.span(whole);
    }
    if (span == null) {
      return;
    }
    AttributesBuilder attributes = Attributes.builder();
    attributes.put(Tracing.ATTEMPT, (long) call.attempt());
    attributes.put(Tracing.STATUS, failure == null ? Tracing.OK : failure.code().name());
    String target = call.target();
    if (target != null) {
      attributes.put(Tracing.NODE, target);
    }
    span.addEvent(EVENT, attributes.build());
  }
}
