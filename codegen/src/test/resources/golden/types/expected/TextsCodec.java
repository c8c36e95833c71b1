package golden.types;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.weft.wire.Codec;
import io.weft.wire.Reader;
import io.weft.wire.WellKnown;
import io.weft.wire.WireException;
import io.weft.wire.Writer;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import javax.annotation.processing.Generated;

/** Codec of {@code Texts}. */
@Generated("io.weft.codegen.ContractProcessor")
@SuppressWarnings({"deprecation", "unchecked"})
public final class TextsCodec implements Codec<Texts> {
  /** Numbers and types, for contracts in other modules. */
  public static final String SCHEMA =
      "1 id string\n"
          + "2 date string\n"
          + "3 decimal string\n"
          + "4 integer string\n"
          + "5 at google.protobuf.Timestamp\n"
          + "6 span google.protobuf.Duration\n"
          + "7 json google.protobuf.Struct\n"
          + "8 array google.protobuf.ListValue\n"
          + "9 legacy google.protobuf.Struct\n"
          + "10 inner golden.types.Inner";

  /** The codec; stateless. */
  public static final TextsCodec INSTANCE = new TextsCodec();

  private TextsCodec() {}

  @Override
  public void write(Texts value, Writer out) {
    UUID id = value.id();
    out.tag(10);
    out.string(id.toString());
    LocalDate date = value.date();
    out.tag(18);
    out.string(date.toString());
    BigDecimal decimal = value.decimal();
    out.tag(26);
    out.string(decimal.toString());
    BigInteger integer = value.integer();
    out.tag(34);
    out.string(integer.toString());
    Instant at = value.at();
    out.tag(42);
    int atMark = out.begin();
    WellKnown.TIMESTAMP.write(at, out);
    out.end(atMark);
    Duration span = value.span();
    out.tag(50);
    int spanMark = out.begin();
    WellKnown.DURATION.write(span, out);
    out.end(spanMark);
    JsonObject json = value.json();
    out.tag(58);
    int jsonMark = out.begin();
    WellKnown.STRUCT.write(json, out);
    out.end(jsonMark);
    JsonArray array = value.array();
    out.tag(66);
    int arrayMark = out.begin();
    WellKnown.LIST_VALUE.write(array, out);
    out.end(arrayMark);
    Legacy legacy = value.legacy();
    out.tag(74);
    int legacyMark = out.begin();
    WellKnown.STRUCT.write(legacy.toJson(), out);
    out.end(legacyMark);
    Inner inner = value.inner();
    out.tag(82);
    int innerMark = out.begin();
    InnerCodec.INSTANCE.write(inner, out);
    out.end(innerMark);
  }

  @Override
  public Texts read(Reader in) {
    UUID id = null;
    LocalDate date = null;
    BigDecimal decimal = null;
    BigInteger integer = null;
    Instant at = null;
    Duration span = null;
    JsonObject json = null;
    JsonArray array = null;
    Legacy legacy = null;
    Inner inner = null;
    for (int tag = in.tag(); tag != 0; tag = in.tag()) {
      switch (tag) {
        case 10 -> id = WellKnown.toUuid(in.string());
        case 18 -> date = WellKnown.toLocalDate(in.string());
        case 26 -> decimal = WellKnown.toBigDecimal(in.string());
        case 34 -> integer = WellKnown.toBigInteger(in.string());
        case 42 -> {
          int outer = in.enter();
          at = WellKnown.TIMESTAMP.read(in);
          in.leave(outer);
        }
        case 50 -> {
          int outer = in.enter();
          span = WellKnown.DURATION.read(in);
          in.leave(outer);
        }
        case 58 -> {
          int outer = in.enter();
          json = WellKnown.STRUCT.read(in);
          in.leave(outer);
        }
        case 66 -> {
          int outer = in.enter();
          array = WellKnown.LIST_VALUE.read(in);
          in.leave(outer);
        }
        case 74 -> {
          int outer = in.enter();
          legacy = new Legacy(WellKnown.STRUCT.read(in));
          in.leave(outer);
        }
        case 82 -> {
          int outer = in.enter();
          inner = InnerCodec.INSTANCE.read(in);
          in.leave(outer);
        }
        default -> in.skip(tag);
      }
    }
    if (id == null) {
      throw new WireException("missing field id of Texts");
    }
    if (date == null) {
      throw new WireException("missing field date of Texts");
    }
    if (decimal == null) {
      throw new WireException("missing field decimal of Texts");
    }
    if (integer == null) {
      throw new WireException("missing field integer of Texts");
    }
    if (at == null) {
      throw new WireException("missing field at of Texts");
    }
    if (span == null) {
      throw new WireException("missing field span of Texts");
    }
    if (json == null) {
      throw new WireException("missing field json of Texts");
    }
    if (array == null) {
      throw new WireException("missing field array of Texts");
    }
    if (legacy == null) {
      throw new WireException("missing field legacy of Texts");
    }
    if (inner == null) {
      throw new WireException("missing field inner of Texts");
    }
    return new Texts(id, date, decimal, integer, at, span, json, array, legacy, inner);
  }
}
