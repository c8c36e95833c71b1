package io.weft.telemetry.tap;

import io.opentelemetry.api.trace.SpanContext;
import io.weft.call.Call;
import io.weft.call.CallFailure;
import io.weft.call.Policy;
import io.weft.call.Spec;
import io.weft.telemetry.trace.TraceContext;
import io.weft.telemetry.trace.Tracing;
import org.jspecify.annotations.Nullable;

/** Shows calls to those who look, and does nothing while nobody does. */
final class TapPolicy implements Policy {
  private final Taps taps;
  private final String node;

  TapPolicy(Taps taps, String node) {
    this.taps = taps;
    this.node = node;
  }

  @Override
  public void exit(Call call, @Nullable CallFailure failure, long nowNanos) {
    Taps.Tap[] all = taps.all();
    if (all.length > 0) {
      show(all, call, failure == null ? Tracing.OK : failure.code().name(), nowNanos);
    }
  }

  private void show(Taps.Tap[] all, Call call, String code, long now) {
    Spec.Name name = call.spec().name();
    long nanos = now - call.startNanos();
    TappedCall shown = null;
    for (Taps.Tap tap : all) {
      if (tap.takes(name.service(), name.method(), code, nanos) && tap.admits()) {
        shown = shown == null ? describe(call, code, nanos) : shown;
        tap.add(shown);
      }
    }
  }

  private TappedCall describe(Call call, String code, long nanos) {
    Spec.Name name = call.spec().name();
    SpanContext span = TraceContext.of(call);
    return new TappedCall(
        System.currentTimeMillis(),
        caller(call),
        name.service(),
        name.method(),
        code,
        nanos,
        call.attempt(),
        call.target(),
        span == null ? null : span.getTraceId());
  }

  private String caller(Call call) {
    Call handler = call.handler();
    return handler == null ? node : handler.spec().name().service();
  }
}
