package golden.types;

import io.vertx.core.buffer.Buffer;
import io.weft.wire.Codec;
import io.weft.wire.Reader;
import io.weft.wire.WellKnown;
import io.weft.wire.Writer;
import javax.annotation.processing.Generated;

/** Codec of {@code Scalars}. */
@Generated("io.weft.codegen.ContractProcessor")
@SuppressWarnings({"deprecation", "unchecked"})
public final class ScalarsCodec implements Codec<Scalars> {
  /** Numbers and types, for contracts in other modules. */
  public static final String SCHEMA =
      "1 an_int int32\n"
          + "2 a_short int32\n"
          + "3 a_byte int32\n"
          + "4 a_char uint32\n"
          + "5 a_long int64\n"
          + "6 a_boolean bool\n"
          + "7 a_float float\n"
          + "8 a_double double\n"
          + "9 text string\n"
          + "10 bytes bytes\n"
          + "11 buffer bytes\n"
          + "12 color golden.types.Color";

  /** The codec; stateless. */
  public static final ScalarsCodec INSTANCE = new ScalarsCodec();

  private ScalarsCodec() {}

  @Override
  public void write(Scalars value, Writer out) {
    int anInt = value.anInt();
    if (anInt != 0) {
      out.tag(8);
      out.varint(anInt);
    }
    short aShort = value.aShort();
    if (aShort != 0) {
      out.tag(16);
      out.varint(aShort);
    }
    byte aByte = value.aByte();
    if (aByte != 0) {
      out.tag(24);
      out.varint(aByte);
    }
    char aChar = value.aChar();
    if (aChar != 0) {
      out.tag(32);
      out.varint(aChar);
    }
    long aLong = value.aLong();
    if (aLong != 0) {
      out.tag(40);
      out.varint(aLong);
    }
    boolean aBoolean = value.aBoolean();
    if (aBoolean) {
      out.tag(48);
      out.bool(aBoolean);
    }
    float aFloat = value.aFloat();
    if (Float.floatToRawIntBits(aFloat) != 0) {
      out.tag(61);
      out.float32(aFloat);
    }
    double aDouble = value.aDouble();
    if (Double.doubleToRawLongBits(aDouble) != 0) {
      out.tag(65);
      out.float64(aDouble);
    }
    String text = value.text();
    if (!text.isEmpty()) {
      out.tag(74);
      out.string(text);
    }
    byte[] bytes = value.bytes();
    if (bytes.length != 0) {
      out.tag(82);
      out.bytes(bytes);
    }
    Buffer buffer = value.buffer();
    if (buffer.length() != 0) {
      out.tag(90);
      out.bytes(buffer.getBytes());
    }
    Color color = value.color();
    if (ColorCodec.number(color) != 0) {
      out.tag(96);
      out.varint(ColorCodec.number(color));
    }
  }

  @Override
  public Scalars read(Reader in) {
    int anInt = 0;
    short aShort = 0;
    byte aByte = 0;
    char aChar = '\0';
    long aLong = 0;
    boolean aBoolean = false;
    float aFloat = 0;
    double aDouble = 0;
    String text = "";
    byte[] bytes = WellKnown.NO_BYTES;
    Buffer buffer = Buffer.buffer();
    Color color = ColorCodec.of(0);
    for (int tag = in.tag(); tag != 0; tag = in.tag()) {
      switch (tag) {
        case 8 -> anInt = in.varint32();
        case 16 -> aShort = WellKnown.toShort(in.varint32());
        case 24 -> aByte = WellKnown.toByte(in.varint32());
        case 32 -> aChar = WellKnown.toChar(in.varint32());
        case 40 -> aLong = in.varint();
        case 48 -> aBoolean = in.bool();
        case 61 -> aFloat = in.float32();
        case 65 -> aDouble = in.float64();
        case 74 -> text = in.string();
        case 82 -> bytes = in.bytes();
        case 90 -> buffer = Buffer.buffer(in.bytes());
        case 96 -> color = ColorCodec.of(in.varint32());
        default -> in.skip(tag);
      }
    }
    return new Scalars(
        anInt,
        aShort,
        aByte,
        aChar,
        aLong,
        aBoolean,
        aFloat,
        aDouble,
        text,
        bytes,
        buffer,
        color);
  }
}
