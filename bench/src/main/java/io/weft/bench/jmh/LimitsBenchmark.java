package io.weft.bench.jmh;

import io.weft.call.Call;
import io.weft.call.Policy;
import io.weft.call.Spec;
import io.weft.contract.Priority;
import io.weft.contract.Semantics;
import io.weft.contract.Shape;
import io.weft.filter.limit.Bulkhead;
import io.weft.filter.limit.ConcurrencyLimit;
import io.weft.filter.limit.DeadlineLimit;
import io.weft.filter.limit.QueueLimit;
import io.weft.filter.limit.RateLimit;
import io.weft.filter.limit.Refusals;
import io.weft.wire.WellKnown;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What the limits of a server cost a call that passes them, and what a refusal costs. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class LimitsBenchmark {
  private static final long LEFT_NANOS = 5_000_000_000L;
  private static final long TAKES_NANOS = 2_000;
  private static final long QUEUED_NANOS = 7_000_000;
  private static final double PER_SECOND = 5e8;

  private final Spec spec =
      new Spec(
          new Spec.Name("bench.Service", 1, "method", 1),
          Shape.UNARY,
          Semantics.AT_MOST_ONCE,
          new Spec.Messages(WellKnown.STRING, WellKnown.STRING, List.of()),
          new Spec.Timing(0, 1, 0, -1),
          new Spec.Access(false, false, List.of()),
          Priority.Level.NORMAL);
  private final Call call = new Call(spec, "request", null, null, Call.Time.of(0, 0));
  private final Refusals refusals = new Refusals();
  private final QueueLimit queue = new QueueLimit(refusals);
  private final Policy[] standard = {
    queue, new DeadlineLimit(refusals), new ConcurrencyLimit(refusals)
  };
  private final Policy[] all = {
    queue,
    new DeadlineLimit(refusals),
    new RateLimit(PER_SECOND, Integer.MAX_VALUE, refusals),
    new Bulkhead(Integer.MAX_VALUE, refusals),
    new ConcurrencyLimit(refusals)
  };
  private final Policy.Gate[] standardGates = gates(standard);
  private final Policy.Gate[] allGates = gates(all);
  private long now;

  private static Policy.Gate[] gates(Policy[] policies) {
    return Stream.of(policies)
        .filter(Policy.Gate.class::isInstance)
        .map(Policy.Gate.class::cast)
        .toArray(Policy.Gate[]::new);
  }

  /**
   * The limits that every server has.
   *
   * @return how many refused: none
   */
  @Benchmark
  public int standard() {
    return pass(standard, standardGates);
  }

  /**
   * Those that options add too.
   *
   * @return how many refused: none
   */
  @Benchmark
  public int all() {
    return pass(all, allGates);
  }

  /**
   * One refusal, as the gate makes it.
   *
   * @return the refusal
   */
  @Benchmark
  public @Nullable Object refusal() {
    return queue.admit(spec, Priority.Level.NORMAL, QUEUED_NANOS + (++now & 0xffff), LEFT_NANOS);
  }

  /** As a served service does it: the gates are known before, and asked first. */
  private int pass(Policy[] policies, Policy.Gate[] gates) {
    int refused = 0;
    for (Policy.Gate gate : gates) {
      refused += gate.admit(spec, spec.priority(), 0, LEFT_NANOS) == null ? 0 : 1;
    }
    for (int i = gates.length; i < policies.length; i++) {
      refused += policies[i].enter(call, now) == null ? 0 : 1;
    }
    for (int i = policies.length - 1; i >= 0; i--) {
      policies[i].exit(call, null, TAKES_NANOS);
    }
    return refused;
  }
}
