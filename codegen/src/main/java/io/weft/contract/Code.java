package io.weft.contract;

/**
 * The closed list of failure codes, numbered as in gRPC (google.rpc.Code), without OK.
 *
 * @see <a href="https://github.com/grpc/grpc/blob/master/doc/statuscodes.md">gRPC status codes</a>
 */
public enum Code {
  /** The caller cancelled the call. */
  CANCELLED(1),
  /** A failure that nobody classified, usually an exception of the handler. */
  UNKNOWN(2),
  /** The request is wrong whatever the state of the system. */
  INVALID_ARGUMENT(3),
  /** The deadline passed before the answer came. */
  DEADLINE_EXCEEDED(4),
  /** The thing asked for does not exist. */
  NOT_FOUND(5),
  /** The thing to create exists. */
  ALREADY_EXISTS(6),
  /** The caller is known and may not do this. */
  PERMISSION_DENIED(7),
  /** A limit is reached: calls in flight, bytes, rate, size. */
  RESOURCE_EXHAUSTED(8),
  /** The system is not in the state that the call needs. */
  FAILED_PRECONDITION(9),
  /** A conflict ended the call; a retry on a higher level may help. */
  ABORTED(10),
  /** Past the end of a valid range. */
  OUT_OF_RANGE(11),
  /** The callee has no such service or method. */
  UNIMPLEMENTED(12),
  /** An invariant is broken. */
  INTERNAL(13),
  /** The service cannot be reached now; trying again may help. */
  UNAVAILABLE(14),
  /** Data is lost or damaged for good. */
  DATA_LOSS(15),
  /** The caller is not known. */
  UNAUTHENTICATED(16);

  private static final Code[] BY_NUMBER = values();

  private final int number;

  Code(int number) {
    this.number = number;
  }

  /**
   * The number on the wire, as in gRPC.
   *
   * @return 1 to 16
   */
  public int number() {
    return number;
  }

  /**
   * The code with a number.
   *
   * @param number the number on the wire
   * @return the code; {@link #UNKNOWN} for numbers outside 1 to 16, as gRPC prescribes
   */
  public static Code of(int number) {
    return number >= 1 && number <= BY_NUMBER.length ? BY_NUMBER[number - 1] : UNKNOWN;
  }
}
