package io.weft.codegen.model;

/**
 * The kinds of single values. {@code $v} stands for the value, {@code $c} for its codec class,
 * {@code $in} and {@code $out} for reader and writer in the templates.
 */
public enum Kind {
  /** An {@code int}. */
  INT("int32", 0, new Code("$out.varint($v)", "$in.varint32()", "$v != 0", "0")),
  /** A {@code short}. */
  SHORT("int32", 0, new Code("$out.varint($v)", "$w.toShort($in.varint32())", "$v != 0", "0")),
  /** A {@code byte}. */
  BYTE("int32", 0, new Code("$out.varint($v)", "$w.toByte($in.varint32())", "$v != 0", "0")),
  /** A {@code char}. */
  CHAR("uint32", 0, new Code("$out.varint($v)", "$w.toChar($in.varint32())", "$v != 0", "'\\0'")),
  /** A {@code long}. */
  LONG("int64", 0, new Code("$out.varint($v)", "$in.varint()", "$v != 0", "0")),
  /** A {@code boolean}. */
  BOOLEAN("bool", 0, new Code("$out.bool($v)", "$in.bool()", "$v", "false")),
  /** A {@code float}; the raw bits decide what is zero, so that -0 travels. */
  FLOAT(
      "float",
      5,
      new Code("$out.float32($v)", "$in.float32()", "Float.floatToRawIntBits($v) != 0", "0")),
  /** A {@code double}; the raw bits decide what is zero, so that -0 travels. */
  DOUBLE(
      "double",
      1,
      new Code("$out.float64($v)", "$in.float64()", "Double.doubleToRawLongBits($v) != 0", "0")),
  /** A {@code String}. */
  STRING("string", 2, new Code("$out.string($v)", "$in.string()", "!$v.isEmpty()", "\"\"")),
  /** A {@code byte[]}. */
  BYTES("bytes", 2, new Code("$out.bytes($v)", "$in.bytes()", "$v.length != 0", "$w.NO_BYTES")),
  /** A Vert.x {@code Buffer}. */
  BUFFER(
      "bytes",
      2,
      new Code(
          "$out.bytes($v.getBytes())",
          "$b.buffer($in.bytes())",
          "$v.length() != 0",
          "$b.buffer()")),
  /** An enum. */
  ENUM(
      "",
      0,
      new Code(
          "$out.varint($c.number($v))", "$c.of($in.varint32())", "$c.number($v) != 0", "$c.of(0)")),
  /** A {@code UUID} as text. */
  UUID("string", 2, new Code("$out.string($v.toString())", "$w.toUuid($in.string())", "", "")),
  /** A {@code LocalDate} as ISO text. */
  LOCAL_DATE(
      "string", 2, new Code("$out.string($v.toString())", "$w.toLocalDate($in.string())", "", "")),
  /** A {@code BigDecimal} as text. */
  BIG_DECIMAL(
      "string", 2, new Code("$out.string($v.toString())", "$w.toBigDecimal($in.string())", "", "")),
  /** A {@code BigInteger} as text. */
  BIG_INTEGER(
      "string", 2, new Code("$out.string($v.toString())", "$w.toBigInteger($in.string())", "", "")),
  /** A record or sealed interface. */
  MESSAGE("", "$c.INSTANCE"),
  /** An {@code Instant}. */
  TIMESTAMP("google.protobuf.Timestamp", "$w.TIMESTAMP"),
  /** A {@code Duration}. */
  DURATION("google.protobuf.Duration", "$w.DURATION"),
  /** A {@code JsonObject}. */
  STRUCT("google.protobuf.Struct", "$w.STRUCT"),
  /** A {@code JsonArray}. */
  LIST_VALUE("google.protobuf.ListValue", "$w.LIST_VALUE"),
  /** A class with {@code @DataObject}, by way of its {@code JsonObject}. */
  DATA_OBJECT("google.protobuf.Struct", "$w.STRUCT");

  private final String proto;
  private final int wireType;
  private final Code code;

  /** Templates of source code. */
  private record Code(String write, String read, String present, String initial) {}

  Kind(String proto, String codec) {
    this(proto, 2, new Code(codec, codec, "", ""));
  }

  Kind(String proto, int wireType, Code code) {
    this.proto = proto;
    this.wireType = wireType;
    this.code = code;
  }

  /**
   * The protobuf type.
   *
   * @return its name, empty when each type of this kind has its own
   */
  public String proto() {
    return proto;
  }

  /**
   * The wire type of one value.
   *
   * @return 0, 1, 2 or 5
   */
  public int wireType() {
    return wireType;
  }

  /**
   * Whether values are nested messages.
   *
   * @return true from {@link #MESSAGE} on
   */
  public boolean message() {
    return ordinal() >= MESSAGE.ordinal();
  }

  /**
   * Whether lists of it are packed.
   *
   * @return true for numbers, bool and enums
   */
  public boolean packed() {
    return wireType != 2;
  }

  /**
   * Whether there is a value that stands for absence, as in proto3.
   *
   * @return false for messages and for text that cannot be empty
   */
  public boolean hasDefault() {
    return !code.initial().isEmpty();
  }

  /**
   * Whether a value can be shared between threads and services. Messages: look at their fields.
   *
   * @return false for arrays, buffers and JSON
   */
  public boolean immutable() {
    return switch (this) {
      case BYTES, BUFFER, STRUCT, LIST_VALUE, DATA_OBJECT -> false;
      default -> true;
    };
  }

  /**
   * The statement that writes a value; for messages the expression of the codec.
   *
   * @return a template
   */
  public String write() {
    return code.write();
  }

  /**
   * The expression that reads a value; for messages the expression of the codec.
   *
   * @return a template
   */
  public String read() {
    return code.read();
  }

  /**
   * The condition under which an implicit value is written.
   *
   * @return a template
   */
  public String present() {
    return code.present();
  }

  /**
   * The default value.
   *
   * @return a template
   */
  public String initial() {
    return code.initial();
  }
}
