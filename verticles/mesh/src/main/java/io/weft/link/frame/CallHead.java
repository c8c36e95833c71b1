package io.weft.link.frame;

import io.weft.call.Call;
import io.weft.call.CallContext;
import io.weft.call.CallFailure;
import io.weft.call.Spec;
import io.weft.contract.Code;
import io.weft.contract.Fate;
import io.weft.link.ledger.Deadlines;
import io.weft.wire.Reader;
import io.weft.wire.WireException;
import io.weft.wire.Writer;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The CALL frame up to its payload.
 *
 * @param number the call; 0 for one without an answer
 * @param service the callee's number of the service
 * @param method the number of the method
 * @param flags what else is there
 * @param attempt of its caller, 1 or more
 * @param now when it is read, in nanoseconds of the callee's clock
 * @param waited how long it stood in queues on its way, in nanoseconds
 * @param deadline a moment of the callee's clock
 * @param pairs the metadata
 */
public record CallHead(
    int number,
    int service,
    int method,
    int flags,
    int attempt,
    long now,
    long waited,
    long deadline,
    Map<String, String> pairs) {
  /**
   * Nanoseconds that the way takes without any queue, which no clock of one side can show. Together
   * with rounding down it lets no handler begin after the deadline of its caller.
   */
  private static final long ON_THE_WAY = 300_000;

  /**
   * Appends the head of a call.
   *
   * @param call the call
   * @param number its number on the link, 0 for one way
   * @param serviceId the callee's number of the service
   * @param now a moment of the clock in nanoseconds, not before the call's start
   * @param out the batch; when the head cannot be written it holds a part that its owner takes back
   * @return null when it is written, else a failure with fate NOT_PROCESSED
   */
  public static @Nullable CallFailure write(
      Call call, int number, int serviceId, long now, Writer out) {
    Spec spec = call.spec();
    long deadline = call.deadlineNanos();
    Map<String, String> pairs = call.metadata().pairs();
    int flags =
        (deadline == CallContext.NO_DEADLINE ? 0 : Frame.DEADLINE)
            | (pairs.isEmpty() ? 0 : Frame.PAIRS)
            | (call.attempt() == 1 ? 0 : Frame.ATTEMPT)
            | (spec.shape().streamsRequests() ? Frame.STREAM : 0);
    out.raw(Frame.CALL);
    out.varint32(number);
    out.varint32(serviceId);
    out.varint32(spec.name().number());
    out.raw(flags);
    if (deadline != CallContext.NO_DEADLINE) {
      long left = (deadline - now - ON_THE_WAY) / 1_000_000;
      if (left <= 0) {
        return Deadlines.late(call, "before it was sent", Fate.NOT_PROCESSED);
      }
      out.varint(left);
    }
    if (!pairs.isEmpty()) {
      if (pairs.size() > Frame.MAX_PAIRS) {
        return CallFailure.notProcessed(
            Code.INVALID_ARGUMENT,
            "%d pairs of baggage (expected: at most %d)".formatted(pairs.size(), Frame.MAX_PAIRS));
      }
      out.varint32(pairs.size());
      for (Map.Entry<String, String> pair : pairs.entrySet()) {
        out.string(pair.getKey());
        out.string(pair.getValue());
      }
    }
    if (call.attempt() != 1) {
      out.varint32(call.attempt());
    }
    return null;
  }

  /**
   * Reads what stands behind the frame's type.
   *
   * @param in stands there
   * @param now when it is read
   * @param waited how long it stood in queues
   * @return the head
   * @throws WireException when it is damaged
   */
  public static CallHead read(Reader in, long now, long waited) {
    int number = in.varint32();
    int service = in.varint32();
    int method = in.varint32();
    int flags = in.raw();
    long deadline = CallContext.NO_DEADLINE;
    if ((flags & Frame.DEADLINE) != 0) {
      long millis = in.varint();
      if (millis < 1) {
        throw new WireException(millis + " ms left (expected: at least 1)");
      }
      // So much was left when the call was sent, and its wait has used up a part of that.
      deadline = Call.Time.of(now - waited, millis).deadlineNanos();
    }
    Map<String, String> pairs = (flags & Frame.PAIRS) == 0 ? Map.of() : pairs(in);
    int attempt = (flags & Frame.ATTEMPT) == 0 ? 1 : in.varint32();
    return new CallHead(number, service, method, flags, attempt, now, waited, deadline, pairs);
  }

  private static Map<String, String> pairs(Reader in) {
    int count = in.varint32();
    if (count < 0 || count > Frame.MAX_PAIRS) {
      throw new WireException(count + " pairs (expected: at most " + Frame.MAX_PAIRS + ")");
    }
    Map<String, String> pairs = new HashMap<>(count * 2);
    for (int i = 0; i < count; i++) {
      pairs.put(in.string(), in.string());
    }
    return Map.copyOf(pairs);
  }

  /**
   * Whether requests stream: then no payload follows.
   *
   * @return true if they do
   */
  public boolean streams() {
    return (flags & Frame.STREAM) != 0;
  }

  /**
   * The time left.
   *
   * @return nanoseconds until the deadline, {@link CallContext#NO_DEADLINE} without one
   */
  public long left() {
    return deadline == CallContext.NO_DEADLINE ? deadline : deadline - now;
  }

  /**
   * Goes on behind the payload, if there is one, without reading it.
   *
   * @param in stands behind this head
   */
  public void skipPayload(Reader in) {
    if (!streams()) {
      Payload.skip(in);
    }
  }
}
