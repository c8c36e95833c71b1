package io.weft.wire;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Codecs of the messages that protobuf itself brings, and conversions for fields that have no type
 * of their own there; used by generated code.
 *
 * <p>A reply that is null where the contract does not say {@code @Nullable} is a fault of the
 * handler: all codecs but {@link #EMPTY} throw a {@link NullPointerException} that names the
 * remedy, since a silent 0 or empty text would be a wrong answer.
 */
public final class WellKnown {
  /** {@code google.protobuf.DoubleValue}. */
  public static final Codec<Double> DOUBLE =
      new Wrappers.Scalar<>(9, 0d, (v, out) -> out.float64(v), Reader::float64);

  /** {@code google.protobuf.FloatValue}. */
  public static final Codec<Float> FLOAT =
      new Wrappers.Scalar<>(13, 0f, (v, out) -> out.float32(v), Reader::float32);

  /** {@code google.protobuf.Int32Value}. */
  public static final Codec<Integer> INT32 =
      new Wrappers.Scalar<>(8, 0, (v, out) -> out.varint(v), Reader::varint32);

  /** {@code google.protobuf.Int64Value}. */
  public static final Codec<Long> INT64 =
      new Wrappers.Scalar<>(8, 0L, (v, out) -> out.varint(v), Reader::varint);

  /** {@code google.protobuf.BoolValue}. */
  public static final Codec<Boolean> BOOL =
      new Wrappers.Scalar<>(8, false, (v, out) -> out.bool(v), Reader::bool);

  /** {@code google.protobuf.StringValue}. */
  public static final Codec<String> STRING =
      new Wrappers.Scalar<>(10, "", (v, out) -> out.string(v), Reader::string);

  /** {@code google.protobuf.BytesValue} as an array. */
  public static final Codec<byte[]> BYTES = Wrappers.Bytes.array();

  /** {@code google.protobuf.BytesValue} as a buffer. */
  public static final Codec<Buffer> BUFFER = Wrappers.Bytes.buffer();

  /** {@code google.protobuf.Empty}; the value is null. */
  public static final Codec<@Nullable Void> EMPTY = new Wrappers.Empty();

  /** {@code google.protobuf.Timestamp}. */
  public static final Codec<Instant> TIMESTAMP = new Wrappers.Timestamp();

  /** {@code google.protobuf.Duration}. */
  public static final Codec<Duration> DURATION = new Wrappers.Span();

  /** {@code google.protobuf.Struct}. */
  public static final Codec<JsonObject> STRUCT = new JsonValues.Struct();

  /** {@code google.protobuf.ListValue}. */
  public static final Codec<JsonArray> LIST_VALUE = new JsonValues.Items();

  /** No bytes: the default of fields, and the encoding of a message of defaults. */
  public static final byte[] NO_BYTES = {};

  private WellKnown() {}

  /**
   * Narrows a field.
   *
   * @param value the field
   * @return the same number
   * @throws WireException when it does not fit
   */
  public static short toShort(int value) {
    return (short) checked(value, Short.MIN_VALUE, Short.MAX_VALUE);
  }

  /**
   * Narrows a field.
   *
   * @param value the field
   * @return the same number
   * @throws WireException when it does not fit
   */
  public static byte toByte(int value) {
    return (byte) checked(value, Byte.MIN_VALUE, Byte.MAX_VALUE);
  }

  /**
   * Narrows a field.
   *
   * @param value the field
   * @return the same number
   * @throws WireException when it does not fit
   */
  public static char toChar(int value) {
    return (char) checked(value, Character.MIN_VALUE, Character.MAX_VALUE);
  }

  /**
   * Reads a text field.
   *
   * @param text the field
   * @return what it says
   * @throws WireException when it is no UUID
   */
  public static UUID toUuid(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      throw unreadable(text, "a UUID");
    }
  }

  /**
   * Reads a text field.
   *
   * @param text the field
   * @return what it says
   * @throws WireException when it is no ISO date
   */
  public static LocalDate toLocalDate(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw unreadable(text, "a date like 2025-12-31");
    }
  }

  /**
   * Reads a text field.
   *
   * @param text the field
   * @return what it says
   * @throws WireException when it is no decimal number
   */
  public static BigDecimal toBigDecimal(String text) {
    try {
      return new BigDecimal(text);
    } catch (NumberFormatException e) {
      throw unreadable(text, "a decimal number");
    }
  }

  /**
   * Reads a text field.
   *
   * @param text the field
   * @return what it says
   * @throws WireException when it is no integer
   */
  public static BigInteger toBigInteger(String text) {
    try {
      return new BigInteger(text);
    } catch (NumberFormatException e) {
      throw unreadable(text, "an integer");
    }
  }

  private static int checked(int value, int min, int max) {
    if (value < min || value > max) {
      throw new WireException(
          "value " + value + " (expected: " + min + " to " + max + ", the range of the Java type)");
    }
    return value;
  }

  private static WireException unreadable(String text, String expected) {
    String shown = text.length() <= 40 ? text : text.substring(0, 40) + "…";
    return new WireException("text \"" + shown + "\" (expected: " + expected + ")");
  }
}
