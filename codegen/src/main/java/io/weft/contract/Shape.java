package io.weft.contract;

/** How messages flow in a method. */
public enum Shape {
  /** One request, one reply. */
  UNARY,
  /** One request, many replies. */
  SERVER_STREAM,
  /** Many requests, one reply. */
  CLIENT_STREAM,
  /** Many requests, many replies, independently of each other. */
  BIDIRECTIONAL,
  /** One request, no reply. */
  ONE_WAY;

  /**
   * Whether the caller sends a stream.
   *
   * @return true for client and bidirectional streams
   */
  public boolean streamsRequests() {
    return this == CLIENT_STREAM || this == BIDIRECTIONAL;
  }

  /**
   * Whether the callee sends a stream.
   *
   * @return true for server and bidirectional streams
   */
  public boolean streamsReplies() {
    return this == SERVER_STREAM || this == BIDIRECTIONAL;
  }
}
