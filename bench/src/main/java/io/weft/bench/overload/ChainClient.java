package io.weft.bench.overload;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.json.JsonObject;
import io.weft.bench.subject.ClusterNode;
import io.weft.call.CallFailure;
import io.weft.call.CallScope;
import io.weft.contract.Code;
import io.weft.mesh.Mesh;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import org.HdrHistogram.Histogram;

/** Calls the first of the {@link Chain}, with less time than the chain takes half of the time. */
final class ChainClient implements Part.Answers {
  private static final Duration DEADLINE = Duration.ofMillis(60);
  private static final int MOST_DELAY_MILLIS = 40;
  private static final int PAUSE_NANOS = 2_500_000;
  private static final long WAIT_SECONDS = 20;
  private static final int DIGITS = 3;

  private final ClusterNode node;
  private final Chain.First first;
  private final Chain.Second second;
  private final Chain.Third third;
  private final RandomGenerator random = RandomGenerator.of("Xoshiro256PlusPlus");
  private final Histogram overrun = new Histogram(DIGITS);
  private int open;
  private int answered;
  private int expired;
  private int other;

  private ChainClient(ClusterNode node, Mesh mesh) {
    this.node = node;
    this.first = mesh.client(Chain.First.class, Chain.patient());
    this.second = mesh.client(Chain.Second.class, Chain.patient());
    this.third = mesh.client(Chain.Third.class, Chain.patient());
  }

  static Part.Answers start(ClusterNode node) throws TimeoutException {
    return new ChainClient(node, node.onContext(() -> Mesh.join(node.vertx())));
  }

  /** Questions: {@code calls <millis>} and {@code cancel}. */
  @Override
  public String answer(List<String> question) throws Exception {
    return switch (question.get(0)) {
      case "calls" -> calls(Long.parseLong(question.get(1))).encode();
      case "cancel" -> new JsonObject().put("reachedThird", cancel()).encode();
      default -> throw new IllegalArgumentException("question: " + question);
    };
  }

  private JsonObject calls(long millis) throws Exception {
    node.onContext(
        () -> {
          overrun.reset();
          answered = 0;
          expired = 0;
          other = 0;
          return Future.succeededFuture();
        });
    int lateBefore = late();
    long end = System.nanoTime() + millis * 1_000_000;
    while (System.nanoTime() - end < 0) {
      node.execute(this::call);
      LockSupport.parkNanos(PAUSE_NANOS);
    }
    await("calls to end", () -> Future.succeededFuture(open), n -> n == 0);
    // Handlers of calls that nobody waits for any more would have begun by then.
    Promise<Void> later = Promise.promise();
    node.vertx().setTimer(2 * DEADLINE.toMillis(), timer -> later.complete());
    later.future().await(WAIT_SECONDS, TimeUnit.SECONDS);
    int late = late() - lateBefore;
    return node.onContext(
        () ->
            Future.succeededFuture(
                new JsonObject()
                    .put("startedAfterDeadline", late)
                    .put("overrunMillisP999", overrun.getValueAtPercentile(99.9) / 1e3)
                    .put("answered", answered)
                    .put("expired", expired)
                    .put("other", other)));
  }

  private void call() {
    open++;
    List<Integer> delays =
        List.of(
            random.nextInt(MOST_DELAY_MILLIS),
            random.nextInt(MOST_DELAY_MILLIS),
            random.nextInt(MOST_DELAY_MILLIS));
    CallScope scope = CallScope.inherit().deadline(DEADLINE);
    // Read after the scope's own, so that no handler counts as late for the time in between.
    long deadline = System.nanoTime() + DEADLINE.toNanos();
    scope
        .run(() -> first.go(new Chain.Step(deadline, delays)))
        .onComplete((reply, failure) -> ended(deadline, failure));
  }

  private void ended(long deadline, Throwable failure) {
    open--;
    overrun.recordValue(Math.max(0, (System.nanoTime() - deadline) / 1_000));
    if (failure == null) {
      answered++;
    } else if (failure instanceof CallFailure f && f.code() == Code.DEADLINE_EXCEEDED) {
      expired++;
    } else {
      other++;
    }
  }

  private int late() throws TimeoutException {
    return node.onContext(first::seen).late()
        + node.onContext(second::seen).late()
        + node.onContext(third::seen).late();
  }

  private boolean cancel() throws Exception {
    int before = node.onContext(third::seen).cancelled();
    CallScope scope = CallScope.inherit();
    Future<Integer> hanging = scope.run(() -> first.go(new Chain.Step(0, List.of())));
    await("the third to hang", third::seen, seen -> seen.hanging() > 0);
    scope.cancel();
    await("the third to be cancelled", third::seen, seen -> seen.cancelled() > before);
    return hanging.failed();
  }

  private <T> void await(String what, java.util.function.Supplier<Future<T>> look, Predicate<T> ok)
      throws TimeoutException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(WAIT_SECONDS);
    while (!ok.test(node.onContext(look))) {
      if (System.nanoTime() - end >= 0) {
        throw new TimeoutException("waited in vain for " + what);
      }
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }
}
