package io.weft.telemetry.metrics;

import io.weft.contract.Code;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * The calls of one caller to one method, as one thread sees them: that thread alone writes, and all
 * may read.
 */
final class Flow {
  private static final int OK = 0;

  private final FlowKey key;
  private final Counter inFlight = new Counter();
  private final Counter retries = new Counter();
  private final Counter hedges = new Counter();
  private final AtomicReferenceArray<@Nullable Recorder> byCode =
      new AtomicReferenceArray<>(Code.values().length + 1);
  @Nullable Flow next;

  Flow(FlowKey key) {
    this.key = key;
  }

  FlowKey key() {
    return key;
  }

  void begin() {
    inFlight.add(1);
  }

  Recorder end(@Nullable Code code, long nanos) {
    inFlight.add(-1);
    int index = code == null ? OK : code.ordinal() + 1;
    Recorder recorder = byCode.getPlain(index);
    if (recorder == null) {
      recorder = new Recorder();
      byCode.setRelease(index, recorder);
    }
    recorder.record(nanos);
    return recorder;
  }

  void repeated(int again, int hedged) {
    retries.add(again);
    hedges.add(hedged);
  }

  long inFlight() {
    return inFlight.get();
  }

  long retries() {
    return retries.get();
  }

  long hedges() {
    return hedges.get();
  }

  /** The recorder of an outcome, null when there was none of it; null stands for success. */
  @Nullable Recorder recorder(@Nullable Code code) {
    return byCode.getAcquire(code == null ? OK : code.ordinal() + 1);
  }
}
