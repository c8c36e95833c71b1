package io.weft.call;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.internal.ContextInternal;
import io.weft.contract.Priority;
import io.weft.stream.InboundStream;
import io.weft.stream.Producer;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One call on its way: at the caller until its {@link #future()} completes, at the server while the
 * handler works on it. Belongs to one thread, except for cancellation and the future.
 */
public final class Call extends Progress implements CallContext {
  private final Spec spec;
  private final Object request;
  private final @Nullable ContextInternal context;
  private final long deadlineNanos;
  private final @Nullable CallContext parent;
  private final @Nullable Promise<Object> promise;
  private final @Nullable String origin;
  private final long queuedNanos;
  private final @Nullable Call original;
  private @Nullable InboundStream<Object> replies;
  private volatile @Nullable Producer transport;
  private Metadata metadata;
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
    super(time.startNanos(), 1);
    this.spec = spec;
    this.request = request;
    this.context = context;
    this.parent = parent;
    this.promise = context == null ? Promise.promise() : context.promise();
    this.origin = null;
    this.queuedNanos = 0;
    this.original = null;
    if (parent == null) {
      this.deadlineNanos = time.deadlineNanos();
      this.metadata = Metadata.EMPTY;
    } else {
      this.deadlineNanos = Math.min(time.deadlineNanos(), parent.deadlineNanos());
      this.metadata = parent.metadata();
    }
  }

  private Call(Spec spec, Object request, ContextInternal context, Time time, Origin origin) {
    super(time.startNanos(), origin.attempt());
    this.spec = spec;
    this.request = request;
    this.context = context;
    this.parent = null;
    this.promise = null;
    this.origin = origin.node();
    this.queuedNanos = origin.queuedNanos();
    this.original = null;
    this.deadlineNanos = time.deadlineNanos();
    this.metadata = origin.metadata();
  }

  private Call(Call other) {
    super(other);
    this.spec = other.spec;
    this.request = other.request;
    this.context = other.context;
    this.parent = other.parent;
    this.promise = other.context == null ? Promise.promise() : other.context.promise();
    this.origin = other.origin;
    this.queuedNanos = other.queuedNanos;
    this.original = other.original == null ? other : other.original;
    this.deadlineNanos = other.deadlineNanos;
    this.metadata = other.metadata;
    this.replies = other.replies;
    this.transport = other.transport;
  }

  private Call(Call whole, long deadlineNanos) {
    super(whole);
    this.spec = whole.spec;
    this.request = whole.request;
    this.context = whole.context;
    this.parent = whole;
    this.promise = null;
    this.origin = whole.origin;
    this.queuedNanos = whole.queuedNanos;
    this.original = null;
    this.deadlineNanos = Math.min(deadlineNanos, whole.deadlineNanos);
    this.metadata = whole.metadata;
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
   * @param metadata what travels beside the request
   * @param queuedNanos as {@link Call#queuedNanos} tells it
   */
  public record Origin(String node, int attempt, Metadata metadata, long queuedNanos) {
    /**
     * Of a call that stood in no queue.
     *
     * @param node the id of the calling node
     * @param attempt which attempt of the caller this is
     * @param metadata what travels beside the request
     */
    public Origin(String node, int attempt, Metadata metadata) {
      this(node, attempt, metadata, 0);
    }
  }

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

  @Override
  public @Nullable Call handler() {
    return origin != null ? this : parent == null ? null : parent.handler();
  }

  @Override
  public long deadlineNanos() {
    return deadlineNanos;
  }

  @Override
  public Metadata metadata() {
    return metadata;
  }

  /**
   * Replaces what travels beside the request: for policies, before the call is sent, and at the
   * server for the calls that the handler will make.
   *
   * @param value the metadata
   */
  public void metadata(Metadata value) {
    metadata = value;
  }

  /**
   * How much the call matters.
   *
   * @return the caller's word, else the contract's
   */
  public Priority.Level priority() {
    Priority.Level level = metadata == Metadata.EMPTY ? null : metadata.priority();
    return level == null ? spec.priority() : level;
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
   * How long a call that came over a link stood in queues between its caller and here, while those
   * queues do not empty: more work comes than is done. A queue that empties now and then is none.
   *
   * @return nanoseconds, 0 at the caller and for a server that keeps up
   */
  public long queuedNanos() {
    return queuedNanos;
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
   * One of several attempts that run side by side: has its own end and its own cancellation, which
   * follows that of this call. Its outcome goes to whoever sends it.
   *
   * @param latestNanos when the attempt is given up, if the deadline is not before
   * @return an attempt
   */
  public Call branch(long latestNanos) {
    return new Call(this, latestNanos);
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
