package io.weft.filter.breaker;

import io.vertx.circuitbreaker.CircuitBreaker;
import io.vertx.circuitbreaker.CircuitBreakerOptions;
import io.vertx.circuitbreaker.CircuitBreakerState;
import io.vertx.core.Vertx;
import io.weft.call.Call;
import io.weft.call.CallFailure;
import io.weft.call.Policy;
import io.weft.call.Trail;
import io.weft.contract.Code;
import io.weft.contract.Shape;
import io.weft.filter.Verdict;
import java.util.Locale;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Leaves a service alone that fails too often: refuses its calls for a while, then lets a few pass
 * as a trial. The states are those of vertx-circuit-breaker; when to change them is decided here,
 * by the rate of failures, since the library counts failures in a row only. One for each service
 * and {@link BreakerOptions} of a node. Safe for all threads; while it is closed, a call costs two
 * reads and one counter.
 *
 * @see <a href="https://martinfowler.com/bliki/CircuitBreaker.html">Circuit breaker</a>
 */
public final class Breaker implements Policy {
  private static final int TENTH = 10;

  private final String name;
  private final BreakerOptions options;
  private final long openNanos;
  private final RateWindow window;
  private final HeldTimer timer;
  private final CircuitBreaker machine;
  private final Consumer<Breaker> changed;
  private final LongAdder refused = new LongAdder();
  private volatile CircuitBreakerState state = CircuitBreakerState.CLOSED;
  private volatile long since;
  private volatile Trial trial;
  private volatile String reason = "";

  /** The time of the change that is under way; under the lock. */
  private long moment;

  Breaker(String name, BreakerOptions options, Vertx vertx, long now, Consumer<Breaker> changed) {
    this.name = name;
    this.options = options;
    this.changed = changed;
    this.openNanos = options.open().toNanos();
    this.window = new RateWindow(options.window().toNanos(), now);
    this.since = now;
    this.trial = new Trial(options.probes(), now);
    this.timer = new HeldTimer(vertx);
    CircuitBreakerOptions own =
        new CircuitBreakerOptions().setTimeout(-1).setResetTimeout(options.open().toMillis());
    this.machine =
        CircuitBreaker.create(name, timer.vertx(), own)
            .openHandler(v -> moved(CircuitBreakerState.OPEN))
            .halfOpenHandler(v -> moved(CircuitBreakerState.HALF_OPEN))
            .closeHandler(v -> moved(CircuitBreakerState.CLOSED));
  }

  @Override
  public @Nullable CallFailure enter(Call call, long now) {
    Trail trail = call.metadata().trail();
    if (trail != null) {
      trail.add(describe(now));
    }
    if (state == CircuitBreakerState.CLOSED) {
      return null;
    }
    boolean stream = Trial.streams(call);
    // Nobody answers a one-way call, so it tries nothing.
    boolean probe = call.spec().shape() != Shape.ONE_WAY;
    Trial mine = admit(stream, probe, call.deadlineNanos(), now);
    if (mine != null) {
      call.note(this, mine);
    } else if (state != CircuitBreakerState.CLOSED) {
      return refusal(now);
    }
    return null;
  }

  @Override
  public void exit(Call call, @Nullable CallFailure failure, long now) {
    if (state != CircuitBreakerState.CLOSED) {
      Trial mine = (Trial) call.noted(this);
      if (mine != null) {
        probed(mine, Trial.streams(call), Verdict.of(failure), now);
      }
    } else if (call.spec().shape() != Shape.ONE_WAY) {
      count(Verdict.of(failure), call.startNanos(), now);
    }
  }

  /** Counts a call that ended while the breaker is closed. */
  void count(Verdict verdict, long startNanos, long now) {
    // What began before the breaker closed tells of the trouble that is over.
    if ((verdict == Verdict.GOOD || verdict == Verdict.BAD) && startNanos - since >= 0) {
      window.record(now, verdict == Verdict.BAD);
      if (verdict == Verdict.BAD && tooMany(window.counts(now))) {
        trip(now);
      }
    }
  }

  private boolean tooMany(long counts) {
    int calls = RateWindow.calls(counts);
    return calls >= options.fewestCalls()
        && RateWindow.failures(counts) >= options.failureRate() * calls;
  }

