package io.weft.call;

import io.weft.contract.Code;
import io.weft.contract.Fate;
import org.jspecify.annotations.Nullable;

/**
 * The one failure of calls: what happened ({@link Code}) and whether the handler ran ({@link
 * Fate}). Fate is never forwarded: a caller two hops away sees UNKNOWN unless its own callee says
 * otherwise. Carries no stack trace, since it describes another place.
 */
public final class CallFailure extends RuntimeException {
  /** Of {@link #retryAfterMillis()}: whoever tries again only adds load. */
  public static final long NEVER = -1;

  private static final long serialVersionUID = 1L;

  private final Code code;
  private final Fate fate;
  private final transient @Nullable Object details;
  private final @Nullable String node;
  private final long retryAfterMillis;

  private CallFailure(Code code, Fate fate, String message) {
    super(message, null, false, false);
    this.code = code;
    this.fate = fate;
    this.details = null;
    this.node = null;
    this.retryAfterMillis = 0;
  }

  private CallFailure(
      CallFailure other, Fate fate, @Nullable Object details, @Nullable String node, long after) {
    super(other.message(), null, false, false);
    this.code = other.code;
    this.fate = fate;
    this.details = details;
    this.node = node;
    this.retryAfterMillis = after;
  }

  /**
   * A failure that a handler gives to its caller.
   *
   * @param code the code
   * @param message for people: what happened, the offending value, what was expected
   * @return the failure, fate PROCESSED
   */
  public static CallFailure of(Code code, String message) {
    return new CallFailure(code, Fate.PROCESSED, message);
  }

  /**
   * A failure of a call that surely never reached a handler.
   *
   * @param code the code
   * @param message for people
   * @return the failure, fate NOT_PROCESSED
   */
  public static CallFailure notProcessed(Code code, String message) {
    return new CallFailure(code, Fate.NOT_PROCESSED, message);
  }

  /**
   * A failure of a call of which nobody knows whether it ran.
   *
   * @param code the code
   * @param message for people
   * @return the failure, fate UNKNOWN
   */
  public static CallFailure unknown(Code code, String message) {
    return new CallFailure(code, Fate.UNKNOWN, message);
  }

  /**
   * What a throwable of a handler means to the caller.
   *
   * @param cause anything
   * @return a {@link CallFailure} as PROCESSED, whatever its fate was one hop further; any other
   *     throwable as UNKNOWN with its class and message
   */
  public static CallFailure fromHandler(Throwable cause) {
    if (cause instanceof CallFailure failure) {
      return failure.fate == Fate.PROCESSED ? failure : failure.withFate(Fate.PROCESSED);
    }
    String text = cause.getMessage();
    String name = cause.getClass().getSimpleName();
    return of(Code.UNKNOWN, text == null ? name : name + ": " + text);
  }

  /**
   * The same failure with another fate.
   *
   * @param other the fate
   * @return the failure
   */
  public CallFailure withFate(Fate other) {
    return new CallFailure(this, other, details, node, retryAfterMillis);
  }

  /**
   * The same failure with a typed error of the contract.
   *
   * @param error a record named in {@code @Fails}
   * @return the failure
   */
  public CallFailure withDetails(@Nullable Object error) {
    return new CallFailure(this, fate, error, node, retryAfterMillis);
  }

  /**
   * The same failure with the node it came from.
   *
   * @param id the node's id
   * @return the failure
   */
  public CallFailure at(String id) {
    return new CallFailure(this, fate, details, id, retryAfterMillis);
  }

  /**
   * The same failure with the server's word on trying again.
   *
   * @param millis not before so many milliseconds have passed; 0 as the caller likes; {@link
   *     #NEVER} for not at all
   * @return the failure
   */
  public CallFailure withRetryAfter(long millis) {
    return new CallFailure(this, fate, details, node, millis);
  }

  /**
   * What happened.
   *
   * @return the code
   */
  public Code code() {
    return code;
  }

  /**
   * Whether the handler ran.
   *
   * @return the fate
   */
  public Fate fate() {
    return fate;
  }

  /**
   * The message, never null.
   *
   * @return text for people
   */
  public String message() {
    String text = getMessage();
    return text == null ? "" : text;
  }

  /**
   * The typed error of the contract.
   *
   * @return a record named in {@code @Fails}, or null
   */
  public @Nullable Object details() {
    return details;
  }

  /**
   * Where it happened.
   *
   * @return the node's id, or null for this node
   */
  public @Nullable String node() {
    return node;
  }

  /**
   * The server's word on trying again.
   *
   * @return milliseconds to wait, 0 as the caller likes, {@link #NEVER} for not at all
   */
  public long retryAfterMillis() {
    return retryAfterMillis;
  }

  @Override
  public String toString() {
    return code + " (" + fate + "): " + message() + (node == null ? "" : " [node " + node + "]");
  }
}
