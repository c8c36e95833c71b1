package io.weft.examples.demo;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.weft.call.CallFailure;
import io.weft.contract.Code;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * Makes calls, compares their answers with the right ones and counts. On the event loop of the
 * load.
 *
 * <p>The mesh repeats what its contract declares idempotent. It repeats neither streams, whose
 * items the caller may have seen, nor calls on plain event-bus addresses; their callers know
 * whether they may: {@link #repeatable} does so when the way to the callee broke, and counts it.
 */
final class Checked {
  private static final int ATTEMPTS = 5;
  private static final long PAUSE_MILLIS = 100;

  private final Vertx vertx;
  private final Counts counts;
  private int inFlight;

  Checked(Vertx vertx, Counts counts) {
    this.vertx = vertx;
    this.counts = counts;
  }

  /** Calls that have not ended. */
  int inFlight() {
    return inFlight;
  }

  /** A call that the mesh repeats where needed: any failure counts. */
  void unary(Supplier<Future<?>> call, Object right) {
    inFlight++;
    long start = System.nanoTime();
    call.get()
        .onComplete(
            (answer, failure) -> {
              counts.took(System.nanoTime() - start);
              ended(Pattern.UNARY, failure, answer, right);
            });
  }

  /**
   * A call that this caller repeats: a failure counts when it comes the fifth time, or is another.
   */
  void repeatable(Pattern pattern, Supplier<Future<?>> call, Object right) {
    inFlight++;
    attempt(pattern, call, right, 1);
  }

  private void attempt(Pattern pattern, Supplier<Future<?>> call, Object right, int number) {
    call.get()
        .onComplete(
            (answer, failure) -> {
              if (failure != null && number < ATTEMPTS && broken(pattern, failure)) {
                counts.repeated();
                vertx.setTimer(PAUSE_MILLIS, id -> attempt(pattern, call, right, number + 1));
              } else {
                ended(pattern, failure, answer, right);
              }
            });
  }

  /** A plain event-bus request to a node that dies is only noticed by its timeout. */
  private static boolean broken(Pattern pattern, Throwable cause) {
    return cause instanceof CallFailure failure
        && (failure.code() == Code.UNAVAILABLE
            || pattern == Pattern.PROXY_GEN && failure.code() == Code.DEADLINE_EXCEEDED);
  }

  private void ended(Pattern pattern, Throwable failure, Object answer, Object right) {
    inFlight--;
    if (failure != null) {
      counts.failed(pattern, failure.toString());
    } else if (!Objects.equals(answer, right)) {
      counts.failed(pattern, "got " + answer + " (expected: " + right + ")");
    } else {
      counts.good(pattern);
    }
  }
}
