package io.weft.call;

import io.vertx.core.internal.ContextInternal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What travels with a call and is inherited by the calls its handler makes: deadline, cancellation,
 * baggage. In a handler {@link #current()} is the call being served; elsewhere a {@link CallScope}
 * sets one.
 */
public sealed interface CallContext permits Call, CallScope {
  /** The value of {@link #deadlineNanos()} without a deadline. */
  long NO_DEADLINE = Long.MAX_VALUE;

  /**
   * The context of the running code: known on the Vert.x context of a handler and in whatever
   * continues there, and inside {@link CallScope#run}.
   *
   * @return the context, null when there is none
   */
  static @Nullable CallContext current() {
    CallScope scope = CallScope.entered();
    if (scope != null) {
      return scope;
    }
    ContextInternal context = ContextInternal.current();
    return context == null ? null : CallLocal.get(context);
  }

  /**
   * When the work should be done.
   *
   * @return a moment of {@link System#nanoTime()}, or {@link #NO_DEADLINE}
   */
  long deadlineNanos();

  /**
   * Whether nobody waits for the result any more: cancelled by the caller, or past the deadline at
   * the caller.
   *
   * @return true from then on
   */
  boolean cancelled();

  /**
   * Runs something when the call is cancelled; at once when it is already.
   *
   * @param action runs on the thread that cancels; must not block
   */
  void onCancel(Runnable action);

  /**
   * Takes back what {@link #onCancel} was given.
   *
   * @param action the same object
   */
  void removeCancel(Runnable action);

  /**
   * Small pairs that travel with this call and all calls below it.
   *
   * @return an unmodifiable map
   */
  default Map<String, String> baggage() {
    return metadata().baggage();
  }

  /**
   * Who makes the call.
   *
   * @return null for nobody known
   */
  default @Nullable Principal principal() {
    return metadata().principal();
  }

  /**
   * Which attempt of its caller the running handler works on: calls of a handler that is a second
   * attempt itself are not repeated.
   *
   * @return 1 outside handlers and for first attempts
   */
  int attempt();

  /**
   * The call whose handler the running code belongs to, also in scopes that are detached from it.
   *
   * @return null outside handlers
   */
  @Nullable Call handler();

  /**
   * Everything that travels beside the request.
   *
   * @return the metadata
   */
  Metadata metadata();
}
