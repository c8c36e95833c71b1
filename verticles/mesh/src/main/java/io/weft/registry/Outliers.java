package io.weft.registry;

import io.weft.call.Call;
import io.weft.contract.Shape;
import io.weft.filter.Verdict;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Ejects instances that do worse than the others, and takes them back. One for each client and
 * lane; belongs to the lane's thread. An instance is ejected when
 *
 * <ul>
 *   <li>5 calls in a row, or 40 % of at least 10 calls within 5 s failed, while the others fail
 *       less than half as often: when all fail alike the fault is not its own;
 *   <li>its node is silent for 0.8 s while calls wait, and others answer;
 *   <li>3 calls or more wait without any answer, for more than 1 s and 20 times the slowest answer
 *       that their methods ever took, and others answer.
 * </ul>
 *
 * <p>It is left alone for 1 s, 2 s, 4 s, then 8 s each time. Then 3 calls go there as a trial: when
 * all succeed it is back, when one fails it is left alone again. The last one is never ejected.
 *
 * @see <a href="https://www.envoyproxy.io/docs/envoy/latest/intro/arch_overview/upstream/outlier">
 *     Envoy: outlier detection</a>
 */
final class Outliers {
  static final int IN_ROW = 5;
  static final int FEWEST = 10;
  static final int PROBES = 3;

  /** Of a method that was never answered, nobody knows how long it takes. */
  static final long FOREVER = 1L << 60;

  private static final double RATE = 0.4;
  private static final long CHECK_NANOS = 100_000_000;

  /** Without a look for so long, this thread itself stood still, or nobody called. */
  private static final long PAUSE_NANOS = 250_000_000;

  private static final long SILENT_NANOS = 400_000_000;
  private static final long HANGING_NANOS = 1_000_000_000;
  private static final long TRIAL_NANOS = 2_000_000_000;
  private static final int HANGING_FACTOR = 20;
  private static final int HANGING_CALLS = 3;
  private static final int OTHERS_ANSWER = 3;
  private static final int MOST_METHODS = 1_024;
  private static final int FADING = 4_096;

  private final Ejections ejections;
  private Instance[] fit = {};
  private int out;
  private long answers;
  private long checkedAt;
  private boolean checked;
  private long[] slowest = new long[16];

  Outliers(Ejections ejections) {
    this.ejections = ejections;
  }

  void update(Instance[] instances) {
    fit = instances;
    recount();
  }

  private void recount() {
    out = 0;
    for (Instance instance : fit) {
      if (instance.conduct().out()) {
        out++;
      }
    }
  }

  void gone(Instance instance) {
    if (instance.conduct().out()) {
      ejections.gone(instance.endpoint());
    }
  }

  /** How many fit instances are left alone. */
  int out() {
    return out;
  }

  boolean most() {
    return out * 2 > fit.length;
  }

  /** Answers of all instances so far. */
  long answers() {
    return answers;
  }

  /** The slowest answer of the call's method, of whichever instance; what is old fades. */
  long slowest(Call call) {
    int number = call.spec().name().number();
    long nanos = number < slowest.length ? slowest[number] : 0;
    return nanos == 0 ? FOREVER : nanos;
  }

  void answered(Call call, long latencyNanos) {
    answers++;
    int number = call.spec().name().number();
    if (number >= slowest.length) {
      if (number > MOST_METHODS) {
        return;
      }
      slowest = Arrays.copyOf(slowest, number + 16);
    }
    long known = slowest[number];
    slowest[number] = Math.max(1, Math.max(latencyNanos, known - known / FADING));
  }

  /** Judges the end of an attempt. */
  void ended(Instance instance, Verdict verdict, long begun, long now) {
    Conduct conduct = instance.conduct();
    conduct.add(verdict, now);
    if (conduct.out()) {
      tried(instance, verdict, begun, now);
    } else if (verdict == Verdict.BAD) {
      judge(instance, now);
    }
  }

  private void tried(Instance instance, Verdict verdict, long begun, long now) {
    Conduct conduct = instance.conduct();
    if (!conduct.tells(begun)) {
      return;
    }
    if (verdict == Verdict.GOOD) {
      if (conduct.succeed() >= PROBES) {
        release(instance, PROBES + " trial calls succeeded", now);
      }
    } else if (!conduct.resting(now)) {
      conduct.again(now);
    }
  }

