package io.weft.telemetry.metrics;

import io.weft.call.Call;
import io.weft.call.CallFailure;
import io.weft.call.Policy;
import io.weft.call.Spec;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Measures calls that this node serves. Their caller is the calling node, which the link knows: the
 * name of its service would have to travel with every call.
 */
final class ServerMetrics implements Policy {
  private final Recorders recorders;
  private final UnaryOperator<@Nullable String> names;

  ServerMetrics(Recorders recorders, UnaryOperator<@Nullable String> names) {
    this.recorders = recorders;
    this.names = names;
  }

  private Flow flow(Call call) {
    Shelf shelf = recorders.shelf();
    return shelf.flow(Side.SERVER, call.spec().name(), shelf.nodeName(call.origin(), names));
  }

  @Override
  public @Nullable CallFailure enter(Call call, long nowNanos) {
    flow(call).begin();
    return null;
  }

  @Override
  public void exit(Call call, @Nullable CallFailure failure, long nowNanos) {
    long nanos = nowNanos - call.startNanos();
    Recorder recorder = flow(call).end(failure == null ? null : failure.code(), nanos);
    recorder.exemplar(call, nanos);
  }

  /** Refused by its head alone: nobody looked who sent it. */
  @Override
  public void refused(Spec spec, CallFailure failure) {
    Flow flow = recorders.shelf().flow(Side.SERVER, spec.name(), FlowKey.OTHER);
    flow.begin();
    flow.end(failure.code(), 0);
  }
}
