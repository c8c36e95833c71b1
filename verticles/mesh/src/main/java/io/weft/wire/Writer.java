package io.weft.wire;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Writes protobuf into a growing array in one pass. Length prefixes are put in afterwards: {@link
 * #begin} keeps one byte free, {@link #end} moves the content when the length needs more; so no
 * sizes are computed beforehand. Not safe for concurrent use.
 */
public final class Writer {
  private byte[] buf;
  private int pos;

  /**
   * Creates an empty writer.
   *
   * @param capacity the first size of the array in bytes, at least 1
   */
  public Writer(int capacity) {
    buf = new byte[Math.max(16, capacity)];
  }

  /**
   * The number of bytes written.
   *
   * @return bytes
   */
  public int length() {
    return pos;
  }

  /**
   * The array behind the writer: valid from 0 to {@link #length()}, replaced when it grows.
   *
   * @return the array itself, not a copy
   */
  public byte[] array() {
    return buf;
  }

  /**
   * A copy of what was written.
   *
   * @return a fresh array
   */
  public byte[] toBytes() {
    return Arrays.copyOf(buf, pos);
  }

  /**
   * A reader over what was written, without a copy.
   *
   * @return the reader; valid until the next write
   */
  public Reader toReader() {
    return new Reader(buf, 0, pos);
  }

  /**
   * Takes back everything from a position on.
   *
   * @param length a former {@link #length()}
   */
  public void truncate(int length) {
    if (length < 0 || length > pos) {
      throw new IllegalArgumentException("length: " + length + " (expected: 0 to " + pos + ")");
    }
    pos = length;
  }

  /**
   * Writes one byte.
   *
   * @param value the low 8 bits count
   */
  public void raw(int value) {
    room(1);
    buf[pos++] = (byte) value;
  }

  /**
   * Writes bytes as they are.
   *
   * @param bytes the source
   * @param offset the first byte
   * @param length how many
   */
  public void raw(byte[] bytes, int offset, int length) {
    room(length);
    System.arraycopy(bytes, offset, buf, pos, length);
    pos += length;
  }

  /**
   * Writes a field's tag: field number times 8 plus wire type.
   *
   * @param tag the tag
   */
  public void tag(int tag) {
    varint32(tag);
  }

  /**
   * Writes an unsigned 32-bit varint.
   *
   * @param value the value, read as unsigned
   */
  public void varint32(int value) {
    room(5);
    int v = value;
    while ((v & ~0x7f) != 0) {
      buf[pos++] = (byte) (v | 0x80);
      v >>>= 7;
    }
    buf[pos++] = (byte) v;
  }

  /**
   * Writes a varint; an {@code int32} or an enum number is passed sign-extended, as protobuf wants.
   *
   * @param value the value, read as unsigned 64 bits
   */
  public void varint(long value) {
    room(10);
    long v = value;
    while ((v & ~0x7fL) != 0) {
      buf[pos++] = (byte) (v | 0x80);
      v >>>= 7;
    }
    buf[pos++] = (byte) v;
  }

  /**
   * Writes a bool.
   *
   * @param value the value
   */
  public void bool(boolean value) {
    raw(value ? 1 : 0);
  }

  /**
   * Writes 4 bytes, low byte first.
   *
   * @param value the bits
   */
  public void fixed32(int value) {
    room(4);
    byte[] b = buf;
    int p = pos;
    b[p] = (byte) value;
    b[p + 1] = (byte) (value >>> 8);
    b[p + 2] = (byte) (value >>> 16);
    b[p + 3] = (byte) (value >>> 24);
    pos = p + 4;
  }

  /**
   * Writes 8 bytes, low byte first.
   *
   * @param value the bits
   */
  public void fixed64(long value) {
    fixed32((int) value);
    fixed32((int) (value >>> 32));
  }

  /**
   * Writes a float.
   *
   * @param value the value
   */
  public void float32(float value) {
    fixed32(Float.floatToRawIntBits(value));
  }

  /**
   * Writes a double.
   *
   * @param value the value
   */
  public void float64(double value) {
    fixed64(Double.doubleToRawLongBits(value));
  }

  /**
   * Writes a string with its length in front.
   *
   * @param value the text; unpaired surrogates become {@code ?}
   */
  public void string(String value) {
    bytes(value.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Writes bytes with their length in front.
   *
   * @param value the bytes
   */
  public void bytes(byte[] value) {
    varint32(value.length);
    raw(value, 0, value.length);
  }

  /**
   * Starts a nested message, packed list or other length-delimited content.
   *
   * @return the mark to give to {@link #end}
   */
  public int begin() {
    room(1);
    return pos++;
  }

  /**
   * Ends what {@link #begin} started and puts its length in front.
   *
   * @param mark what {@link #begin} returned; nested content must have ended
   */
  public void end(int mark) {
    int length = pos - mark - 1;
    if (length < 0x80) {
      buf[mark] = (byte) length;
      return;
    }
    int more = length < 1 << 14 ? 1 : length < 1 << 21 ? 2 : length < 1 << 28 ? 3 : 4;
    room(more);
    System.arraycopy(buf, mark + 1, buf, mark + 1 + more, length);
    int end = pos + more;
    pos = mark;
    varint32(length);
    pos = end;
  }

  private void room(int bytes) {
    if (buf.length - pos < bytes) {
      grow(bytes);
    }
  }

  private void grow(int bytes) {
    long wanted = (long) pos + bytes;
    if (wanted > Integer.MAX_VALUE - 8) {
      throw new WireException("message of " + wanted + " bytes (expected: at most 2 GiB)");
    }
    buf =
        Arrays.copyOf(
            buf, (int) Math.min(Math.max(wanted, buf.length * 2L), Integer.MAX_VALUE - 8));
  }
}
