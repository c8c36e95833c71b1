package golden.types;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.weft.wire.Codec;
import io.weft.wire.Reader;
import io.weft.wire.WellKnown;
import io.weft.wire.Writer;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import javax.annotation.processing.Generated;

/** Codec of {@code Nullables}. */
@Generated("io.weft.codegen.ContractProcessor")
@SuppressWarnings({"deprecation", "unchecked"})
public final class NullablesCodec implements Codec<Nullables> {
  /** Numbers and types, for contracts in other modules. */
  public static final String SCHEMA =
      "1 an_int optional int32\n"
          + "2 a_short optional int32\n"
          + "3 a_byte optional int32\n"
          + "4 a_char optional uint32\n"
          + "5 a_long optional int64\n"
          + "6 a_boolean optional bool\n"
          + "7 a_float optional float\n"
          + "8 a_double optional double\n"
          + "9 text optional string\n"
          + "10 bytes optional bytes\n"
          + "11 buffer optional bytes\n"
          + "12 color optional golden.types.Color\n"
          + "13 inner optional golden.types.Inner\n"
          + "14 id optional string\n"
          + "15 at optional google.protobuf.Timestamp\n"
          + "16 span optional google.protobuf.Duration\n"
          + "17 json optional google.protobuf.Struct\n"
          + "18 legacy optional google.protobuf.Struct";

  /** The codec; stateless. */
  public static final NullablesCodec INSTANCE = new NullablesCodec();

  private NullablesCodec() {}

  @Override
  public void write(Nullables value, Writer out) {
    Integer anInt = value.anInt();
    if (anInt != null) {
      out.tag(8);
      out.varint(anInt);
    }
    Short aShort = value.aShort();
    if (aShort != null) {
      out.tag(16);
      out.varint(aShort);
    }
    Byte aByte = value.aByte();
    if (aByte != null) {
      out.tag(24);
      out.varint(aByte);
    }
    Character aChar = value.aChar();
    if (aChar != null) {
      out.tag(32);
      out.varint(aChar);
    }
    Long aLong = value.aLong();
    if (aLong != null) {
      out.tag(40);
      out.varint(aLong);
    }
    Boolean aBoolean = value.aBoolean();
    if (aBoolean != null) {
      out.tag(48);
      out.bool(aBoolean);
    }
    Float aFloat = value.aFloat();
    if (aFloat != null) {
      out.tag(61);
      out.float32(aFloat);
    }
    Double aDouble = value.aDouble();
    if (aDouble != null) {
      out.tag(65);
      out.float64(aDouble);
    }
    String text = value.text();
    if (text != null) {
      out.tag(74);
      out.string(text);
    }
    byte[] bytes = value.bytes();
    if (bytes != null) {
      out.tag(82);
      out.bytes(bytes);
    }
    Buffer buffer = value.buffer();
    if (buffer != null) {
      out.tag(90);
      out.bytes(buffer.getBytes());
    }
    Color color = value.color();
    if (color != null) {
      out.tag(96);
      out.varint(ColorCodec.number(color));
    }
    Inner inner = value.inner();
    if (inner != null) {
      out.tag(106);
      int innerMark = out.begin();
      InnerCodec.INSTANCE.write(inner, out);
      out.end(innerMark);
    }
    UUID id = value.id();
    if (id != null) {
      out.tag(114);
      out.string(id.toString());
    }
    Instant at = value.at();
    if (at != null) {
      out.tag(122);
      int atMark = out.begin();
      WellKnown.TIMESTAMP.write(at, out);
      out.end(atMark);
    }
    Duration span = value.span();
    if (span != null) {
      out.tag(130);
      int spanMark = out.begin();
      WellKnown.DURATION.write(span, out);
      out.end(spanMark);
    }
    JsonObject json = value.json();
    if (json != null) {
      out.tag(138);
      int jsonMark = out.begin();
      WellKnown.STRUCT.write(json, out);
      out.end(jsonMark);
    }
    Legacy legacy = value.legacy();
    if (legacy != null) {
      out.tag(146);
      int legacyMark = out.begin();
      WellKnown.STRUCT.write(legacy.toJson(), out);
      out.end(legacyMark);
    }
  }

  @Override
  public Nullables read(Reader in) {
    Integer anInt = null;
    Short aShort = null;
    Byte aByte = null;
    Character aChar = null;
    Long aLong = null;
    Boolean aBoolean = null;
    Float aFloat = null;
    Double aDouble = null;
    String text = null;
    byte[] bytes = null;
    Buffer buffer = null;
    Color color = null;
    Inner inner = null;
    UUID id = null;
    Instant at = null;
    Duration span = null;
    JsonObject json = null;
    Legacy legacy = null;
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
        case 106 -> {
          int outer = in.enter();
          inner = InnerCodec.INSTANCE.read(in);
          in.leave(outer);
        }
        case 114 -> id = WellKnown.toUuid(in.string());
        case 122 -> {
          int outer = in.enter();
          at = WellKnown.TIMESTAMP.read(in);
          in.leave(outer);
        }
        case 130 -> {
          int outer = in.enter();
          span = WellKnown.DURATION.read(in);
          in.leave(outer);
        }
        case 138 -> {
          int outer = in.enter();
          json = WellKnown.STRUCT.read(in);
          in.leave(outer);
        }
        case 146 -> {
          int outer = in.enter();
          legacy = new Legacy(WellKnown.STRUCT.read(in));
          in.leave(outer);
        }
        default -> in.skip(tag);
      }
    }
    return new Nullables(
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
        color,
        inner,
        id,
        at,
        span,
        json,
        legacy);
  }
}
