package io.weft.registry;

import io.weft.call.Call;

/**
 * Chooses one of the instances that a call may go to. One strategy serves many balancers on many
 * threads, so it keeps nothing itself. Starting points: the static factories.
 */
@FunctionalInterface
public interface Strategy {
  /**
   * The instances to choose from; good during one {@link #pick} only.
   *
   * <p>All of them are fit as far as their node tells; the balancer asks again without the chosen
   * one if that is suspect, ejected or already tried by the call.
   */
  interface Candidates {
    /**
     * How many there are.
     *
     * @return 1 or more
     */
    int size();

    /**
     * One of them.
     *
     * @param index 0 to size - 1
     * @return the instance
     */
    Instance get(int index);

    /**
     * A random number.
     *
     * @param bound 1 or more
     * @return 0 to bound - 1
     */
    int random(int bound);

    /**
     * The time now, for {@link Instance#load} and {@link Instance#weight}.
     *
     * @return a moment of the clock in nanoseconds
     */
    long nowNanos();
  }

  /** Which instances are preferred for being near; others are used when those cannot be. */
  enum Locality {
    /** The caller's node, then its zone, then any. The default. */
    LOCAL_FIRST,
    /** The caller's zone, its node included, then any. */
    ZONE_FIRST,
    /** All instances alike. */
    NONE;

    int tier(Endpoint endpoint) {
      return switch (this) {
        case LOCAL_FIRST -> endpoint.local() ? 0 : endpoint.sameZone() ? 1 : 2;
        case ZONE_FIRST -> endpoint.sameZone() ? 0 : 1;
        case NONE -> 0;
      };
    }
  }

  /**
   * Chooses.
   *
   * @param candidates at least one
   * @param call where it goes
   * @return one of the candidates
   */
  Instance pick(Candidates candidates, Call call);

  /**
   * Whether it must see all instances, near and far, because all callers have to choose alike.
   *
   * @return true makes {@link Locality} ineffective; default false
   */
  default boolean everywhere() {
    return false;
  }

  /**
   * The less loaded of two random instances, see {@link Instance#load}. The default: constant time,
   * no herds, and slow, failing or silent instances get little.
   *
   * @return the strategy
   */
  static Strategy leastLoaded() {
    return Strategy::leastLoaded;
  }

  /**
   * In turn, by weight: an instance of weight 2 gets twice as many, evenly spread.
   *
   * @return the strategy
   */
  static Strategy roundRobin() {
    return Strategy::roundRobin;
  }

  /**
   * At random, by weight.
   *
   * @return the strategy
   */
  static Strategy random() {
    return Strategy::random;
  }

  /**
   * The one with the fewest calls in flight from this lane, by weight.
   *
   * @return the strategy
   */
  static Strategy leastRequests() {
    return Strategy::leastRequests;
  }

  /**
   * Always the same instance for the same value, by weight: rendezvous hashing, so that only the
   * values of an instance that comes or goes move. Values go to another instance while theirs is
   * unfit. Calls without a value go to the least loaded.
   *
   * @param key the entry of the call's baggage that holds the value, for example {@code user}
   * @return the strategy
   */
  static Strategy hashing(String key) {
    /** Rendezvous hashing by one baggage key. */
    record Hashing(String key) implements Strategy {
      @Override
      public boolean everywhere() {
        return true;
      }

      @Override
      public Instance pick(Candidates candidates, Call call) {
        String value = call.baggage().get(key);
        return value == null
            ? leastLoaded(candidates, call)
            : rendezvous(candidates, Instance.hash(value));
      }
    }
    return new Hashing(key);
  }

  private static Instance leastLoaded(Candidates c, Call call) {
    int size = c.size();
    if (size == 1) {
      return c.get(0);
    }
    int first = c.random(size);
    int second = c.random(size - 1);
    if (second >= first) {
      second++;
    }
    Instance a = c.get(first);
    Instance b = c.get(second);
    long now = c.nowNanos();
    return b.load(now) < a.load(now) ? b : a;
  }

  private static Instance roundRobin(Candidates c, Call call) {
    long now = c.nowNanos();
    double total = 0;
    Instance best = c.get(0);
    for (int i = 0; i < c.size(); i++) {
      Instance instance = c.get(i);
      double weight = instance.weight(now);
      total += weight;
      instance.turn += weight;
      if (instance.turn > best.turn) {
        best = instance;
      }
    }
    best.turn -= total;
    return best;
  }

  private static Instance random(Candidates c, Call call) {
    long now = c.nowNanos();
    double total = 0;
    for (int i = 0; i < c.size(); i++) {
      total += c.get(i).weight(now);
    }
    double point = total * c.random(Integer.MAX_VALUE) / Integer.MAX_VALUE;
    for (int i = 0; i < c.size(); i++) {
      point -= c.get(i).weight(now);
      if (point < 0) {
        return c.get(i);
      }
    }
    return c.get(c.random(c.size()));
  }

  private static Instance leastRequests(Candidates c, Call call) {
    long now = c.nowNanos();
    int size = c.size();
    int start = c.random(size); // so that equal instances share
    Instance best = c.get(start);
    double least = best.inFlight() / best.weight(now);
    for (int i = 1; i < size; i++) {
      Instance instance = c.get((start + i) % size);
      double requests = instance.inFlight() / instance.weight(now);
      if (requests < least) {
        least = requests;
        best = instance;
      }
    }
    return best;
  }

  private static Instance rendezvous(Candidates c, long hash) {
    Instance best = c.get(0);
    double highest = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < c.size(); i++) {
      Instance instance = c.get(i);
      // The ramp of slow start would move values about, so the plain weight counts.
      double uniform = ((Instance.mix(hash ^ instance.hash()) >>> 11) + 0.5) * 0x1.0p-53;
      double score = -instance.endpoint().service().weight() / Math.log(uniform);
      if (score > highest) {
        highest = score;
        best = instance;
      }
    }
    return best;
  }
}
