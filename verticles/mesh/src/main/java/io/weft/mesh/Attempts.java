package io.weft.mesh;

import io.weft.call.Call;
import io.weft.call.CallContext;
import io.weft.call.CallFailure;
import io.weft.call.Clock;
import io.weft.call.Policy;
import io.weft.call.Trail;
import io.weft.contract.Code;
import io.weft.filter.HedgeDelay;
import io.weft.filter.Retry;
import io.weft.filter.RetryBudget;
import io.weft.link.Lane;
import io.weft.link.Target;
import io.weft.registry.Balancer;
import io.weft.registry.Instance;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * The attempts that one lane makes for the calls of a service: chooses an instance, sends, and
 * tries again where that is safe. On the lane's thread.
 */
final class Attempts {
  private final Dispatch dispatch;
  private final Lane lane;
  private final Clock clock;
  private final Balancer balancer;
  private final Retry retry;
  private final Policy[] policies;
  private final Map<Integer, HedgeDelay> delays = new HashMap<>();

  Attempts(Dispatch dispatch, Lane lane, Pipelines.Route route) {
    Dispatch.Ground ground = dispatch.ground();
    this.dispatch = dispatch;
    this.lane = lane;
    this.clock = ground.clock();
    this.retry = new Retry(ground.budget(), clock, () -> ThreadLocalRandom.current().nextLong());
    this.policies = ground.policies().attempt().toArray(new Policy[0]);
    long seed = ThreadLocalRandom.current().nextLong();
    this.balancer = new Balancer(route.strategy(), route.locality(), seed, ground.ejections());
  }

  Lane lane() {
    return lane;
  }

  Clock clock() {
    return clock;
  }

  RetryBudget budget() {
    return dispatch.ground().budget();
  }

  /** Any thread. The lane reads the table itself, so that an older one never comes last. */
  void refresh() {
    lane.execute(() -> balancer.update(dispatch.endpoints(), Reach::new));
  }

  void first(Call call) {
    attempt(call, call.startNanos());
  }

  private void attempt(Call call, long now) {
    if (Race.wanted(call.spec())) {
      new Race(this, call).start(now);
    } else {
      send(call, now);
    }
  }

  /** Sends one attempt; its end comes to {@link #ended}. */
  void send(Call call, long now) {
    if (call.cancellable() && call.cancelled()) {
      String message = call.spec() + " was cancelled by the caller before it was sent";
      end(call, null, CallFailure.notProcessed(Code.CANCELLED, message), now);
      return;
    }
    Instance instance = balancer.pick(call);
    Trail trail = call.metadata().trail();
    if (trail != null) {
      trail.add("attempt " + call.attempt() + " of " + call.spec() + left(call, now));
      balancer.explain(call, instance).forEach(trail::add);
    }
    if (instance == null) {
      end(call, null, dispatch.nobody(call.spec()), now);
      return;
    }
    call.target(instance.endpoint().address().node());
    for (int i = 0; i < policies.length; i++) {
      CallFailure refused = policies[i].enter(call, now);
      if (refused != null) {
        exit(call, i, refused, now);
        end(call, null, refused, now);
        return;
      }
    }
    instance.begin(call, now);
    Reach target = (Reach) instance.target();
    target.call(call, target);
  }

  private static String left(Call call, long now) {
    return call.deadlineNanos() == CallContext.NO_DEADLINE
        ? ", no deadline"
        : ", " + (call.deadlineNanos() - now) / 1_000_000 + " ms left";
  }

  private void exit(Call call, int entered, @Nullable CallFailure failure, long now) {
    for (int i = entered - 1; i >= 0; i--) {
      policies[i].exit(call, failure, now);
    }
  }

  private void ended(
      Instance instance, Call call, @Nullable Object reply, @Nullable CallFailure failure) {
    long now = clock.nanos();
    instance.end(call, now, now - call.attemptNanos(), failure);
    exit(call, policies.length, failure, now);
    Trail trail = call.metadata().trail();
    if (trail != null) {
      String took = String.format("%.2f ms", (now - call.attemptNanos()) / 1e6);
      trail.add(
          "attempt "
              + call.attempt()
              + (failure == null ? ": answered" : ": " + failure)
              + " after "
              + took);
    }
    if (failure != null) {
      Call whole = Race.whole(call);
      balancer.exclude(whole, instance, failure);
    } else if (Race.wanted(call.spec())) {
      delay(call).add(now - call.attemptNanos());
    }
    end(call, reply, failure, now);
  }

  private void end(Call call, @Nullable Object reply, @Nullable CallFailure failure, long now) {
    Race race = Race.of(call);
    if (race != null) {
      race.ended(call, reply, failure, now);
    } else if (failure == null) {
      dispatch.finish(call, reply, null, now);
    } else {
      failed(call, failure, now);
    }
  }

  /** An attempt, or a race of them, has failed. */
  void failed(Call call, CallFailure failure, long now) {
    // What this instance does not know, it will not know in a moment either.
    boolean useless = failure.code() == Code.UNIMPLEMENTED && !another(call, null);
    long delay = useless ? Retry.NEVER : retry.delayMillis(call, failure);
    Trail trail = call.metadata().trail();
    if (trail != null) {
      trail.add(delay == Retry.NEVER ? "not tried again" : "tried again in " + delay + " ms");
    }
    if (delay == Retry.NEVER) {
      dispatch.finish(call, null, failure, now);
    } else {
      lane.schedule(() -> again(call), delay);
    }
  }

  private void again(Call call) {
    long now = clock.nanos();
    call.nextAttempt(now);
    attempt(call, now);
  }

  void answered(Call call, @Nullable Object reply, long now) {
    dispatch.finish(call, reply, null, now);
  }

  /** Whether a second attempt would go elsewhere than the first. */
  boolean another(Call call, @Nullable Call first) {
    String node = first == null ? null : first.target();
    return balancer.instances().stream()
        .anyMatch(
            i ->
                !i.endpoint().draining()
                    && !i.endpoint().address().node().equals(node)
                    && !call.hasTried(i));
  }

  /** How long answers to a method take. */
  HedgeDelay delay(Call call) {
    return delays.computeIfAbsent(call.spec().name().number(), number -> new HedgeDelay());
  }

  /** One instance as this lane reaches it, and where its attempts end. */
  private final class Reach implements Target, Target.Outcome {
    private final Instance instance;
    private final Target target;

    Reach(Instance instance) {
      this.instance = instance;
      this.target = dispatch.ground().reach().apply(lane, instance.endpoint());
    }

    @Override
    public void call(Call call, Outcome outcome) {
      target.call(call, outcome);
    }

    @Override
    public boolean suspect() {
      return target.suspect();
    }

    @Override
    public void giveUp(String service, String reason) {
      target.giveUp(service, reason);
    }

    @Override
    public void done(Call call, @Nullable Object reply, @Nullable CallFailure failure) {
      ended(instance, call, reply, failure);
    }
  }
}
