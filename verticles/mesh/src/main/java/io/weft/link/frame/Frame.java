package io.weft.link.frame;

/** The types of frames. "Caller" and "callee" are the ends of one call, not of the link. */
public final class Frame {
  /** Caller: call, service, method, flags, [millis left], [attempt], [pairs], [payload]. */
  public static final int CALL = 1;

  /** Callee: call, payload; for streams of replies the end, with an empty payload. */
  public static final int REPLY = 2;

  /** Callee: call, code, fate, message, error name, error payload, milliseconds to wait + 1. */
  public static final int FAIL = 3;

  /** Callee: call; this lane serves no such service: surely not processed. */
  public static final int NOT_HERE = 4;

  /** Caller: call. */
  public static final int CANCEL = 5;

  /** Caller: call, payload. */
  public static final int REQUEST_ITEM = 6;

  /** Caller: call, 0 for a normal end or 1 and the message of the failure. */
  public static final int REQUEST_END = 7;

  /** Callee: call, items, bytes. */
  public static final int REQUEST_CREDIT = 8;

  /** Callee: call, payload. */
  public static final int REPLY_ITEM = 9;

  /** Caller: call, items, bytes. */
  public static final int REPLY_CREDIT = 10;

  /** Payload for whoever listens to events of this node. */
  public static final int EVENT = 11;

  /** Asks for an acknowledgement now. */
  public static final int PING = 12;

  /** The sender drains: choose another node. */
  public static final int GOAWAY = 13;

  /** Epoch, last accepted batch, 1 when that is certain: no more of this epoch is accepted. */
  public static final int FENCE = 14;

  /** Caller: count, calls; those that the callee does not know have lost their reply. */
  public static final int QUERY = 15;

  /** Callee: call, count, lines of a call that explains itself; its answer follows. */
  public static final int TRAIL = 16;

  /** Flag of CALL: milliseconds left follow. */
  public static final int DEADLINE = 1;

  /** Flag of CALL: pairs follow. */
  public static final int PAIRS = 2;

  /** Flag of CALL: the attempt follows. */
  public static final int ATTEMPT = 4;

  /** Flag of CALL: requests stream, no payload follows. */
  public static final int STREAM = 8;

  /** The most pairs of a call. */
  public static final int MAX_PAIRS = 64;

  /** The most lines of a trail. */
  public static final int MAX_LINES = 1_000;

  private Frame() {}
}
