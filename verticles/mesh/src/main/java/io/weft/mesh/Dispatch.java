package io.weft.mesh;

import io.vertx.core.Future;
import io.weft.call.Call;
import io.weft.call.CallFailure;
import io.weft.call.Contract;
import io.weft.call.Policy;
import io.weft.call.Service;
import io.weft.call.Spec;
import io.weft.contract.Code;
import io.weft.contract.Shape;
import io.weft.filter.Retry;
import io.weft.filter.RetryBudget;
import io.weft.link.Lane;
import io.weft.link.Lanes;
import io.weft.link.Target;
import io.weft.registry.Balancer;
import io.weft.registry.Compatibility;
import io.weft.registry.Endpoint;
import io.weft.registry.Instance;
import io.weft.registry.Registry;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * The client's end of a service: on the lane of the calling thread it lets the policies look at the
 * call, chooses an instance, sends, and tries again where that is safe.
 */
final class Dispatch implements Service {
  private final Lanes lanes;
  private final Registry registry;
  private final String service;
  private final int version;
  private final @Nullable Compatibility compatibility;
  private final RetryBudget budget;
  private final Retry retry;
  private final io.weft.call.Clock clock;
  private final Policy[] policies;
  private final BiFunction<Lane, Endpoint, Target> reach;
  private final OnLane[] onLanes;

  /**
   * What a dispatch stands on.
   *
   * @param lanes the lanes of this node
   * @param registry who serves what
   * @param clock the time
   * @param budget for retries of this service
   * @param reach how a lane reaches an endpoint
   * @param policies look at each call, in order
   */
  record Ground(
      Lanes lanes,
      Registry registry,
      io.weft.call.Clock clock,
      RetryBudget budget,
      BiFunction<Lane, Endpoint, Target> reach,
      List<Policy> policies) {}

  Dispatch(Ground ground, Pipelines.Route route, @Nullable Contract<?> contract) {
    this.lanes = ground.lanes();
    this.registry = ground.registry();
    this.service = route.service();
    this.version = route.version();
    this.clock = ground.clock();
    this.budget = ground.budget();
    this.retry = new Retry(budget, clock, new LaneRandom());
    this.reach = ground.reach();
    this.policies = ground.policies().toArray(new Policy[0]);
    this.compatibility = contract == null ? null : new Compatibility(registry, contract);
    List<Lane> all = lanes.all();
    onLanes = new OnLane[all.size()];
    for (int i = 0; i < onLanes.length; i++) {
      onLanes[i] = new OnLane(all.get(i), route);
    }
    registry.onChange(table -> refreshAll());
    refreshAll();
  }

  private void refreshAll() {
    for (OnLane onLane : onLanes) {
      onLane.lane.execute(onLane::refresh);
    }
  }

  @Override
  public Future<Object> call(Call call) {
    Lane lane = lanes.current();
    OnLane onLane = onLanes[lane.address().lane()];
    if (lane.inThread()) {
      onLane.start(call);
    } else {
      lane.execute(() -> onLane.start(call));
    }
    return call.future();
  }

  private void finish(
      Call call, int entered, @Nullable Object reply, @Nullable CallFailure failure) {
    for (int i = entered - 1; i >= 0; i--) {
      policies[i].exit(call, failure);
    }
    call.complete(reply, failure);
  }

  private List<Endpoint> endpoints() {
    List<Endpoint> all = registry.table().endpoints(service, version);
    return compatibility == null ? all : compatibility.filter(all, this::refreshAll);
  }

  private CallFailure nobody(Spec spec) {
    List<Endpoint> all = registry.table().endpoints(service, version);
    CallFailure refusal = compatibility == null ? null : compatibility.refusal(all);
    if (refusal != null) {
      return refusal;
    }
    String why;
    if (!all.isEmpty()) {
      why = "all its instances drain, or their contract is not known yet";
    } else if (registry.table().versions(service).isEmpty()) {
      why = "no node of the mesh serves it";
    } else {
      why =
          "only versions "
              + registry.table().versions(service)
              + " are served (wanted: "
              + version
              + ")";
    }
    return CallFailure.notProcessed(Code.UNAVAILABLE, spec + " cannot be called: " + why);
  }

  /** Random numbers of the calling thread. */
  private static final class LaneRandom implements java.util.random.RandomGenerator {
    @Override
    public long nextLong() {
      return ThreadLocalRandom.current().nextLong();
    }
  }

  /** The state of one lane; on its thread. */
  private final class OnLane {
    private final Lane lane;
    private final Balancer balancer;

    OnLane(Lane lane, Pipelines.Route route) {
      this.lane = lane;
      long seed = ThreadLocalRandom.current().nextLong();
      this.balancer = new Balancer(route.strategy(), route.locality(), seed);
    }

    void refresh() {
      balancer.update(endpoints(), endpoint -> new Reach(this, reach.apply(lane, endpoint)));
      for (Instance instance : balancer.instances()) {
        ((Reach) instance.target()).instance = instance;
      }
    }

    void start(Call call) {
      budget.deposit();
      for (int i = 0; i < policies.length; i++) {
        CallFailure refused = policies[i].enter(call);
        if (refused != null) {
          finish(call, i, null, refused);
          return;
        }
      }
      attempt(call, call.startNanos());
    }

    private void attempt(Call call, long now) {
      if (call.cancellable() && call.cancelled()) {
        String message = call.spec() + " was cancelled by the caller before it was sent";
        failed(call, CallFailure.notProcessed(Code.CANCELLED, message));
        return;
      }
      Instance instance = balancer.pick(call);
      if (instance == null) {
        failed(call, nobody(call.spec()));
        return;
      }
      instance.begin(call, now);
      Reach target = (Reach) instance.target();
      target.call(call, target);
    }

    void ended(
        Instance instance, Call call, @Nullable Object reply, @Nullable CallFailure failure) {
      long now = clock.nanos();
      instance.end(call, now, now - call.attemptNanos(), failure);
      if (failure == null) {
        finish(call, policies.length, reply, null);
      } else {
        balancer.exclude(call, instance, failure);
        failed(call, failure);
      }
    }

    private void failed(Call call, CallFailure failure) {
      long delay =
          call.spec().shape() == Shape.ONE_WAY && call.attempt() > 1
              ? Retry.NEVER
              : retry.delayMillis(call, failure);
      if (delay == Retry.NEVER) {
        finish(call, policies.length, null, failure);
      } else {
        lane.schedule(() -> again(call), delay);
      }
    }

    private void again(Call call) {
      long now = clock.nanos();
      call.nextAttempt(now);
      attempt(call, now);
    }
  }

  /** One instance as one lane reaches it, and where its attempts end. */
  private static final class Reach implements Target, Target.Outcome {
    private final OnLane owner;
    private final Target target;
    private @Nullable Instance instance;

    Reach(OnLane owner, Target target) {
      this.owner = owner;
      this.target = target;
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
    public void done(Call call, @Nullable Object reply, @Nullable CallFailure failure) {
      owner.ended(Objects.requireNonNull(instance), call, reply, failure);
    }
  }
}