  private void judge(Instance instance, long now) {
    Conduct conduct = instance.conduct();
    int calls = conduct.calls(now);
    int failures = conduct.failures(now);
    boolean often = calls >= FEWEST && failures >= RATE * calls;
    if ((often || conduct.inRow() >= IN_ROW) && worse(instance, now)) {
      String reason =
          often
              ? String.format(Locale.ROOT, "%d of %d calls failed within 5 s", failures, calls)
              : conduct.inRow() + " calls in a row failed";
      eject(instance, reason, now, false);
    }
  }

  private boolean worse(Instance instance, long now) {
    long calls = 0;
    long failures = 0;
    for (Instance other : fit) {
      if (other != instance && !other.conduct().out()) {
        calls += other.conduct().calls(now);
        failures += other.conduct().failures(now);
      }
    }
    long own = Math.max(1, instance.conduct().calls(now));
    double rate = (double) instance.conduct().failures(now) / own;
    return calls < FEWEST || failures * 2 < rate * calls;
  }

  private void eject(Instance instance, String reason, long now, boolean link) {
    if (out + 1 >= fit.length) {
      return; // the last one
    }
    instance.conduct().eject(now, link);
    recount();
    ejections.ejected(instance.endpoint(), reason);
  }

  private void release(Instance instance, String reason, long now) {
    instance.conduct().release(now);
    recount();
    ejections.returned(instance.endpoint(), reason);
  }

  /** Looks for those who say nothing; does so ten times a second at most. */
  void check(long now) {
    long pause = now - checkedAt;
    if (checked && pause < CHECK_NANOS) {
      return;
    }
    boolean steady = checked && pause < PAUSE_NANOS;
    checked = true;
    checkedAt = now;
    for (Instance instance : fit) {
      look(instance, steady, now);
    }
  }

  private void look(Instance instance, boolean steady, long now) {
    Conduct conduct = instance.conduct();
    boolean silent = instance.target().suspect();
    if (!silent || !conduct.silent || !steady) {
      conduct.silent = silent;
      conduct.silentSince = now;
      conduct.silentMark = answers;
    }
    if (conduct.out()) {
      settle(instance, now);
      return;
    }
    if (silent
        && now - conduct.silentSince >= SILENT_NANOS
        && answers - conduct.silentMark >= OTHERS_ANSWER) {
      giveUp(instance, "was silent while calls waited and others answered", now, true);
    } else if (steady && hangs(instance, now)) {
      giveUp(instance, "left all calls without an answer while others answered", now, false);
    }
  }

  private boolean hangs(Instance instance, long now) {
    long waited = now - instance.unansweredSince();
    return instance.unary() >= HANGING_CALLS
        && instance.patience() < FOREVER
        && waited > HANGING_NANOS
        && waited > HANGING_FACTOR * instance.patience()
        && answers - instance.answersMark() >= FEWEST;
  }

  private void giveUp(Instance instance, String reason, long now, boolean link) {
    eject(instance, reason, now, link);
    if (instance.conduct().out()) {
      instance.target().giveUp(instance.endpoint().service().service(), reason);
    }
  }

  /** A trial without a verdict: who does not answer is left alone again, streams just live. */
  private void settle(Instance instance, long now) {
    Conduct conduct = instance.conduct();
    if (conduct.admitted() == 0 || now - conduct.admittedAt() < TRIAL_NANOS) {
      return;
    }
    if (instance.unary() > 0) {
      conduct.again(now);
    } else if (instance.inFlight() > 0) {
      release(instance, "its streams live", now);
    } else {
      conduct.renew();
    }
  }

  /**
   * An instance whose back-off is over and that this call may try.
   *
   * @param most how many of the fit instances are near enough to be asked
   */
  @Nullable Instance probe(Call call, int most, long now) {
    for (int i = 0; i < most; i++) {
      if (fit[i].conduct().out() && mayTry(fit[i], call, now)) {
        return fit[i];
      }
    }
    return null;
  }

  boolean mayTry(Instance instance, Call call, long now) {
    Conduct conduct = instance.conduct();
    boolean tells = call.spec().shape() != Shape.ONE_WAY || conduct.byLink;
    return tells
        && call.attempt() == 1
        && !conduct.resting(now)
        && !instance.target().suspect()
        && !Balancer.tried(call, instance)
        && conduct.admit(now, PROBES);
  }
}
