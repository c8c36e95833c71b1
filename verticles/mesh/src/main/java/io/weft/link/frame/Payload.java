package io.weft.link.frame;

import io.weft.call.CallFailure;
import io.weft.contract.Code;
import io.weft.stream.Window;
import io.weft.wire.Codec;
import io.weft.wire.Reader;
import io.weft.wire.WireException;
import io.weft.wire.Writer;
import org.jspecify.annotations.Nullable;

/** A message inside a frame, with its length in front. */
public final class Payload {
  private static final int MAX_TEXT = 8_192;

  /**
   * Why a message was not written or read.
   *
   * @param code for the caller
   * @param text for people; goes on where "a request of …" ends
   */
  public record Flaw(Code code, String text) {}

  private Payload() {}

  /**
   * Appends a message; when it cannot be, the writer holds a part that its owner takes back.
   *
   * @param codec writes it
   * @param message the message
   * @param out the batch
   * @param limit the most bytes it may have
   * @return null when it is written
   */
  // A null reply is for the codec to judge: it knows whether the type may be null.
  @SuppressWarnings({"unchecked", "NullAway"})
  public static @Nullable Flaw write(
      Codec<?> codec, @Nullable Object message, Writer out, int limit) {
    int mark = out.begin();
    try {
      ((Codec<Object>) codec).write(message, out);
    } catch (RuntimeException | StackOverflowError e) {
      return new Flaw(Code.INVALID_ARGUMENT, "cannot be encoded: " + e);
    }
    int size = out.length() - mark - 1;
    if (size > limit) {
      return new Flaw(
          Code.RESOURCE_EXHAUSTED,
          "has %,d bytes (limit: %,d); send it in parts or as a stream, or raise messageBytes"
              .formatted(size, limit));
    }
    out.end(mark);
    return null;
  }

  /**
   * Reads a message. Afterwards the reader stands behind it, whatever is in it: what an outsider
   * put into a message must not be read as frames.
   *
   * @param codec reads it
   * @param in stands before the message
   * @return the message, or a {@link Flaw} when the codec does not take it
   * @throws io.weft.wire.WireException when the frame itself is damaged
   */
  public static Object read(Codec<?> codec, Reader in) {
    int outer = in.enter();
    try {
      return in.read(codec, outer);
    } catch (RuntimeException | StackOverflowError e) {
      String text = e instanceof WireException ? e.getMessage() : e.toString();
      return new Flaw(Code.INVALID_ARGUMENT, "cannot be read: " + text);
    }
  }

  /**
   * A text for people, not longer than people read.
   *
   * @param text any length
   * @return at most 8,192 characters and a mark of what is left out
   */
  public static String brief(String text) {
    return text.length() <= MAX_TEXT ? text : text.substring(0, MAX_TEXT) + "…";
  }

  /**
   * Reads past a message.
   *
   * @param in stands before the message
   */
  public static void skip(Reader in) {
    in.leave(in.enter());
  }

  /**
   * The size of an item's frame as its sender counts it: type, call number, payload.
   *
   * @param number of the call
   * @param payloadBytes the message with its length
   * @return bytes
   */
  public static int frameBytes(int number, int payloadBytes) {
    int numberBytes =
        number < 1 << 7
            ? 1
            : number < 1 << 14 ? 2 : number < 1 << 21 ? 3 : number < 1 << 28 ? 4 : 5;
    return 1 + numberBytes + payloadBytes;
  }

  /**
   * The failure of a stream whose sender does not keep to what it was granted.
   *
   * @param node the sender
   * @param what it sent, for people
   * @param window what it was granted at most
   * @return INTERNAL
   */
  public static CallFailure overrun(String node, String what, Window window) {
    return CallFailure.of(
        Code.INTERNAL,
        "node %s sent more %s than it was granted (window: %,d items, %,d bytes)"
            .formatted(node, what, window.items(), window.bytes()));
  }
}
