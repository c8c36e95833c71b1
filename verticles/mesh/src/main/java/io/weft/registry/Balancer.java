package io.weft.registry;

import io.weft.call.Call;
import io.weft.call.CallFailure;
import io.weft.call.Clock;
import io.weft.contract.Code;
import io.weft.link.LaneAddress;
import io.weft.link.Target;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the instance for each call of one client on one lane. Belongs to the lane's thread; a
 * pick allocates nothing.
 *
 * <p>Order of preference: fit instances, near ones first ({@link Strategy.Locality}), without those
 * and the nodes that failed the call already; then instances that are suspect, unhealthy, ejected
 * or of weight 0, since suspicion alone must never leave nobody; then those that failed the call.
 * What drains is never chosen. When more than half of the instances are ejected, ejection is
 * ignored: then the fault is hardly theirs, and the rest could not carry the load.
 */
public final class Balancer {
  private static final Instance[] NONE = {};

  private final Strategy strategy;
  private final Strategy.Locality locality;
  private final View view = new View();
  private final Outliers outliers;
  private List<Instance> instances = List.of();

  /** Fit instances, near ones first; {@link #near} is the end of the nearest tier. */
  private Instance[] fit = NONE;

  private int near;

  /** Everything that does not drain. */
  private Instance[] open = NONE;

  private Instance[] scratch = NONE;
  private long random;
  private boolean timed;
  private long now;

  /** What an instance is, whatever is told about it. */
  private record Place(LaneAddress address, int serviceId) {
    static Place of(Endpoint endpoint) {
      return new Place(endpoint.address(), endpoint.serviceId());
    }
  }

  /** The candidates of one pick. */
  private final class View implements Strategy.Candidates {
    private Instance[] from = NONE;
    private int size;

    @Override
    public int size() {
      return size;
    }

    @Override
    public Instance get(int index) {
      return from[index];
    }

    @Override
    public int random(int bound) {
      random ^= random << 13;
      random ^= random >>> 7;
      random ^= random << 17;
      return (int) (((random >>> 33) * bound) >>> 31);
    }

    @Override
    public long nowNanos() {
      return now;
    }
  }

  /**
   * Creates a balancer without instances.
   *
   * @param strategy chooses among equals
   * @param locality what is preferred for being near
   * @param seed makes the choices; different for each balancer
   */
  public Balancer(Strategy strategy, Strategy.Locality locality, long seed) {
    this(strategy, locality, seed, new Ejections(Clock.SYSTEM));
  }

  /**
   * Creates a balancer without instances.
   *
   * @param strategy chooses among equals
   * @param locality what is preferred for being near
   * @param seed makes the choices; different for each balancer
   * @param ejections told who is left alone
   */
  public Balancer(Strategy strategy, Strategy.Locality locality, long seed, Ejections ejections) {
    this.outliers = new Outliers(ejections);
    this.strategy = strategy;
    this.locality = strategy.everywhere() ? Strategy.Locality.NONE : locality;
    this.random = Instance.mix(seed) | 1;
  }

  /**
   * Replaces the instances. Those that stay keep their statistics.
   *
   * @param endpoints all endpoints that the client may use
   * @param targets how the lane reaches one; asked for each instance
   */
  public void update(List<Endpoint> endpoints, Function<Instance, Target> targets) {
    Map<Place, Instance> known = new HashMap<>();
    instances.forEach(i -> known.put(Place.of(i.endpoint()), i));
    List<Instance> next = new ArrayList<>(endpoints.size());
    for (Endpoint endpoint : endpoints) {
      Instance instance = known.get(Place.of(endpoint));
      if (instance == null) {
        instance = new Instance(endpoint, targets, outliers);
      } else {
        instance.refresh(endpoint, targets);
      }
      next.add(instance);
    }
    Set<Instance> kept = new HashSet<>(next);
    instances.stream().filter(i -> !kept.contains(i)).forEach(outliers::gone);
    instances = List.copyOf(next);
    open = instances.stream().filter(i -> !i.endpoint().draining()).toArray(Instance[]::new);
    fit =
        instances.stream()
            .filter(Balancer::fit)
            .sorted((a, b) -> locality.tier(a.endpoint()) - locality.tier(b.endpoint()))
            .toArray(Instance[]::new);
    near = tierEnd(0);
    outliers.update(fit);
    scratch = new Instance[open.length];
  }

  private static boolean fit(Instance instance) {
    Endpoint e = instance.endpoint();
    return !e.draining() && !e.suspect() && e.service().healthy() && e.service().weight() > 0;
  }

