package io.weft.filter.standard;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.weft.call.Call;
import io.weft.call.CallFailure;
import io.weft.call.Clock;
import io.weft.call.Filter;
import io.weft.call.Service;
import io.weft.call.Trail;
import io.weft.contract.Code;
import java.util.Arrays;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.LongFunction;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Makes calls late or lets them fail, to see what comes of it. Around a handler, its callers see a
 * bad instance and retry, hedge or eject it; around a client, the caller sees what is left after
 * all that. Does nothing until its {@link Faults} say so. Safe for all threads.
 */
public final class FaultInjection implements Filter {
  /** Baggage: milliseconds to wait, 0 to 60,000. */
  public static final String DELAY = "fault-delay-ms";

  /** Baggage: the name of a code to fail with. */
  public static final String ABORT = "fault-abort";

  private final LongFunction<Future<?>> timer;
  private final RandomGenerator random;
  private final Clock clock;
  private volatile Faults faults;

  /**
   * Creates it with the timers of Vert.x and real dice.
   *
   * @param vertx for timers
   * @param faults what to do
   */
  public FaultInjection(Vertx vertx, Faults faults) {
    this(
        faults,
        millis -> vertx.timer(millis, TimeUnit.MILLISECONDS),
        () -> ThreadLocalRandom.current().nextLong(),
        Clock.SYSTEM);
  }

  /**
   * Creates it with other means.
   *
   * @param faults what to do
   * @param timer completes after so many milliseconds, on the context of the calling code
   * @param random the dice; safe for all threads
   * @param clock the time
   */
  public FaultInjection(
      Faults faults, LongFunction<Future<?>> timer, RandomGenerator random, Clock clock) {
    this.faults = faults;
    this.timer = timer;
    this.random = random;
    this.clock = clock;
  }

  /**
   * Other faults from now on.
   *
   * @param value what to do
   */
  public void set(Faults value) {
    faults = value;
  }

  @Override
  public Future<Object> apply(Call call, Service next) {
    Faults now = faults;
    if (!now.allowed()) {
      return next.call(call);
    }
    long millis;
    Code abort;
    try {
      millis = delay(call, now);
      abort = abort(call, now);
    } catch (CallFailure wrong) {
      return Future.failedFuture(wrong);
    }
    explain(call, millis, abort);
    return millis == 0
        ? go(call, abort, next)
        : timer.apply(millis).compose(waited -> late(call, abort, next));
  }

  private Future<Object> late(Call call, @Nullable Code abort, Service next) {
    // No handler starts for somebody who has gone.
    if (call.cancelled() || clock.nanos() >= call.deadlineNanos()) {
      Code code = call.cancelled() ? Code.CANCELLED : Code.DEADLINE_EXCEEDED;
      return Future.failedFuture(
          CallFailure.notProcessed(
              code, call.spec() + " was over before its injected delay had passed"));
    }
    return go(call, abort, next);
  }

  private static Future<Object> go(Call call, @Nullable Code abort, Service next) {
    return abort == null
        ? next.call(call)
        : Future.failedFuture(
            CallFailure.notProcessed(abort, "a fault was injected into " + call.spec()));
  }

  private long delay(Call call, Faults now) {
    String asked = now.byBaggage() ? call.baggage().get(DELAY) : null;
    if (asked == null) {
      return hit(now.delayShare()) ? now.delay().toMillis() : 0;
    }
    long most = Faults.MOST_DELAY.toMillis();
    try {
      long millis = Long.parseLong(asked);
      if (millis >= 0 && millis <= most) {
        return millis;
      }
      throw wrong(DELAY, asked, "0 to " + most);
    } catch (NumberFormatException e) {
      throw wrong(DELAY, asked, "0 to " + most);
    }
  }

  private @Nullable Code abort(Call call, Faults now) {
    String asked = now.byBaggage() ? call.baggage().get(ABORT) : null;
    if (asked == null) {
      return hit(now.abortShare()) ? now.abort() : null;
    }
    for (Code code : Code.values()) {
      if (code.name().equals(asked)) {
        return code;
      }
    }
    throw wrong(ABORT, asked, "one of " + Arrays.toString(Code.values()));
  }

  private boolean hit(double share) {
    return share > 0 && (share >= 1 || random.nextDouble() < share);
  }

  private static CallFailure wrong(String key, String value, String expected) {
    return CallFailure.notProcessed(
        Code.INVALID_ARGUMENT,
        "baggage " + key + ": " + Brief.of(value, 80) + " (expected: " + expected + ")");
  }

  private static void explain(Call call, long millis, @Nullable Code abort) {
    Trail trail = call.metadata().trail();
    if (trail != null && (millis > 0 || abort != null)) {
      trail.add(
          "fault injected:"
              + (millis > 0 ? " " + millis + " ms of delay" : "")
              + (abort == null ? "" : " " + abort));
    }
  }
}