  /**
   * Lets a call pass as a part of the trial.
   *
   * @return the trial; null when it does not pass, or when the breaker has closed meanwhile
   */
  @Nullable Trial admit(boolean stream, boolean probe, long deadlineNanos, long now) {
    if (state == CircuitBreakerState.OPEN && now - since >= openNanos) {
      halfOpen(now);
    }
    Trial current = trial;
    if (state == CircuitBreakerState.HALF_OPEN && current.overdue(now)) {
      settle(current, now);
    }
    return state == CircuitBreakerState.HALF_OPEN
            && probe
            && current.admit(stream, deadlineNanos, openNanos, now)
        ? current
        : null;
  }

  /** A call of a trial ended. */
  void probed(Trial mine, boolean stream, Verdict verdict, long now) {
    mine.ended(stream);
    if (verdict == Verdict.BAD) {
      reopen(mine, "a trial call failed", now);
    } else if (verdict == Verdict.NONE) {
      mine.giveBack();
    } else if (mine.succeed()) {
      close(mine, now);
    }
  }

  private synchronized void trip(long now) {
    long counts = window.counts(now);
    if (state == CircuitBreakerState.CLOSED && tooMany(counts)) {
      reason =
          String.format(
              Locale.ROOT,
              "%d of %d calls failed within %d s (limit: %.0f %%)",
              RateWindow.failures(counts),
              RateWindow.calls(counts),
              options.window().toSeconds(),
              options.failureRate() * 100);
      moment = now;
      machine.open();
    }
  }

  private synchronized void halfOpen(long now) {
    if (state == CircuitBreakerState.OPEN && now - since >= openNanos) {
      moment = now;
      trial = new Trial(options.probes(), now);
      timer.fire();
    }
  }

  private synchronized void reopen(Trial mine, String why, long now) {
    if (state == CircuitBreakerState.HALF_OPEN && trial == mine) {
      reason = why;
      moment = now;
      machine.open();
    }
  }

  private synchronized void close(Trial mine, long now) {
    if (state == CircuitBreakerState.HALF_OPEN && trial == mine) {
      window.clear();
      moment = now;
      machine.reset();
    }
  }

  private void settle(Trial mine, long now) {
    if (mine.onlyStreams()) {
      close(mine, now);
    } else {
      reopen(mine, "a trial call was never answered", now);
    }
  }

  /** Called by the library, inside {@link #trip} and its like. */
  private void moved(CircuitBreakerState to) {
    since = moment;
    state = to;
    changed.accept(this);
  }

  /** Why a call does not pass. */
  CallFailure refusal(long now) {
    refused.increment();
    boolean open = state == CircuitBreakerState.OPEN;
    long left = open ? openNanos - (now - since) : openNanos / TENTH;
    long millis = Math.max(1, left / 1_000_000);
    String message =
        name
            + " is left alone, "
            + reason
            + (open
                ? "; it is tried again in " + millis + " ms"
                : "; a trial of " + options.probes() + " calls is under way")
            + " (give a fallback, or set BreakerOptions)";
    return CallFailure.notProcessed(Code.UNAVAILABLE, message).withRetryAfter(millis);
  }

  boolean closed() {
    return state == CircuitBreakerState.CLOSED;
  }

  BreakerStatus status(long now) {
    long counts = window.counts(now);
    return new BreakerStatus(
        name,
        state,
        RateWindow.calls(counts),
        RateWindow.failures(counts),
        refused.sum(),
        Math.max(0, (now - since) / 1_000_000));
  }

  /** What changed last, for people. */
  String news() {
    return switch (state) {
      case CLOSED -> name + " works again: all " + options.probes() + " trial calls succeeded";
      case OPEN -> name + " is left alone for " + openNanos / 1_000_000 + " ms: " + reason;
      case HALF_OPEN -> name + " is tried with " + options.probes() + " calls";
    };
  }

  private String describe(long now) {
    BreakerStatus status = status(now);
    return switch (status.state()) {
      case CLOSED -> "breaker closed: %d of %d failed".formatted(status.failures(), status.calls());
      case OPEN -> "breaker open for %d ms: %s".formatted(status.sinceMillis(), reason);
      case HALF_OPEN ->
          "breaker half-open: %d of %d trial calls succeeded"
              .formatted(trial.succeeded(), options.probes());
    };
  }
}
