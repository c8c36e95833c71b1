package io.weft.wire;

/**
 * Turns values of one message type into protobuf bytes and back. Generated; stateless; safe for all
 * threads.
 *
 * @param <T> the Java type
 */
public interface Codec<T> {
  /**
   * Writes the fields of a message, without a length in front.
   *
   * @param value the value
   * @param out where to
   */
  void write(T value, Writer out);

  /**
   * Reads fields up to the reader's limit; unknown fields are skipped.
   *
   * @param in where from
   * @return the value
   * @throws WireException when the bytes are damaged or a required field is missing
   */
  T read(Reader in);

  /**
   * Whether values are deeply immutable, so that caller and handler on one node may share them.
   *
   * @return false unless known
   */
  default boolean immutable() {
    return false;
  }

  /**
   * A value that shares no mutable state with the given one.
   *
   * @param value the value
   * @return the value itself when it is immutable, else a copy by encoding and decoding
   */
  default T copy(T value) {
    if (immutable()) {
      return value;
    }
    Writer out = new Writer(256);
    write(value, out);
    return read(out.toReader());
  }

  /**
   * The bytes of a value.
   *
   * @param value the value
   * @return the bytes of the message, a fresh array
   */
  default byte[] encode(T value) {
    Writer out = new Writer(64);
    write(value, out);
    return out.toBytes();
  }

  /**
   * Reads a value from an array.
   *
   * @param bytes the whole message
   * @return the value
   * @throws WireException when the bytes are damaged
   */
  default T decode(byte[] bytes) {
    return read(new Reader(bytes, 0, bytes.length));
  }
}
