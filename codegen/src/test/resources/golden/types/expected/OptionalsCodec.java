package golden.types;

import io.vertx.core.json.JsonObject;
import io.weft.wire.Codec;
import io.weft.wire.Reader;
import io.weft.wire.WellKnown;
import io.weft.wire.Writer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import javax.annotation.processing.Generated;

/** Codec of {@code Optionals}. */
@Generated("io.weft.codegen.ContractProcessor")
@SuppressWarnings({"deprecation", "unchecked"})
public final class OptionalsCodec implements Codec<Optionals> {
  /** Numbers and types, for contracts in other modules. */
  public static final String SCHEMA =
      "1 an_int optional int32\n"
          + "2 a_double optional double\n"
          + "3 text optional string\n"
          + "4 bytes optional bytes\n"
          + "5 color optional golden.types.Color\n"
          + "6 inner optional golden.types.Inner\n"
          + "7 date optional string\n"
          + "8 at optional google.protobuf.Timestamp\n"
          + "9 json optional google.protobuf.Struct\n"
          + "10 legacy optional google.protobuf.Struct";

  /** The codec; stateless. */
  public static final OptionalsCodec INSTANCE = new OptionalsCodec();

  private OptionalsCodec() {}

  @Override
  public void write(Optionals value, Writer out) {
    Optional<Integer> anInt = value.anInt();
    if (anInt.isPresent()) {
      out.tag(8);
      out.varint(anInt.get());
    }
    Optional<Double> aDouble = value.aDouble();
    if (aDouble.isPresent()) {
      out.tag(17);
      out.float64(aDouble.get());
    }
    Optional<String> text = value.text();
    if (text.isPresent()) {
      out.tag(26);
      out.string(text.get());
    }
    Optional<byte[]> bytes = value.bytes();
    if (bytes.isPresent()) {
      out.tag(34);
      out.bytes(bytes.get());
    }
    Optional<Color> color = value.color();
    if (color.isPresent()) {
      out.tag(40);
      out.varint(ColorCodec.number(color.get()));
    }
    Optional<Inner> inner = value.inner();
    if (inner.isPresent()) {
      out.tag(50);
      int innerMark = out.begin();
      InnerCodec.INSTANCE.write(inner.get(), out);
      out.end(innerMark);
    }
    Optional<LocalDate> date = value.date();
    if (date.isPresent()) {
      out.tag(58);
      out.string(date.get().toString());
    }
    Optional<Instant> at = value.at();
    if (at.isPresent()) {
      out.tag(66);
      int atMark = out.begin();
      WellKnown.TIMESTAMP.write(at.get(), out);
      out.end(atMark);
    }
    Optional<JsonObject> json = value.json();
    if (json.isPresent()) {
      out.tag(74);
      int jsonMark = out.begin();
      WellKnown.STRUCT.write(json.get(), out);
      out.end(jsonMark);
    }
    Optional<Legacy> legacy = value.legacy();
    if (legacy.isPresent()) {
      out.tag(82);
      int legacyMark = out.begin();
      WellKnown.STRUCT.write(legacy.get().toJson(), out);
      out.end(legacyMark);
    }
  }

  @Override
  public Optionals read(Reader in) {
    Optional<Integer> anInt = Optional.empty();
    Optional<Double> aDouble = Optional.empty();
    Optional<String> text = Optional.empty();
    Optional<byte[]> bytes = Optional.empty();
    Optional<Color> color = Optional.empty();
    Optional<Inner> inner = Optional.empty();
    Optional<LocalDate> date = Optional.empty();
    Optional<Instant> at = Optional.empty();
    Optional<JsonObject> json = Optional.empty();
    Optional<Legacy> legacy = Optional.empty();
    for (int tag = in.tag(); tag != 0; tag = in.tag()) {
      switch (tag) {
        case 8 -> anInt = Optional.of(in.varint32());
        case 17 -> aDouble = Optional.of(in.float64());
        case 26 -> text = Optional.of(in.string());
        case 34 -> bytes = Optional.of(in.bytes());
        case 40 -> color = Optional.of(ColorCodec.of(in.varint32()));
        case 50 -> {
          int outer = in.enter();
          inner = Optional.of(InnerCodec.INSTANCE.read(in));
          in.leave(outer);
        }
        case 58 -> date = Optional.of(WellKnown.toLocalDate(in.string()));
        case 66 -> {
          int outer = in.enter();
          at = Optional.of(WellKnown.TIMESTAMP.read(in));
          in.leave(outer);
        }
        case 74 -> {
          int outer = in.enter();
          json = Optional.of(WellKnown.STRUCT.read(in));
          in.leave(outer);
        }
        case 82 -> {
          int outer = in.enter();
          legacy = Optional.of(new Legacy(WellKnown.STRUCT.read(in)));
          in.leave(outer);
        }
        default -> in.skip(tag);
      }
    }
    return new Optionals(anInt, aDouble, text, bytes, color, inner, date, at, json, legacy);
  }
}
