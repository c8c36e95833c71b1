package io.weft.mesh;

import io.vertx.core.Future;
import io.weft.call.Call;
import io.weft.call.CallFailure;
import io.weft.call.Clock;
import io.weft.call.Policy;
import io.weft.call.Service;
import io.weft.call.Spec;
import io.weft.contract.Code;
import io.weft.filter.Retry;
import io.weft.filter.RetryBudget;
import io.weft.link.Lane;
import io.weft.link.Lanes;
import io.weft.link.Target;
import io.weft.registry.Compatibility;
import io.weft.registry.Ejections;
import io.weft.registry.Endpoint;
import io.weft.registry.Registry;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * The client's end of a service: brings a call to the lane of the calling thread, lets the policies
 * look at it, and leaves the rest to {@link Attempts}.
 */
final class Dispatch implements Service {
  private final Ground ground;
  private final String service;
  private final int version;
  private final Compatibility compatibility;
  private final Policy[] policies;
  private final Attempts[] attempts;

  /**
   * What a dispatch stands on.
   *
   * @param lanes the lanes of this node
   * @param registry who serves what
   * @param clock the time
   * @param budget for retries of this service
   * @param reach how a lane reaches an endpoint
   * @param ejections told which instances are left alone
   * @param policies what looks at calls
   */
  record Ground(
      Lanes lanes,
      Registry registry,
      Clock clock,
      RetryBudget budget,
      BiFunction<Lane, Endpoint, Target> reach,
      Ejections ejections,
      Policies policies) {}

  /**
   * What looks at calls, in order.
   *
   * @param logical at each call, once
   * @param attempt at each attempt
   */
  record Policies(List<Policy> logical, List<Policy> attempt) {}

  Dispatch(Ground ground, Pipelines.Route route, Compatibility compatibility) {
    this.ground = ground;
    this.service = route.service();
    this.version = route.version();
    this.policies = ground.policies().logical().toArray(new Policy[0]);
    this.compatibility = compatibility;
    List<Lane> all = ground.lanes().all();
    attempts = new Attempts[all.size()];
    for (int i = 0; i < attempts.length; i++) {
      attempts[i] = new Attempts(this, all.get(i), route);
    }
    ground.registry().onChange(table -> refreshAll());
    refreshAll();
  }

  Ground ground() {
    return ground;
  }

  private void refreshAll() {
    for (Attempts onLane : attempts) {
      onLane.refresh();
    }
  }

  @Override
  public Future<Object> call(Call call) {
    Lane lane = ground.lanes().current();
    Attempts onLane = attempts[lane.address().lane()];
    if (lane.inThread()) {
      start(onLane, call);
    } else {
      lane.execute(() -> start(onLane, call));
    }
    return call.future();
  }

  private void start(Attempts onLane, Call call) {
    long now = call.startNanos();
    ground.budget().deposit();
    for (int i = 0; i < policies.length; i++) {
      CallFailure refused = policies[i].enter(call, now);
      if (refused != null) {
        finish(call, i, null, refused, now);
        return;
      }
    }
    onLane.first(call);
  }

  /** The end of a call that {@link Attempts} gave up or got an answer for. */
  void finish(Call call, @Nullable Object reply, @Nullable CallFailure failure, long now) {
    CallFailure told = failure == null ? null : Retry.upstream(call, failure);
    finish(call, policies.length, reply, told, now);
  }

  // A policy's exit is told how many were entered; a parameter object would cost an allocation.
  private void finish(
      Call call, int entered, @Nullable Object reply, @Nullable CallFailure failure, long now) {
    for (int i = entered - 1; i >= 0; i--) {
      policies[i].exit(call, failure, now);
    }
    call.complete(reply, failure);
  }

  /** What a call may be sent to now. */
  List<Endpoint> endpoints() {
    return compatibility.filter(
        ground.registry().table().endpoints(service, version), this::refreshAll);
  }

  /** Why there is nobody to call. */
  CallFailure nobody(Spec spec) {
    List<Endpoint> all = ground.registry().table().endpoints(service, version);
    CallFailure refusal = compatibility.refusal(all);
    if (refusal != null) {
      return refusal;
    }
    var versions = ground.registry().table().versions(service);
    String why =
        !all.isEmpty()
            ? "all its instances drain, or their contract is not known yet"
            : versions.isEmpty()
                ? "no node of the mesh serves it"
                : "only versions " + versions + " are served (wanted: " + version + ")";
    return CallFailure.notProcessed(Code.UNAVAILABLE, spec + " cannot be called: " + why);
  }
}
