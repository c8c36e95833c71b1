package io.weft.call;

import io.netty.util.concurrent.FastThreadLocal;
import io.weft.contract.Priority;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Sets deadline, baggage and cancellation for the calls made inside it, on any thread:
 *
 * <pre>{@code
 * CallScope scope = CallScope.inherit().deadline(Duration.ofMillis(300));
 * Future<Page> page = scope.run(() -> dashboard.load());
 * scope.cancel(); // cancels every call made inside
 * }</pre>
 *
 * <p>Configure it before the first {@link #run}. Running and cancelling are safe from all threads.
 */
public final class CallScope implements CallContext {
  private static final FastThreadLocal<CallScope> ENTERED = new FastThreadLocal<>();

  private final Cancellation cancellation = new Cancellation();
  private final @Nullable CallContext parent;
  private final @Nullable Call handler;
  private final Runnable fromParent = this::cancel;
  private long deadlineNanos = NO_DEADLINE;
  private Metadata metadata = Metadata.EMPTY;

  private CallScope(@Nullable CallContext parent, @Nullable CallContext current) {
    this.parent = parent;
    this.handler = current == null ? null : current.handler();
  }

  /**
   * A scope that starts from the current context, if there is one: same deadline, baggage and
   * cancellation.
   *
   * @return the scope
   */
  public static CallScope inherit() {
    CallContext current = CallContext.current();
    CallScope scope = new CallScope(current, current);
    if (current != null) {
      scope.deadlineNanos = current.deadlineNanos();
      scope.metadata = current.metadata();
    }
    return scope;
  }

  /**
   * A scope that inherits baggage, principal and trace only: work in it goes on when the current
   * call is cancelled or late.
   *
   * @return the scope
   */
  public static CallScope detached() {
    CallContext current = CallContext.current();
    CallScope scope = new CallScope(null, current);
    if (current != null) {
      scope.metadata = current.metadata().withTrail(null);
    }
    return scope;
  }

  /**
   * Limits the time of all calls in the scope together, from now on. Never later than inherited.
   *
   * @param time greater than 0
   * @return this
   */
  public CallScope deadline(Duration time) {
    if (time.isNegative() || time.isZero()) {
      throw new IllegalArgumentException("deadline: " + time + " (expected: greater than 0)");
    }
    long longest = Long.MAX_VALUE / 2;
    long nanos = time.compareTo(Duration.ofNanos(longest)) < 0 ? time.toNanos() : longest;
    deadlineNanos = Math.min(deadlineNanos, System.nanoTime() + nanos);
    return this;
  }

  /**
   * Adds a pair that travels with all calls made inside and below.
   *
   * @param key not reserved, see {@link Metadata#reserved}
   * @param value the value
   * @return this
   */
  public CallScope baggage(String key, String value) {
    Map<String, String> pairs = new HashMap<>(metadata.baggage());
    pairs.put(key, value);
    metadata = metadata.withBaggage(pairs);
    return this;
  }

  /**
   * Makes the calls inside part of a trace that came from elsewhere.
   *
   * @param traceparent as W3C defines it; a damaged one is ignored
   * @return this
   */
  public CallScope trace(String traceparent) {
    metadata = metadata.withTrace(Metadata.TRACEPARENT, traceparent);
    return this;
  }

  /**
   * Makes the calls inside in somebody's name. For those who have checked who it is.
   *
   * @param principal null for nobody
   * @return this
   */
  public CallScope principal(@Nullable Principal principal) {
    metadata = metadata.withPrincipal(principal);
    return this;
  }

  /**
   * Sets how much the calls inside matter, whatever their contract says.
   *
   * @param level the level
   * @return this
   */
  public CallScope priority(Priority.Level level) {
    metadata = metadata.withPriority(level);
    return this;
  }

  /**
   * Makes the calls inside explain themselves. Costs time and bytes: for people who look for the
   * reason of something.
   *
   * @param trail where to
   * @return this
   */
  public CallScope explain(Trail trail) {
    metadata = metadata.withTrail(trail);
    return this;
  }

  /**
   * Runs code whose calls belong to this scope. Calls made later, in continuations of futures,
   * belong to it only if they are run by it too.
   *
   * @param code makes calls
   * @param <T> its result
   * @return the result
   */
  public <T> T run(Supplier<T> code) {
    CallScope outer = ENTERED.get();
    ENTERED.set(this);
    try {
      return code.get();
    } finally {
      if (outer == null) {
        ENTERED.remove();
      } else {
        ENTERED.set(outer);
      }
    }
  }

  /** Cancels the calls made inside, now and later. */
  public void cancel() {
    cancellation.cancel();
    if (parent != null) {
      parent.removeCancel(fromParent);
    }
  }

  static @Nullable CallScope entered() {
    return ENTERED.getIfExists();
  }

  @Override
  public @Nullable Call handler() {
    return handler;
  }

  @Override
  public long deadlineNanos() {
    return deadlineNanos;
  }

  @Override
  public boolean cancelled() {
    return cancellation.cancelled() || parent != null && parent.cancelled();
  }

  /**
   * The parent knows a scope only while something in it listens, so a scope needs no end. No lock
   * is held while actions run.
   */
  @Override
  public void onCancel(Runnable action) {
    cancellation.add(action);
    follow();
  }

  @Override
  public int attempt() {
    return parent == null ? 1 : parent.attempt();
  }

  @Override
  public Metadata metadata() {
    return metadata;
  }

  @Override
  public void removeCancel(Runnable action) {
    cancellation.remove(action);
    follow();
  }

  /** Listens to the parent while, and only while, something listens here. */
  private void follow() {
    CallContext above = parent;
    if (above == null) {
      return;
    }
    boolean wanted;
    do {
      wanted = !cancellation.isEmpty();
      if (wanted) {
        above.onCancel(fromParent);
      } else {
        above.removeCancel(fromParent);
      }
      // Whoever comes last sees whether another one has changed it meanwhile.
    } while (wanted == cancellation.isEmpty());
  }
}
