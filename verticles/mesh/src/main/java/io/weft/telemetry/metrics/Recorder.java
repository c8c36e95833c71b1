package io.weft.telemetry.metrics;

import io.opentelemetry.api.trace.SpanContext;
import io.weft.call.Call;
import io.weft.telemetry.trace.TraceContext;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/** Durations of one outcome: one thread writes, others read what may be a moment old. */
final class Recorder {
  private static final int SUM = 0;
  private static final int MAX = 1;
  private static final int NORM = 2;
  private static final int FINE = NORM + Histogram.NORM_BUCKETS;

  private final AtomicLongArray cells = new AtomicLongArray(FINE + Histogram.FINE_BUCKETS);
  private volatile @Nullable AtomicReferenceArray<@Nullable Exemplar> exemplars;

  void record(long nanos) {
    long time = Math.max(0, nanos);
    add(SUM, time);
    if (time > cells.getPlain(MAX)) {
      cells.setOpaque(MAX, time);
    }
    add(NORM + Histogram.norm(time), 1);
    add(FINE + Histogram.fine(time), 1);
  }

  private void add(int cell, long amount) {
    cells.setOpaque(cell, cells.getPlain(cell) + amount);
  }

  /** Lets a traced call stand for its duration. */
  void exemplar(Call call, long nanos) {
    SpanContext span = TraceContext.of(call);
    if (span != null && span.isSampled()) {
      exemplar(nanos, span.getTraceId(), span.getSpanId());
    }
  }

  private void exemplar(long nanos, String traceId, String spanId) {
    AtomicReferenceArray<@Nullable Exemplar> kept = exemplars;
    if (kept == null) {
      kept = new AtomicReferenceArray<>(Histogram.NORM_BUCKETS);
      exemplars = kept;
    }
    Exemplar latest = new Exemplar(nanos, traceId, spanId, System.currentTimeMillis());
    kept.setRelease(Histogram.norm(Math.max(0, nanos)), latest);
  }

  void addTo(Histogram sum) {
    AtomicReferenceArray<@Nullable Exemplar> kept = exemplars;
    for (int i = 0; i < Histogram.NORM_BUCKETS; i++) {
      sum.addNorm(i, cells.getOpaque(NORM + i), kept == null ? null : kept.getAcquire(i));
    }
    for (int i = 0; i < Histogram.FINE_BUCKETS; i++) {
      sum.addFine(i, cells.getOpaque(FINE + i));
    }
    sum.addTimes(cells.getOpaque(SUM), cells.getOpaque(MAX));
  }
}
