package io.weft.mesh;

import io.weft.call.Call;
import io.weft.call.CallContext;
import io.weft.call.CallFailure;
import io.weft.call.Spec;
import io.weft.call.Trail;
import io.weft.contract.Code;
import io.weft.contract.Fate;
import io.weft.contract.Semantics;
import io.weft.contract.Shape;
import io.weft.filter.HedgeDelay;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Attempts of one call that run side by side, and attempts with a time of their own: for methods
 * with {@code @Hedge} or {@code attemptMillis}. The first answer wins, the others are cancelled. On
 * the lane's thread.
 */
final class Race {
  /** Under this key a branch of a call knows its race. */
  private static final Object KEY = Race.class;

  private final Attempts attempts;
  private final Call call;
  private final List<Call> running = new ArrayList<>(2);
  private final Runnable cancel;
  private @Nullable Call first;
  private boolean over;

  Race(Attempts attempts, Call call) {
    this.attempts = attempts;
    this.call = call;
    this.cancel = call::cancel;
  }

  /** Whether calls of a method run as races. */
  static boolean wanted(Spec spec) {
    Spec.Timing timing = spec.timing();
    return (timing.hedgeAfterMillis() >= 0 || timing.attemptMillis() > 0)
        && spec.shape() == Shape.UNARY
        && spec.semantics() == Semantics.AT_LEAST_ONCE;
  }

  static @Nullable Race of(Call call) {
    return (Race) call.noted(KEY);
  }

  /** The call that an attempt is made for. */
  static Call whole(Call attempt) {
    Race race = of(attempt);
    return race == null ? attempt : race.call;
  }

  void start(long now) {
    if (call.parent() != null) {
      call.parent().onCancel(cancel);
    }
    long hedge = hedgeNanos();
    first = branch(now);
    if (!over && hedge != HedgeDelay.UNKNOWN && now + hedge < call.deadlineNanos()) {
      attempts.lane().schedule(this::hedge, Math.max(1, (hedge + 999_999) / 1_000_000));
    }
  }

  private long hedgeNanos() {
    long millis = call.spec().timing().hedgeAfterMillis();
    return millis < 0
        ? HedgeDelay.UNKNOWN
        : millis > 0 ? millis * 1_000_000 : attempts.delay(call).nanos();
  }

  private Call branch(long now) {
    long millis = call.spec().timing().attemptMillis();
    Call branch = call.branch(millis > 0 ? now + millis * 1_000_000 : CallContext.NO_DEADLINE);
    branch.note(KEY, this);
    running.add(branch);
    Call earlier = first;
    if (earlier != null && earlier.target() != null) {
      branch.tried(earlier.target());
    }
    attempts.send(branch, now);
    return branch;
  }

  private void hedge() {
    long now = attempts.clock().nanos();
    Trail trail = call.metadata().trail();
    if (over || call.cancelled() || now >= call.deadlineNanos()) {
      return;
    }
    if (!attempts.another(call, first) || !attempts.budget().tryWithdraw()) {
      if (trail != null) {
        trail.add("not hedged: no other instance, or the retry budget is used up");
      }
      return;
    }
    if (trail != null) {
      trail.add("hedged: the first attempt is late");
    }
    call.hedge(now);
    branch(now);
  }

  /** One attempt is over. */
  void ended(Call branch, @Nullable Object reply, @Nullable CallFailure failure, long now) {
    running.remove(branch);
    if (over) {
      return;
    }
    if (failure == null) {
      close();
      attempts.answered(call, reply, now);
    } else if (running.isEmpty()) {
      close();
      attempts.failed(call, late(branch, failure), now);
    }
  }

  /** The time of an attempt is not the caller's deadline: somebody else may still make it. */
  private CallFailure late(Call branch, CallFailure failure) {
    if (failure.code() != Code.DEADLINE_EXCEEDED
        || branch.deadlineNanos() >= call.deadlineNanos()) {
      return failure;
    }
    String message =
        "attempt %d of %s took longer than %d ms"
            .formatted(branch.attempt(), call.spec(), call.spec().timing().attemptMillis());
    return CallFailure.of(Code.UNAVAILABLE, message)
        .withFate(failure.fate() == Fate.NOT_PROCESSED ? Fate.NOT_PROCESSED : Fate.UNKNOWN);
  }

  private void close() {
    over = true;
    if (call.parent() != null) {
      call.parent().removeCancel(cancel);
    }
    // The loser may still be on its way, and must not be repeated after the winner has answered.
    List.copyOf(running).forEach(Call::cancel);
  }
}
