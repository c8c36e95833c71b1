package io.weft.registry;

import io.weft.call.Call;
import io.weft.call.CallFailure;
import io.weft.contract.Code;
import io.weft.contract.Fate;
import io.weft.contract.Shape;
import io.weft.filter.Verdict;
import io.weft.link.Target;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An endpoint as one lane of the caller knows it by its own calls: what is in flight, how fast it
 * answers, how often it fails. Belongs to the lane's thread.
 *
 * <p>While calls wait, the time without any answer counts as {@link Latency} too, so a wedged
 * instance becomes expensive before its first timeout.
 */
public final class Instance {
  /** What an instance costs of which nothing is known yet, or which failed just now: 1 s. */
  static final double PENALTY_NANOS = 1e9;

  private static final double SUSPECT_FACTOR = 1e6;
  private static final double SLOW_START_FLOOR = 0.1;
  private static final long FIRST_BACKOFF_NANOS = 100_000_000;
  private static final int LONGEST_BACKOFF = 8;

  /** The state of smooth weighted round robin. */
  double turn;

  private final long hash;
  private Endpoint endpoint;
  private Target target;
  private int unary;
  private int others;
  private long waitingSince;
  private final Latency latency = new Latency();
  private final Conduct conduct = new Conduct();
  private final Outliers outliers;
  private long unansweredSince;
  private long answersMark;
  private long patience;
  private int strikes;
  private long struckAt;
  private long backoffUntil;
  private boolean struck;

  Instance(Endpoint endpoint, Function<Instance, Target> targets, Outliers outliers) {
    this.endpoint = endpoint;
    this.outliers = outliers;
    String place = endpoint.address().node() + "." + endpoint.address().lane();
    this.hash = hash(place + "." + endpoint.serviceId());
    this.target = targets.apply(this);
  }

  /**
   * What the registry knows about it.
   *
   * @return the endpoint as of the last {@link Balancer#update}
   */
  public Endpoint endpoint() {
    return endpoint;
  }

  /**
   * How the lane reaches it.
   *
   * @return the target
   */
  public Target target() {
    return target;
  }

  /**
   * Tells that an attempt begins, right before {@link Target#call}.
   *
   * @param call the call
   * @param nowNanos a moment of the clock
   */
  public void begin(Call call, long nowNanos) {
    if (!timed(call)) {
      others++;
      return;
    }
    if (unary++ == 0) {
      waitingSince = nowNanos;
      unansweredSince = nowNanos;
      answersMark = outliers.answers();
      patience = 0;
    }
    patience = Math.max(patience, outliers.slowest(call));
  }

  /**
   * Tells that an attempt is over, exactly once for each {@link #begin}.
   *
   * @param call the call
   * @param nowNanos a moment of the clock
   * @param latencyNanos how long the attempt took
   * @param failure null for success
   */
  public void end(Call call, long nowNanos, long latencyNanos, @Nullable CallFailure failure) {
    boolean timed = timed(call);
    if (timed) {
      unary--;
      waitingSince = nowNanos;
      if (failure == null || failure.fate() == Fate.PROCESSED) {
        unansweredSince = nowNanos;
        outliers.answered(call, latencyNanos);
        answersMark = outliers.answers();
      }
    } else {
      others--;
    }
    Verdict verdict = Verdict.of(failure);
    if (verdict == Verdict.NONE || failure == null && oneWay(call)) {
      return; // says something about the caller only
    }
    if (verdict == Verdict.GOOD) {
      strikes = 0;
    } else {
      strike(nowNanos, latencyNanos);
    }
    if (verdict != Verdict.BUSY) {
      outliers.ended(this, verdict, nowNanos - latencyNanos, nowNanos);
    }
    if (timed && (verdict == Verdict.GOOD || late(failure))) {
      latency.observe(nowNanos, latencyNanos); // a fast failure is no sign of a fast instance
    }
  }

  /** Nobody answers a one-way call; that it was sent means something after a silence only. */
  private boolean oneWay(Call call) {
    return call.spec().shape() == Shape.ONE_WAY && !(conduct.out() && conduct.byLink);
  }

  private static boolean late(@Nullable CallFailure failure) {
    return failure != null && failure.code() == Code.DEADLINE_EXCEEDED;
  }

  /** Calls that were under way together fail together: they count as one strike. */
  private void strike(long now, long latencyNanos) {
    if (!struck || strikes == 0 || now - latencyNanos >= struckAt) {
      int power = Math.min(strikes++, LONGEST_BACKOFF);
      struck = true;
      struckAt = now;
      backoffUntil = now + (FIRST_BACKOFF_NANOS << power);
    }
  }