  private int tierEnd(int start) {
    int end = start;
    while (end < fit.length
        && locality.tier(fit[end].endpoint()) == locality.tier(fit[start].endpoint())) {
      end++;
    }
    return end;
  }

  /**
   * Chooses the instance for an attempt.
   *
   * @param call the call; the start of its attempt is taken for now if nothing later is known
   * @return the instance, or null when nothing serves that does not drain
   */
  public @Nullable Instance pick(Call call) {
    if (!timed || call.attemptNanos() - now > 0) {
      timed = true;
      now = call.attemptNanos();
    }
    outliers.check(now);
    if (near > 0) {
      Instance probe = outliers.out() > 0 && !strategy.everywhere() ? probe(call) : null;
      if (probe != null) {
        return probe;
      }
      Instance choice = pick(call, fit, near);
      if (!tried(call, choice) && !choice.target().suspect() && welcome(choice, call)) {
        return choice;
      }
      choice = pickFit(call);
      if (choice != null) {
        return choice;
      }
    }
    return open.length == 0 ? null : pickAny(call);
  }

  /** Who is on trial gets its calls whatever it costs: else it would never come back. */
  private @Nullable Instance probe(Call call) {
    for (int i = 0; i < near; i++) {
      if (!fit[i].conduct().out() && !fit[i].target().suspect()) {
        return outliers.probe(call, near, now);
      }
    }
    return outliers.probe(call, fit.length, now);
  }

  /** With a strategy that sends values to places, only calls that belong there try it. */
  private boolean welcome(Instance choice, Call call) {
    return !choice.conduct().out()
        || outliers.most()
        || strategy.everywhere() && outliers.mayTry(choice, call, now);
  }

  private Instance pick(Call call, Instance[] from, int size) {
    view.from = from;
    view.size = size;
    return strategy.pick(view, call);
  }

  private @Nullable Instance pickFit(Call call) {
    boolean panic = outliers.most();
    for (int start = 0, end; start < fit.length; start = end) {
      end = tierEnd(start);
      int size = 0;
      for (int i = start; i < end; i++) {
        if (!tried(call, fit[i])
            && !fit[i].target().suspect()
            && (panic || !fit[i].conduct().out())) {
          scratch[size++] = fit[i];
        }
      }
      if (size > 0) {
        return pick(call, scratch, size);
      }
    }
    return null;
  }

  /** The last resorts, the better ones first. */
  private Instance pickAny(Call call) {
    for (int resort = 0; resort < 4; resort++) {
      int size = 0;
      for (Instance i : open) {
        boolean untried = !call.hasTried(i);
        boolean answers = !i.conduct().out() && !i.target().suspect();
        if (switch (resort) {
          case 0 -> untried && answers && fit(i);
          case 1 -> untried && answers;
          case 2 -> untried;
          default -> answers && fit(i);
        }) {
          scratch[size++] = i;
        }
      }
      if (size > 0) {
        return pick(call, scratch, size);
      }
    }
    return pick(call, open, open.length);
  }

  static boolean tried(Call call, Instance instance) {
    return call.hasTried(instance) || call.hasTried(instance.endpoint().address().node());
  }

  /**
   * Why an attempt goes where it goes, for people.
   *
   * @param call the call
   * @param chosen what was picked
   * @return one line for each instance
   */
  public List<String> explain(Call call, @Nullable Instance chosen) {
    List<String> lines = new ArrayList<>();
    for (Instance i : instances) {
      String why =
          i == chosen
              ? "chosen"
              : tried(call, i) ? "tried before" : i.endpoint().draining() ? "drains" : "";
      lines.add("candidate " + i.describe(now) + (why.isEmpty() ? "" : ": " + why));
    }
    if (outliers.most()) {
      lines.add("more than half of the instances are ejected: ejection is ignored");
    }
    return lines;
  }

  /**
   * Notes that an instance failed a call, before the call is tried again; a node that cannot be
   * reached counts with all its instances.
   *
   * @param call the call
   * @param instance what was picked for it
   * @param failure how it failed
   */
  public void exclude(Call call, Instance instance, CallFailure failure) {
    call.tried(instance);
    if (failure.code() == Code.UNAVAILABLE) {
      call.tried(instance.endpoint().address().node());
    }
  }

  /**
   * The instances, for people.
   *
   * @return an unmodifiable list of live objects: on the lane's thread only
   */
  public List<Instance> instances() {
    return instances;
  }
}
