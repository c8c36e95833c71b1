package io.weft.link;

import io.vertx.core.Future;
import io.vertx.core.ThreadingModel;
import io.vertx.core.internal.ContextInternal;
import io.vertx.core.streams.ReadStream;
import io.weft.call.Call;
import io.weft.call.CallContext;
import io.weft.call.CallFailure;
import io.weft.call.CallLocal;
import io.weft.call.Contract;
import io.weft.call.Filter;
import io.weft.call.Policy;
import io.weft.call.Service;
import io.weft.call.Skeleton;
import io.weft.call.Spec;
import io.weft.call.Trail;
import io.weft.contract.Code;
import io.weft.contract.Fate;
import io.weft.contract.Shape;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A service that this node serves: runs calls on the context of the instance, whether they come
 * over a link or from this node. Belongs to one lane, the one of its context's event loop.
 */
public final class Served {
  private final int id;
  private final Lane lane;
  private final ContextInternal context;
  private final Spec[] specs;
  private final Skeleton skeleton;
  private final Policy[] policies;
  private final Policy.OfItems[] ofItems;

  /** The gates among the policies, at the same places. */
  private final Policy.@Nullable Gate[] gates;

  private final @Nullable Service filtered;
  private final @Nullable WorkerQueue queue;
  private volatile int inFlight;
  private volatile boolean draining;

  /**
   * Prepares a service.
   *
   * @param id the node's own number for it
   * @param lane the lane of the context's event loop
   * @param context where handlers run
   * @param contract the contract, for its methods
   * @param pipeline what stands in front of the handlers
   */
  public Served(
      int id, Lane lane, ContextInternal context, Contract<?> contract, Pipeline pipeline) {
    this.id = id;
    this.lane = lane;
    this.context = context;
    this.skeleton = pipeline.skeleton();
    this.policies = pipeline.policies().toArray(new Policy[0]);
    this.ofItems =
        pipeline.policies().stream()
            .filter(Policy.OfItems.class::isInstance)
            .toArray(Policy.OfItems[]::new);
    gates = new Policy.Gate[policies.length];
    for (int i = 0; i < gates.length; i++) {
      gates[i] = policies[i] instanceof Policy.Gate gate ? gate : null;
    }
    int highest = 0;
    for (Spec spec : contract.methods()) {
      highest = Math.max(highest, spec.name().number());
    }
    specs = new Spec[highest + 1];
    for (Spec spec : contract.methods()) {
      specs[spec.name().number()] = spec;
    }
    Service service = null;
    for (int i = pipeline.filters().size() - 1; i >= 0; i--) {
      service = pipeline.filters().get(i).on(service == null ? this::handle : service);
    }
    filtered = service;
    queue =
        context.threadingModel() == ThreadingModel.WORKER
            ? new WorkerQueue(lane, context, this::queued)
            : null;
  }

  /**
   * What stands between a lane and the handlers of a service.
   *
   * @param policies run in order on the lane's thread
   * @param filters run in order on the context of the instance
   * @param skeleton the handlers
   */
  public record Pipeline(List<Policy> policies, List<Filter> filters, Skeleton skeleton) {}

  /**
   * The node's own number.
   *
   * @return as the registry entry tells it
   */
  public int id() {
    return id;
  }

  /**
   * The lane that takes its calls.
   *
   * @return the lane
   */
  public Lane lane() {
    return lane;
  }

  ContextInternal context() {
    return context;
  }

  /**
   * Calls that were started and have not ended.
   *
   * @return the number now
   */
  public int inFlight() {
    return inFlight;
  }

  /** Refuses calls from now on with fate NOT_PROCESSED; those in flight go on. */
  public void drain() {
    draining = true;
  }

  @Nullable Spec spec(int number) {
    return number > 0 && number < specs.length ? specs[number] : null;
  }

  /**
   * Asks the gates about a call of which only the head is known. On the lane's thread.
   *
   * @return null when the call may be read and run, else why not
   */
  @Nullable CallFailure admit(Spec spec, long queuedNanos, long leftNanos) {
    if (leftNanos <= 0) {
      return late(spec);
    }
    for (int i = 0; i < gates.length; i++) {
      Policy.Gate gate = gates[i];
      CallFailure refused =
          gate == null ? null : gate.admit(spec, spec.priority(), queuedNanos, leftNanos);
      if (refused != null) {
        for (int k = 0; k < i; k++) {
          policies[k].refused(spec, refused);
        }
        return refused;
      }
    }
    return null;
  }

