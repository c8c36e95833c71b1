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

/** The CALL frame up to its payload. */
public final class CallHead {
  private CallHead() {}

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
      long left = deadline - now;
      if (left <= 0) {
        return Deadlines.late(call, "before it was sent", Fate.NOT_PROCESSED);
      }
      out.varint((left + 999_999) / 1_000_000);
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
   * Reads the pairs of a call whose flags announce them.
   *
   * @param in stands before them
   * @return an unmodifiable map
   * @throws WireException when there are more than {@link Frame#MAX_PAIRS}
   */
  public static Map<String, String> pairs(Reader in) {
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
}
