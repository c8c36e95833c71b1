package io.weft.telemetry.metrics;

import io.weft.call.Call;
import io.weft.call.CallFailure;
import io.weft.call.Policy;
import org.jspecify.annotations.Nullable;

/** Measures calls as their callers see them: once, over all attempts. */
final class ClientMetrics implements Policy {
  private final Recorders recorders;
  private final String node;

  ClientMetrics(Recorders recorders, String node) {
    this.recorders = recorders;
    this.node = node;
  }

  /** The service whose handler makes a call, else the node. */
  static String caller(Call call, String node) {
    Call handler = call.handler();
    return handler == null ? node : handler.spec().name().service();
  }

  private Flow flow(Call call) {
    return recorders.flow(Side.CLIENT, call.spec().name(), caller(call, node));
  }

  @Override
  public @Nullable CallFailure enter(Call call, long nowNanos) {
    flow(call).begin();
    return null;
  }

  @Override
  public void exit(Call call, @Nullable CallFailure failure, long nowNanos) {
    Flow flow = flow(call);
    long nanos = nowNanos - call.startNanos();
    Recorder recorder = flow.end(failure == null ? null : failure.code(), nanos);
    int again = call.attempt() - 1;
    if (again > 0) {
      flow.repeated(again - call.hedges(), call.hedges());
    }
    recorder.exemplar(call, nanos);
  }
}
