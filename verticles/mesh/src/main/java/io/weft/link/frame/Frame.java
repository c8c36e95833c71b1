package io.weft.link.frame;

import io.weft.call.Call;
import io.weft.call.CallContext;
import io.weft.wire.Reader;
import io.weft.wire.WireException;
import java.util.HashMap;
import java.util.Map;

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

  /**
   * Nanoseconds that the way takes without any queue, which no clock of one side can show. Together
   * with rounding down it lets no handler begin after the deadline of its caller.
   */
  private static final long ON_THE_WAY = 300_000;

  /** The most lines of a trail. */
  public static final int MAX_LINES = 1_000;

  private Frame() {}

  /** What a CALL says of the time left; less than 1 when it is not worth sending. */
  static long millisLeft(long nanos) {
    return (nanos - ON_THE_WAY) / 1_000_000;
  }

  /**
   * A CALL frame up to its payload.
   *
   * @param number the call; 0 for one without an answer
   * @param service the callee's number of the service
   * @param method the number of the method
   * @param flags what else is there
   * @param attempt of its caller, 1 or more
   * @param now when it is read
   * @param waited how long it stood in queues on its way, in nanoseconds
   * @param deadline a moment of the callee's clock
   * @param pairs the metadata
   */
  record Head(
      int number,
      int service,
      int method,
      int flags,
      int attempt,
      long now,
      long waited,
      long deadline,
      Map<String, String> pairs) {
    /** Reads what stands behind the frame's type. */
    static Head read(Reader in, long now, long waited) {
      int number = in.varint32();
      int service = in.varint32();
      int method = in.varint32();
      int flags = in.raw();
      long deadline = CallContext.NO_DEADLINE;
      if ((flags & DEADLINE) != 0) {
        long millis = in.varint();
        if (millis < 1) {
          throw new WireException(millis + " ms left (expected: at least 1)");
        }
        // So much was left when the call was sent, and its wait has used up a part of that.
        deadline = Call.Time.of(now - waited, millis).deadlineNanos();
      }
      Map<String, String> pairs = (flags & PAIRS) == 0 ? Map.of() : pairs(in);
      int attempt = (flags & ATTEMPT) == 0 ? 1 : in.varint32();
      return new Head(number, service, method, flags, attempt, now, waited, deadline, pairs);
    }

    private static Map<String, String> pairs(Reader in) {
      int count = in.varint32();
      if (count < 0 || count > MAX_PAIRS) {
        throw new WireException(count + " pairs (expected: at most " + MAX_PAIRS + ")");
      }
      Map<String, String> pairs = new HashMap<>(count * 2);
      for (int i = 0; i < count; i++) {
        pairs.put(in.string(), in.string());
      }
      return Map.copyOf(pairs);
    }

    /** Whether requests stream: then no payload follows. */
    boolean streams() {
      return (flags & STREAM) != 0;
    }

    /** Nanoseconds until the deadline. */
    long left() {
      return deadline == CallContext.NO_DEADLINE ? deadline : deadline - now;
    }
  }
}
