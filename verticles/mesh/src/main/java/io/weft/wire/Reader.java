package io.weft.wire;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Reads protobuf from an array, between a position and a limit. Every length is checked against the
 * limit before anything is allocated. Not safe for concurrent use.
 */
public final class Reader {
  /** How deep messages may nest, as in protobuf's own implementations: 100. */
  public static final int MAX_DEPTH = 100;

  private final byte[] buf;
  private int pos;
  private int limit;
  private int depth;

  /**
   * Creates a reader.
   *
   * @param bytes the array, not copied
   * @param offset the first byte
   * @param length how many bytes
   */
  public Reader(byte[] bytes, int offset, int length) {
    if (offset < 0 || length < 0 || offset > bytes.length - length) {
      throw new IllegalArgumentException(
          "offset " + offset + ", length " + length + " (array: " + bytes.length + " bytes)");
    }
    buf = bytes;
    pos = offset;
    limit = offset + length;
  }

  /**
   * The bytes left up to the limit.
   *
   * @return bytes
   */
  public int remaining() {
    return limit - pos;
  }

  /**
   * The place of the next byte in the array.
   *
   * @return the position
   */
  public int position() {
    return pos;
  }

  /**
   * The next field's tag.
   *
   * @return the tag, 0 at the limit
   * @throws WireException for field number 0
   */
  public int tag() {
    if (pos == limit) {
      return 0;
    }
    int tag = varint32();
    if (tag >>> 3 == 0) {
      throw new WireException("field number 0 (expected: 1 or more)");
    }
    return tag;
  }

  /**
   * Reads one byte.
   *
   * @return 0 to 255
   */
  public int raw() {
    need(1);
    return buf[pos++] & 0xff;
  }

  /**
   * Reads a varint and keeps its low 32 bits, as protobuf does for {@code int32}.
   *
   * @return the value
   */
  public int varint32() {
    if (pos < limit && buf[pos] >= 0) {
      return buf[pos++];
    }
    return (int) varint();
  }

  /**
   * Reads a varint.
   *
   * @return the value
   */
  public long varint() {
    long value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      need(1);
      byte b = buf[pos++];
      value |= (long) (b & 0x7f) << shift;
      if (b >= 0) {
        return value;
      }
    }
    throw new WireException("varint of more than 10 bytes");
  }

  /**
   * Reads a bool.
   *
   * @return the value
   */
  public boolean bool() {
    return varint() != 0;
  }

  /**
   * Reads 4 bytes, low byte first.
   *
   * @return the bits
   */
  public int fixed32() {
    need(4);
    byte[] b = buf;
    int p = pos;
    pos = p + 4;
    return b[p] & 0xff | (b[p + 1] & 0xff) << 8 | (b[p + 2] & 0xff) << 16 | b[p + 3] << 24;
  }

  /**
   * Reads 8 bytes, low byte first.
   *
   * @return the bits
   */
  public long fixed64() {
    need(8);
    long low = fixed32() & 0xffffffffL;
    return low | (long) fixed32() << 32;
  }

  /**
   * Reads a float.
   *
   * @return the value
   */
  public float float32() {
    return Float.intBitsToFloat(fixed32());
  }

  /**
   * Reads a double.
   *
   * @return the value
   */
  public double float64() {
    return Double.longBitsToDouble(fixed64());
  }

  /**
   * Reads a string with its length in front.
   *
   * @return the text
   * @throws WireException when the bytes are not UTF-8
   */
  public String string() {
    int length = length();
    String text = new String(buf, pos, length, StandardCharsets.UTF_8);
    // The decoder replaces what is not UTF-8; only then is the slow, strict check worth its time.
    if (text.indexOf('\ufffd') >= 0) {
      checkUtf8(length);
    }
    pos += length;
    return text;
  }

  /**
   * Reads bytes with their length in front.
   *
   * @return a fresh array
   */
  public byte[] bytes() {
    int length = length();
    byte[] value = Arrays.copyOfRange(buf, pos, pos + length);
    pos += length;
    return value;
  }

  /**
   * Copies the bytes up to the limit and goes there.
   *
   * @return a fresh array
   */
  public byte[] rest() {
    byte[] value = Arrays.copyOfRange(buf, pos, limit);
    pos = limit;
    return value;
  }

  /**
   * Enters a nested message or packed list: reads its length and narrows the limit to it.
   *
   * @return the outer limit, to give to {@link #leave}
   * @throws WireException when nesting exceeds {@link #MAX_DEPTH}
   */
  public int enter() {
    int length = length();
    if (++depth > MAX_DEPTH) {
      throw new WireException("messages nested deeper than " + MAX_DEPTH);
    }
    int outer = limit;
    limit = pos + length;
    return outer;
  }

  /**
   * Leaves a nested message; whatever it still holds is skipped.
   *
   * @param outer what {@link #enter} returned
   */
  public void leave(int outer) {
    pos = limit;
    limit = outer;
    depth--;
  }

  /**
   * Reads an entered message and leaves it. Afterwards the reader stands behind the message, also
   * when the codec failed in the middle of it, inside messages of its own.
   *
   * @param codec reads the message
   * @param outer what {@link #enter} returned
   * @param <T> the message
   * @return the message
   */
  public <T> T read(Codec<T> codec, int outer) {
    int end = limit;
    int inside = depth;
    try {
      return codec.read(this);
    } finally {
      limit = end;
      depth = inside;
      leave(outer);
    }
  }

  /**
   * Skips bytes.
   *
   * @param count how many
   */
  public void skipBytes(int count) {
    need(count);
    pos += count;
  }

  /**
   * Skips the value of an unknown field.
   *
   * @param tag the field's tag
   * @throws WireException for a wire type that proto3 does not have
   */
  public void skip(int tag) {
    switch (tag & 7) {
      case 0 -> varint();
      case 1 -> skipBytes(8);
      case 2 -> skipBytes(length());
      case 3 -> skipGroup(tag);
      case 5 -> skipBytes(4);
      default -> throw new WireException("wire type " + (tag & 7) + " in field " + (tag >>> 3));
    }
  }

  private void skipGroup(int start) {
    if (++depth > MAX_DEPTH) {
      throw new WireException("groups nested deeper than " + MAX_DEPTH);
    }
    for (int tag = tag(); tag != (start & ~7 | 4); tag = tag()) {
      if (tag == 0) {
        throw new WireException("group " + (start >>> 3) + " without an end");
      }
      skip(tag);
    }
    depth--;
  }

  private int length() {
    int length = varint32();
    if (length < 0 || length > limit - pos) {
      throw new WireException(
          "length "
              + Integer.toUnsignedLong(length)
              + " (expected: at most "
              + (limit - pos)
              + ")");
    }
    return length;
  }

  private void need(int bytes) {
    if (bytes < 0 || limit - pos < bytes) {
      throw new WireException(
          "truncated: " + (limit - pos) + " bytes left (expected: " + bytes + ")");
    }
  }

  private void checkUtf8(int length) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(buf, pos, length));
    } catch (CharacterCodingException e) {
      throw new WireException("string that is not UTF-8");
    }
  }
}
