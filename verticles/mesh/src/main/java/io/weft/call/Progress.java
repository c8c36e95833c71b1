package io.weft.call;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How far a call has come: its attempts, where they went, what policies noted. On its thread. */
public abstract sealed class Progress permits Call {
  private final long startNanos;
  private @Nullable List<Object> tried;
  private @Nullable Note notes;
  private @Nullable String target;
  private int attempt;
  private long attemptNanos;
  private int hedges;
  private boolean requestsStarted;
  private long waitedNanos;

  /** What one policy wants to find again; a list, since there are seldom more than two. */
  private record Note(Object owner, Object value, @Nullable Note next) {}

  Progress(long startNanos, int attempt) {
    this.startNanos = startNanos;
    this.attempt = attempt;
    this.attemptNanos = startNanos;
  }

  Progress(Progress other) {
    this.startNanos = other.startNanos;
    this.attempt = other.attempt;
    this.attemptNanos = other.attemptNanos;
    this.tried = other.tried == null ? null : new ArrayList<>(other.tried);
    this.target = other.target;
    this.requestsStarted = other.requestsStarted;
  }

  /**
   * When the call began.
   *
   * @return a moment of the clock in nanoseconds
   */
  public long startNanos() {
    return startNanos;
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
   * Begins the next attempt while another one still runs.
   *
   * @param nowNanos a moment of the clock
   */
  public void hedge(long nowNanos) {
    hedges++;
    nextAttempt(nowNanos);
  }

  /**
   * How many attempts were begun beside another one.
   *
   * @return of all attempts of this call
   */
  public int hedges() {
    return hedges;
  }

  /**
   * When the present attempt began.
   *
   * @return a moment of the clock in nanoseconds
   */
  public long attemptNanos() {
    return attemptNanos;
  }

  /**
   * How long a call waited at the server until its handler began: in the queue of a worker, mostly.
   *
   * @return nanoseconds, 0 for a handler that began at once, on the event loop
   */
  public long waitedNanos() {
    return waitedNanos;
  }

  /**
   * Tells how long a call waited until its handler began.
   *
   * @param nanos the time
   */
  public void waitedNanos(long nanos) {
    waitedNanos = nanos;
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
   * Where the present attempt went.
   *
   * @return the node's id; null before an instance is chosen, and at the server
   */
  public @Nullable String target() {
    return target;
  }

  /**
   * Tells where the present attempt goes.
   *
   * @param node the node's id
   */
  public void target(String node) {
    target = node;
  }

  /**
   * Keeps something for a policy between its enter and its exit.
   *
   * @param owner the policy
   * @param value what to keep
   */
  public void note(Object owner, Object value) {
    notes = new Note(owner, value, notes);
  }

  /**
   * What a policy kept.
   *
   * @param owner the policy
   * @return the latest value, or null
   */
  public @Nullable Object noted(Object owner) {
    for (Note note = notes; note != null; note = note.next) {
      if (note.owner == owner) {
        return note.value;
      }
    }
    return null;
  }
}
