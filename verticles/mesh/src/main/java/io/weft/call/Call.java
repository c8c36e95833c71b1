package io.weft.call;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.internal.ContextInternal;
import io.weft.stream.InboundStream;
import io.weft.stream.Producer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One call on its way: at the caller until its {@link #future()} completes, at the server while the
 * handler works on it. Belongs to one thread, except for cancellation and the future.
 */
public final class Call implements CallContext {
  private final Spec spec;
  private final Object request;
  private final @Nullable ContextInternal context;
  private final long startNanos;
  private final long deadlineNanos;
  private final Map<String, String> baggage;
  private final @Nullable CallContext parent;
  private final @Nullable Promise<Object> promise;
  private final @Nullable String origin;
  private final @Nullable Call original;
  private @Nullable InboundStream<Object> replies;
  private volatile @Nullable Producer transport;
  private @Nullable List<Object> tried;
  private int attempt = 1;
  private long attemptNanos;
  private boolean requestsStarted;
  private volatile @Nullable Cancellation cancellation;

  /**
   * Creates a call.
   *
   * @param spec the method
   * @param request the request message or stream
   * @param context where the future completes; null for the thread of the transport
   * @param parent the context that the call inherits from, or null
   * @param time start and default deadline
   */
  public Call(
      Spec spec,
      Object request,
      @Nullable ContextInternal context,
      @Nullable CallContext parent,
      Time time) {
    this.spec = spec;
    this.request = request;
    this.context = context;
    this.parent = parent;
    this.promise = context == null ? Promise.promise() : context.promise();
    this.origin = null;
    this.original = null;
    this.startNanos = time.startNanos();
    if (parent == null) {
      this.deadlineNanos = time.deadlineNanos();
      this.baggage = Map.of();
    } else {
      this.deadlineNanos = Math.min(time.deadlineNanos(), parent.deadlineNanos());
      this.baggage = parent.baggage();
    }
  }

  private Call(Spec spec, Object request, ContextInternal context, Time time, Origin origin) {
    this.spec = spec;
    this.request = request;
    this.context = context;
    this.parent = null;
    this.promise = null;
    this.origin = origin.node();
    this.original = null;
    this.startNanos = time.startNanos();
    this.deadlineNanos = time.deadlineNanos();
    this.baggage = origin.pairs();
    this.attempt = origin.attempt();
  }

  private Call(Call other) {
    this.spec = other.spec;
    this.request = other.request;
    this.context = other.context;
    this.parent = other.parent;
    this.promise = other.context == null ? Promise.promise() : other.context.promise();
    this.origin = other.origin;
    this.original = other.original == null ? other : other.original;
    this.startNanos = other.startNanos;
    this.deadlineNanos = other.deadlineNanos;
    this.baggage = other.baggage;
    this.replies = other.replies;
    this.transport = other.transport;
    this.attempt = other.attempt;
    this.attemptNanos = other.attemptNanos;
    this.tried = other.tried;
    this.requestsStarted = other.requestsStarted;
  }

  /**
   * A call at the server.
   *
   * @param spec the method
   * @param request the request message or stream
   * @param context belongs to this call alone
   * @param time arrival and deadline
   * @param origin where it comes from
   * @return the call
   */
  public static Call incoming(
      Spec spec, Object request, ContextInternal context, Time time, Origin origin) {
    return new Call(spec, request, context, time, origin);
  }

  /**
   * Where a call comes from.
   *
   * @param node the id of the calling node
   * @param attempt which attempt of the caller this is
   * @param pairs the baggage
   */
  public record Origin(String node, int attempt, Map<String, String> pairs) {}

  /**
   * When a call starts and when it should be done.
   *
   * @param startNanos a moment of the clock
   * @param deadlineNanos a moment of the clock, or {@link #NO_DEADLINE}
   */
  public record Time(long startNanos, long deadlineNanos) {
    private static final long MOST_MILLIS = Long.MAX_VALUE / 2_000_000;

    /**
     * A start and what the contract or the caller allows from there.
     *
     * @param startNanos a moment of the clock
     * @param millis milliseconds, 0 and more than 146 years for no deadline
     * @return the times
     */
    public static Time of(long startNanos, long millis) {
      return millis == 0 || millis > MOST_MILLIS
          ? new Time(startNanos, NO_DEADLINE)
          : new Time(startNanos, startNanos + millis * 1_000_000L);
    }
  }

  /**
   * The method.
   *
   * @return its spec
   */
  public Spec spec() {
    return spec;
  }

  /**
   * What is sent: the request message, or a {@code ReadStream} of them.
   *
   * @return the request
   */
  public Object request() {
    return request;
  }

  /**
   * Where the caller's or the handler's code runs.
   *
   * @return the context, null for a caller outside Vert.x
   */
  public @Nullable ContextInternal context() {
    return context;
  }

  /**
   * What this call inherited from.
   *
   * @return the parent, or null
   */
  public @Nullable CallContext parent() {
    return parent;
  }

  /**
   * When the call began.
   *
   * @return a moment of the clock in nanoseconds
   */
  public long startNanos() {
    return startNanos;
  }

  @Override
  public long deadlineNanos() {
    return deadlineNanos;
  }

  @Override
  public Map<String, String> baggage() {
    return baggage;
  }

  /**
   * Which attempt this is.
   *
   * @return 1 for the first
   */
  public int attempt() {
    return attempt;
  }

  /**
   * Begins the next attempt.
   *
   * @param nowNanos a moment of the clock
   */
  public void nextAttempt(long nowNanos) {
    attempt++;
    attemptNanos = nowNanos;
  }

  /**
   * When the present attempt began.
   *
   * @return a moment of the clock in nanoseconds
   */
  public long attemptNanos() {
    return attempt == 1 ? startNanos : attemptNanos;
  }

  /** Notes that requests of a stream have left: from then on it cannot be sent again. */
  public void startRequests() {
    requestsStarted = true;
  }

  /**
   * Whether requests of a stream have left.
   *
   * @return true from the first one on
   */
  public boolean requestsStarted() {
    return requestsStarted;
  }

  /**
   * Remembers an instance that failed this call.
   *
   * @param instance the instance
   */
  public void tried(Object instance) {
    if (tried == null) {
      tried = new ArrayList<>(2);
    }
    tried.add(instance);
  }

  /**
   * Whether an instance failed this call already.
   *
   * @param instance the instance
   * @return true if it did
   */
  public boolean hasTried(Object instance) {
    return tried != null && tried.contains(instance);
  }

  /**
   * The stream of replies, for methods that have one.
   *
   * @return the stream, or null
   */
  public @Nullable InboundStream<Object> replies() {
    return replies;
  }

  /**
   * Gives the call its stream of replies.
   *
   * @param stream the stream
   */
  public void replies(InboundStream<Object> stream) {
    replies = stream;
  }

  /**
   * Who takes the demand of {@link #replies()}: set by the transport that carries the call.
   *
   * @return the far end, null before the call is sent
   */
  public @Nullable Producer transport() {
    return transport;
  }

  /**
   * Tells who takes the demand of {@link #replies()}.
   *
   * @param producer the far end
   */
  public void transport(Producer producer) {
    transport = producer;
    if (original != null) {
      original.transport = producer;
    }
  }

  /**
   * The outcome.
   *
   * @return the reply, as in {@link Service#call}
   */
  public Future<Object> future() {
    return waiting().future();
  }

  /**
   * Completes the call; only the first completion counts.
   *
   * @param reply the reply, null for none
   * @param failure null for success
   */
  public void complete(@Nullable Object reply, @Nullable CallFailure failure) {
    if (Completion.of(waiting(), reply, failure) && replies != null) {
      replies.end(failure);
    }
  }

  private Promise<Object> waiting() {
    return Objects.requireNonNull(promise, "a call at the server has no future of its own");
  }

  /**
   * The node that made the call, at the server.
   *
   * @return its id, null at the caller
   */
  public @Nullable String origin() {
    return origin;
  }

  /**
   * The same call once more, with a future of its own. Whoever cancels one cancels both.
   *
   * @return a copy
   */
  public Call again() {
    return new Call(this);
  }

  /**
   * Whether anybody can cancel this call: one made inside a handler or a scope, or one that
   * streams.
   *
   * @return false lets the transport skip the bookkeeping
   */
  public boolean cancellable() {
    return parent != null || replies != null;
  }

  /** Cancels the call: what listens to {@link #onCancel} is told. */
  public void cancel() {
    ensureCancellation().cancel();
  }

  @Override
  public boolean cancelled() {
    Cancellation c = original == null ? cancellation : original.cancellation;
    return c != null && c.cancelled() || parent != null && parent.cancelled();
  }

  @Override
  public void onCancel(Runnable action) {
    ensureCancellation().add(action);
  }

  @Override
  public void removeCancel(Runnable action) {
    Cancellation c = original == null ? cancellation : original.cancellation;
    if (c != null) {
      c.remove(action);
    }
  }

  private Cancellation ensureCancellation() {
    if (original != null) {
      return original.ensureCancellation();
    }
    Cancellation c = cancellation;
    if (c == null) {
      synchronized (this) {
        c = cancellation;
        if (c == null) {
          c = new Cancellation();
          cancellation = c;
        }
      }
    }
    return c;
  }
}
