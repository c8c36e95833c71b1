package io.weft.call;

import io.weft.contract.Priority;
import io.weft.contract.Semantics;
import io.weft.contract.Shape;
import io.weft.wire.Codec;
import java.util.List;

/**
 * What the contract says about one method, made at compile time. Filters read it and never reflect.
 *
 * @param name the method's name
 * @param shape how messages flow
 * @param semantics the promise on executions
 * @param messages the codecs
 * @param timing deadline, attempts, hedge
 * @param access who may call
 * @param priority what an overloaded server refuses first
 */
public record Spec(
    Name name,
    Shape shape,
    Semantics semantics,
    Messages messages,
    Timing timing,
    Access access,
    Priority.Level priority) {
  /** The deadline of unary calls when the contract says nothing: 5,000 ms. */
  public static final long DEFAULT_DEADLINE_MILLIS = 5_000;

  /**
   * The name of a method.
   *
   * @param service the full service name
   * @param version the contract's major version
   * @param method the method's Java name
   * @param number the method's number in the lock file, 1 or more
   */
  public record Name(String service, int version, String method, int number) {
    @Override
    public String toString() {
      return service + "/" + method;
    }
  }

  /**
   * The codecs of a method.
   *
   * @param request each request message
   * @param reply each reply message
   * @param errors typed errors, in the order of {@code @Fails}
   */
  public record Messages(Codec<?> request, Codec<?> reply, List<TypedError<?>> errors) {}

  /**
   * One typed error.
   *
   * @param type the record
   * @param name its full message name
   * @param codec its codec
   * @param <E> the record
   */
  public record TypedError<E>(Class<E> type, String name, Codec<E> codec) {}

  /**
   * Times of a method in milliseconds.
   *
   * @param deadlineMillis the default deadline; 0 for none
   * @param attempts how often a call is tried at most, the first time included
   * @param attemptMillis the time of one attempt; 0 leaves it to the deadline
   * @param hedgeAfterMillis the delay of a second attempt; 0 for the observed 95th percentile, -1
   *     for none
   */
  public record Timing(
      long deadlineMillis, int attempts, long attemptMillis, long hedgeAfterMillis) {}

  /**
   * Access to a method.
   *
   * @param exposed whether bridges offer the method
   * @param open whether no role is needed
   * @param roles the roles of which a caller needs one
   */
  public record Access(boolean exposed, boolean open, List<String> roles) {}

  /**
   * The same method with a stronger promise on duplicates; what repeats calls is dropped.
   *
   * @param tighter not weaker than the contract's
   * @return the spec
   * @throws IllegalArgumentException when it would loosen the contract
   */
  public Spec tighten(Semantics tighter) {
    boolean durable = semantics == Semantics.EXACTLY_ONCE || tighter == Semantics.EXACTLY_ONCE;
    if (tighter.compareTo(semantics) > 0 || durable && tighter != semantics) {
      throw new IllegalArgumentException(
          name
              + " is "
              + semantics
              + " by contract; a caller may only tighten it, so not "
              + tighter
              + " (expected: "
              + (durable ? semantics : semantics + " or an earlier one in Semantics")
              + ")");
    }
    return tighter == semantics
        ? this
        : new Spec(
            name,
            shape,
            tighter,
            messages,
            new Timing(timing.deadlineMillis(), 1, 0, -1),
            access,
            priority);
  }

  @Override
  public String toString() {
    return name.toString();
  }
}
