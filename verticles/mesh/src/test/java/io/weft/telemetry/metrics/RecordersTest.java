package io.weft.telemetry.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.weft.call.Call;
import io.weft.call.CallFailure;
import io.weft.call.Policy;
import io.weft.call.Spec;
import io.weft.call.Specs;
import io.weft.contract.Code;
import io.weft.contract.Semantics;
import io.weft.contract.Shape;
import io.weft.telemetry.metrics.Recorders.Series;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecordersTest {
  private static final long MILLI = 1_000_000;
  private final Spec spec = Specs.of(Shape.UNARY, Semantics.AT_LEAST_ONCE, 3);

  private static Series only(Collection<Series> all) {
    assertThat(all).hasSize(1);
    return all.iterator().next();
  }

  private static Spec named(Spec spec, String method) {
    Spec.Name name = new Spec.Name(spec.name().service(), 1, method, 1);
    return new Spec(
        name,
        spec.shape(),
        spec.semantics(),
        spec.messages(),
        spec.timing(),
        spec.access(),
        spec.priority());
  }

  @Test
  void call_isCountedByOutcome() {
    Recorders recorders = new Recorders(10);
    Policy policy = recorders.logical("here");
    for (long millis : List.of(3L, 30L)) {
      Call call = Specs.call(spec);
      policy.enter(call, 0);
      policy.exit(call, null, millis * MILLI);
    }
    Call failing = Specs.call(spec);
    policy.enter(failing, 0);
    policy.exit(failing, CallFailure.of(Code.INTERNAL, "x"), 8 * MILLI);

    Series series = only(recorders.series());
    assertThat(series.key()).isEqualTo(new FlowKey(Side.CLIENT, "here", "test.Service", "method"));
    assertThat(series.count()).isEqualTo(3);
    assertThat(series.failed()).isEqualTo(1);
    assertThat(series.inFlight()).isZero();
    assertThat(series.outcomes()).containsOnlyKeys("OK", "INTERNAL");
    assertThat(series.outcomes().get("OK").sumNanos()).isEqualTo(33 * MILLI);
    assertThat(series.outcomes().get("OK").normCounts()).startsWith(1, 0, 0, 1, 0);
    assertThat(series.outcomes().get("INTERNAL").normCounts()).startsWith(0, 1, 0);
  }

  @Test
  void call_underWayIsInFlight() {
    Recorders recorders = new Recorders(10);
    Policy policy = recorders.logical("here");
    Call call = Specs.call(spec);
    policy.enter(call, 0);
    assertThat(only(recorders.series()).inFlight()).isEqualTo(1);
    policy.exit(call, null, 1);
    assertThat(only(recorders.series()).inFlight()).isZero();
  }

  @Test
  void retriesAndHedges_areToldApart() {
    Recorders recorders = new Recorders(10);
    Policy policy = recorders.logical("here");
    Call call = Specs.call(spec);
    policy.enter(call, 0);
    call.nextAttempt(1);
    call.nextAttempt(2);
    call.hedge(3);
    policy.exit(call, null, 4);
    Series series = only(recorders.series());
    assertThat(series.retries()).isEqualTo(2);
    assertThat(series.hedges()).isEqualTo(1);
  }

  @Test
  void attempt_isMeasuredFromItsOwnStart() {
    Recorders recorders = new Recorders(10);
    Policy policy = recorders.attempt("here");
    Call call = Specs.call(spec);
    call.nextAttempt(50 * MILLI);
    policy.enter(call, 50 * MILLI);
    policy.exit(call, null, 52 * MILLI);
    assertThat(only(recorders.series()).outcomes().get("OK").sumNanos()).isEqualTo(2 * MILLI);
  }

  @Test
  void series_areBounded_andNothingIsLost() {
    Recorders recorders = new Recorders(5);
    Policy policy = recorders.logical("here");
    int calls = 10_000;
    for (int i = 0; i < calls; i++) {
      Call call = Specs.call(named(spec, "method" + i));
      policy.enter(call, 0);
      policy.exit(call, null, 1);
    }
    Collection<Series> all = recorders.series();
    assertThat(all).hasSizeLessThanOrEqualTo(5 * Side.values().length + 1);
    assertThat(all.stream().mapToLong(Series::count).sum()).isEqualTo(calls);
    assertThat(all).anySatisfy(s -> assertThat(s.key().rpcMethod()).isEqualTo("_OTHER"));
    assertThat(all).allSatisfy(s -> assertThat(s.inFlight()).isZero());
  }

  @Test
  void threads_addUp() throws InterruptedException {
    Recorders recorders = new Recorders(10);
    Policy policy = recorders.logical("here");
    List<Thread> threads =
        List.of(1, 2, 3).stream()
            .map(
                n ->
                    new Thread(
                        () -> {
                          for (int i = 0; i < 1_000; i++) {
                            Call call = Specs.call(spec);
                            policy.enter(call, 0);
                            policy.exit(call, null, MILLI);
                          }
                        }))
            .toList();
    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(only(recorders.series()).count()).isEqualTo(3_000);
  }
}