  /**
   * Runs a call. On the lane's thread; the outcome goes to {@link Serving#end}.
   *
   * @param admitted whether the gates were asked already
   */
  void run(Serving serving, boolean admitted) {
    if (draining) {
      serving.refuse(
          CallFailure.notProcessed(
              Code.UNAVAILABLE, serving.call().spec().name().service() + " drains on this node"));
      return;
    }
    Trail trail = serving.call().metadata().trail();
    if (trail != null) {
      trail.add(arrival(serving.call()));
    }
    long now = serving.call().startNanos();
    if (serving.call().deadlineNanos() <= now) {
      serving.refuse(late(serving.call().spec()));
      return;
    }
    for (int i = 0; i < policies.length; i++) {
      CallFailure refused =
          admitted && gates[i] != null ? null : enter(policies[i], serving.call(), now);
      if (refused != null) {
        exit(serving.call(), refused, i, now);
        serving.refuse(refused);
        return;
      }
    }
    setInFlight(inFlight + 1);
    ContextInternal own = serving.context();
    if (own.inThread()) {
      invoke(serving);
    } else if (queue != null) {
      queue.add(serving);
    } else {
      own.execute(() -> queued(serving));
    }
  }

  private static CallFailure late(Spec spec) {
    return CallFailure.notProcessed(
        Code.DEADLINE_EXCEEDED, spec + " passed its deadline before its handler began");
  }

  private String arrival(Call call) {
    long left = call.deadlineNanos();
    return String.format(
        Locale.ROOT,
        "%s arrived at node %s, lane %d: attempt %d, %s, %d in flight",
        call.spec(),
        lane.address().node(),
        lane.address().lane(),
        call.attempt(),
        left == CallContext.NO_DEADLINE
            ? "no deadline"
            : (left - lane.now()) / 1_000_000 + " ms left",
        inFlight);
  }

  private static @Nullable CallFailure enter(Policy policy, Call call, long now) {
    try {
      return policy.enter(call, now);
    } catch (CallFailure e) {
      return e.withFate(Fate.NOT_PROCESSED);
    } catch (RuntimeException e) {
      return CallFailure.notProcessed(
          Code.INTERNAL, "a policy of " + call.spec() + " failed: " + e);
    }
  }

  /** Why an item of a stream of requests must not reach the handler. On the lane's thread. */
  @Nullable CallFailure refusal(Call call, Object item) {
    for (Policy.OfItems policy : ofItems) {
      CallFailure refused = policy.item(call, item);
      if (refused != null) {
        return refused;
      }
    }
    return null;
  }

  /** To be called once for each call that {@link #run} did not refuse. On the lane's thread. */
  void ended(Call call, @Nullable CallFailure failure) {
    setInFlight(inFlight - 1);
    exit(call, failure, policies.length, lane.now());
  }

  /** Only the lane's thread writes; others read how many calls a drain still waits for. */
  @SuppressWarnings("NonAtomicVolatileUpdate")
  private void setInFlight(int value) {
    inFlight = value;
  }

  private void exit(Call call, @Nullable CallFailure failure, int entered, long now) {
    for (int i = entered - 1; i >= 0; i--) {
      policies[i].exit(call, failure, now);
    }
  }

  /** Runs what has waited for its context, unless that took too long. */
  private void queued(Serving serving) {
    Call call = serving.call();
    long now = lane.now();
    call.waitedNanos(now - call.startNanos());
    if (call.deadlineNanos() <= now) {
      serving.unstarted(late(call.spec()));
      return;
    }
    invoke(serving);
  }

  private void invoke(Serving serving) {
    ContextInternal own = serving.context();
    if (serving.call().cancelled()) {
      // Nobody waits any more: what stood in a worker's queue until now never starts.
      serving.complete(null, CallFailure.of(Code.CANCELLED, serving.call().spec() + " is over"));
      return;
    }
    ContextInternal outer = own.beginDispatch();
    try {
      CallLocal.put(own, serving.call());
      if (filtered != null) {
        filtered.call(serving.call()).onComplete(serving);
      } else {
        start(serving);
      }
    } catch (Throwable t) {
      serving.complete(null, t);
    } finally {
      own.endDispatch(outer);
    }
  }

  private void start(Serving serving) {
    Call call = serving.call();
    Object result = skeleton.invoke(call.spec().name().number(), call.request());
    if (call.spec().shape() == Shape.ONE_WAY) {
      serving.complete(null, null);
    } else if (result instanceof Future<?> future) {
      future.onComplete(serving);
    } else if (result instanceof ReadStream<?> stream) {
      serving.send(stream);
    } else {
      serving.complete(
          null,
          CallFailure.of(
              Code.INTERNAL,
              call.spec() + " returned " + result + " instead of a future or stream"));
    }
  }

  /** The innermost service behind filters: the future of a stream completes at its end. */
  private Future<Object> handle(Call call) {
    Object result = skeleton.invoke(call.spec().name().number(), call.request());
    if (result instanceof ReadStream<?> stream) {
      return Serving.of(call).sendAll(stream);
    }
    if (result instanceof Future<?> future) {
      return future.map(value -> value);
    }
    return Future.succeededFuture();
  }
}
