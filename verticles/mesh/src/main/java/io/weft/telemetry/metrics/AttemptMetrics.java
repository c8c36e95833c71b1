package io.weft.telemetry.metrics;

import io.weft.call.Call;
import io.weft.call.CallFailure;
import io.weft.call.Policy;
import org.jspecify.annotations.Nullable;

/** Measures each attempt of the calls of this node. */
final class AttemptMetrics implements Policy {
  private final Recorders recorders;
  private final String node;

  AttemptMetrics(Recorders recorders, String node) {
    this.recorders = recorders;
    this.node = node;
  }

  private Flow flow(Call call) {
    String caller = ClientMetrics.caller(call, node);
    return recorders.flow(Side.ATTEMPT, call.spec().name(), caller);
  }

  @Override
  public @Nullable CallFailure enter(Call call, long nowNanos) {
    flow(call).begin();
    return null;
  }

  @Override
  public void exit(Call call, @Nullable CallFailure failure, long nowNanos) {
    flow(call).end(failure == null ? null : failure.code(), nowNanos - call.attemptNanos());
  }
}
