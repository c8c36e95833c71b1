package io.weft.bench;

/**
 * What is measured: a case with its size.
 *
 * @param kind the case
 * @param inFlight calls in flight, 1 or more; 1 for a stream
 * @param bytes the size of the payload, 1 or more
 */
record Point(Kind kind, int inFlight, int bytes) {
  /** The size at which subjects are compared by ratios. */
  static final int RATIO_BYTES = 100;

  /** The cases. */
  enum Kind {
    /** Request and reply, a fixed number of calls in flight. */
    UNARY("unary"),
    /** One long stream from server to client. */
    STREAM("serverStream");

    private final String label;

    Kind(String label) {
      this.label = label;
    }

    /** The case's name in results. */
    String label() {
      return label;
    }
  }

  @Override
  public String toString() {
    return "%s, %d in flight, %d bytes".formatted(kind.label, inFlight, bytes);
  }
}
