package io.weft.mesh;

import io.weft.call.Call;
import io.weft.call.CallFailure;
import io.weft.call.Policy;
import io.weft.call.Spec;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** Counts calls and failures. */
final class Tally implements Policy {
  final LongAdder calls = new LongAdder();
  final LongAdder failures = new LongAdder();

  @Override
  public @Nullable CallFailure enter(Call call, long nowNanos) {
    calls.increment();
    return null;
  }

  @Override
  public void refused(Spec spec, CallFailure failure) {
    calls.increment();
    failures.increment();
  }

  @Override
  public void exit(Call call, @Nullable CallFailure failure, long nowNanos) {
    if (failure != null) {
      failures.increment();
    }
  }
}