  /**
   * What one call more would cost: latency × (in flight + 1) / weight, and much more while it is
   * suspect or backs off after failures.
   *
   * @param nowNanos a moment of the clock
   * @return 0 or more; comparable between instances only
   */
  public double load(long nowNanos) {
    double cost = latency.at(nowNanos);
    if (unary > 0) {
      cost = Math.max(cost, (double) (nowNanos - waitingSince));
    }
    int inFlight = unary + others;
    double load =
        latency.last() == 0 ? inFlight * Math.max(cost, PENALTY_NANOS) : cost * (inFlight + 1);
    if (backsOff(nowNanos)) {
      load += PENALTY_NANOS * (inFlight + 1);
    }
    if (target.suspect()) {
      load = (load + 1) * SUSPECT_FACTOR;
    }
    return load / weight(nowNanos);
  }

  /**
   * The weight of its entry, smaller during slow start: it grows in a straight line, from a tenth.
   *
   * @param nowNanos a moment of the clock
   * @return 0 or more
   */
  public double weight(long nowNanos) {
    double weight = endpoint.service().weight();
    long ramp = endpoint.service().slowStartMillis() * 1_000_000;
    long age = nowNanos - endpoint.sinceNanos();
    return age >= ramp ? weight : weight * Math.max(SLOW_START_FLOOR, (double) age / ramp);
  }

  /**
   * Calls that are under way from this lane, streams included.
   *
   * @return 0 or more
   */
  public int inFlight() {
    return unary + others;
  }

  /**
   * Failures since the last success that speak against the instance.
   *
   * @return 0 or more
   */
  public int consecutiveFailures() {
    return conduct.inRow();
  }

  /**
   * The moving average of the latency, as of the last answer.
   *
   * @return nanoseconds, 0 before the first answer
   */
  public double latencyNanos() {
    return latency.last();
  }

  /**
   * Whether it did so badly that it is left alone for a while.
   *
   * @param nowNanos a moment of the clock
   * @return true until its back-off ends: 1 s, doubled each time, at most 8 s; then it is tried
   */
  public boolean ejected(long nowNanos) {
    return conduct.resting(nowNanos);
  }

  Conduct conduct() {
    return conduct;
  }

  /** Unary calls under way. */
  int unary() {
    return unary;
  }

  /** Since when calls wait and none was answered. */
  long unansweredSince() {
    return unansweredSince;
  }

  /** How many answers of all instances there were then. */
  long answersMark() {
    return answersMark;
  }

  /** The slowest answer that any method of the waiting calls ever took. */
  long patience() {
    return patience;
  }

  private boolean backsOff(long now) {
    return struck && now < backoffUntil;
  }

  long hash() {
    return hash;
  }

  void refresh(Endpoint newEndpoint, Function<Instance, Target> targets) {
    endpoint = newEndpoint;
    target = targets.apply(this);
  }

  /** What is known about it, for people. */
  String describe(long nowNanos) {
    StringBuilder text = new StringBuilder(endpoint.node().name());
    text.append(" (").append(endpoint.address().node()).append(')');
    text.append(String.format(Locale.ROOT, " weight %.2f", weight(nowNanos)));
    text.append(", in flight ").append(inFlight());
    text.append(String.format(Locale.ROOT, ", latency %.2f ms", latency.last() / 1e6));
    text.append(String.format(Locale.ROOT, ", load %.3f", load(nowNanos) / 1e6));
    text.append(", failed ").append(conduct.failures(nowNanos));
    text.append(" of ").append(conduct.calls(nowNanos)).append(" within 5 s");
    if (ejected(nowNanos)) {
      text.append(", ejected for ").append(conduct.millisLeft(nowNanos)).append(" ms");
    } else if (conduct.out()) {
      text.append(", ejected, on trial");
    }
    if (target.suspect()) {
      text.append(", suspect: silent while calls wait");
    }
    if (!endpoint.service().healthy()) {
      text.append(", unhealthy by its own check");
    }
    return text.toString();
  }

  static long hash(String value) {
    long hash = 1_125_899_906_842_597L;
    for (int i = 0; i < value.length(); i++) {
      hash = 31 * hash + value.charAt(i);
    }
    return mix(hash);
  }

  /** The finalizer of SplitMix64: every bit of the input reaches every bit of the result. */
  static long mix(long value) {
    long z = value + 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  /** A stream lasts as long as it likes, and nobody answers a one-way call. */
  private static boolean timed(Call call) {
    return call.spec().shape() == Shape.UNARY;
  }
}
