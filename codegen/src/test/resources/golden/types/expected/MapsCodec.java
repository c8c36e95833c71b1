package golden.types;

import io.weft.wire.Codec;
import io.weft.wire.Reader;
import io.weft.wire.WellKnown;
import io.weft.wire.WireException;
import io.weft.wire.Writer;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import javax.annotation.processing.Generated;

/** Codec of {@code Maps}. */
@Generated("io.weft.codegen.ContractProcessor")
@SuppressWarnings({"deprecation", "unchecked"})
public final class MapsCodec implements Codec<Maps> {
  /** Numbers and types, for contracts in other modules. */
  public static final String SCHEMA =
      "1 by_text map<string, int32>\n"
          + "2 by_int map<int32, string>\n"
          + "3 by_long map<int64, double>\n"
          + "4 by_boolean map<bool, golden.types.Color>\n"
          + "5 by_color map<string, golden.types.Inner>\n"
          + "6 ids map<string, string>\n"
          + "7 bytes map<string, bytes>\n"
          + "8 times map<string, google.protobuf.Timestamp>\n"
          + "9 legacies map<string, google.protobuf.Struct>";

  /** The codec; stateless. */
  public static final MapsCodec INSTANCE = new MapsCodec();

  private MapsCodec() {}

  @Override
  public void write(Maps value, Writer out) {
    Map<String, Integer> byText = value.byText();
    for (Map.Entry<String, Integer> entry : byText.entrySet()) {
      out.tag(10);
      int byTextMark = out.begin();
      out.tag(10);
      out.string(entry.getKey());
      out.tag(16);
      out.varint(entry.getValue());
      out.end(byTextMark);
    }
    Map<Integer, String> byInt = value.byInt();
    for (Map.Entry<Integer, String> entry : byInt.entrySet()) {
      out.tag(18);
      int byIntMark = out.begin();
      out.tag(8);
      out.varint(entry.getKey());
      out.tag(18);
      out.string(entry.getValue());
      out.end(byIntMark);
    }
    Map<Long, Double> byLong = value.byLong();
    for (Map.Entry<Long, Double> entry : byLong.entrySet()) {
      out.tag(26);
      int byLongMark = out.begin();
      out.tag(8);
      out.varint(entry.getKey());
      out.tag(17);
      out.float64(entry.getValue());
      out.end(byLongMark);
    }
    Map<Boolean, Color> byBoolean = value.byBoolean();
    for (Map.Entry<Boolean, Color> entry : byBoolean.entrySet()) {
      out.tag(34);
      int byBooleanMark = out.begin();
      out.tag(8);
      out.bool(entry.getKey());
      out.tag(16);
      out.varint(ColorCodec.number(entry.getValue()));
      out.end(byBooleanMark);
    }
    Map<Color, Inner> byColor = value.byColor();
    for (Map.Entry<Color, Inner> entry : byColor.entrySet()) {
      out.tag(42);
      int byColorMark = out.begin();
      out.tag(10);
      out.string(entry.getKey().name());
      out.tag(18);
      int inner____ = out.begin();
      InnerCodec.INSTANCE.write(entry.getValue(), out);
      out.end(inner____);
      out.end(byColorMark);
    }
    Map<String, UUID> ids = value.ids();
    for (Map.Entry<String, UUID> entry : ids.entrySet()) {
      out.tag(50);
      int idsMark = out.begin();
      out.tag(10);
      out.string(entry.getKey());
      out.tag(18);
      out.string(entry.getValue().toString());
      out.end(idsMark);
    }
    Map<String, byte[]> bytes = value.bytes();
    for (Map.Entry<String, byte[]> entry : bytes.entrySet()) {
      out.tag(58);
      int bytesMark = out.begin();
      out.tag(10);
      out.string(entry.getKey());
      out.tag(18);
      out.bytes(entry.getValue());
      out.end(bytesMark);
    }
    Map<String, Instant> times = value.times();
    for (Map.Entry<String, Instant> entry : times.entrySet()) {
      out.tag(66);
      int timesMark = out.begin();
      out.tag(10);
      out.string(entry.getKey());
      out.tag(18);
      int inner_______ = out.begin();
      WellKnown.TIMESTAMP.write(entry.getValue(), out);
      out.end(inner_______);
      out.end(timesMark);
    }
    Map<String, Legacy> legacies = value.legacies();
    for (Map.Entry<String, Legacy> entry : legacies.entrySet()) {
      out.tag(74);
      int legaciesMark = out.begin();
      out.tag(10);
      out.string(entry.getKey());
      out.tag(18);
      int inner________ = out.begin();
      WellKnown.STRUCT.write(entry.getValue().toJson(), out);
      out.end(inner________);
      out.end(legaciesMark);
    }
  }

  @Override
  public Maps read(Reader in) {
    Map<String, Integer> byText = null;
    Map<Integer, String> byInt = null;
    Map<Long, Double> byLong = null;
    Map<Boolean, Color> byBoolean = null;
    Map<Color, Inner> byColor = null;
    Map<String, UUID> ids = null;
    Map<String, byte[]> bytes = null;
    Map<String, Instant> times = null;
    Map<String, Legacy> legacies = null;
    for (int tag = in.tag(); tag != 0; tag = in.tag()) {
      switch (tag) {
        case 10 -> {
          if (byText == null) {
            byText = new LinkedHashMap<>();
          }
          readByText(in, byText);
        }
        case 18 -> {
          if (byInt == null) {
            byInt = new LinkedHashMap<>();
          }
          readByInt(in, byInt);
        }
        case 26 -> {
          if (byLong == null) {
            byLong = new LinkedHashMap<>();
          }
          readByLong(in, byLong);
        }
        case 34 -> {
          if (byBoolean == null) {
            byBoolean = new LinkedHashMap<>();
          }
          readByBoolean(in, byBoolean);
        }
        case 42 -> {
          if (byColor == null) {
            byColor = new LinkedHashMap<>();
          }
          readByColor(in, byColor);
        }
        case 50 -> {
          if (ids == null) {
            ids = new LinkedHashMap<>();
          }
          readIds(in, ids);
        }
        case 58 -> {
          if (bytes == null) {
            bytes = new LinkedHashMap<>();
          }
          readBytes(in, bytes);
        }
        case 66 -> {
          if (times == null) {
            times = new LinkedHashMap<>();
          }
          readTimes(in, times);
        }
        case 74 -> {
          if (legacies == null) {
            legacies = new LinkedHashMap<>();
          }
          readLegacies(in, legacies);
        }
        default -> in.skip(tag);
      }
    }
    return new Maps(
        byText == null ? Map.of() : Collections.unmodifiableMap(byText),
        byInt == null ? Map.of() : Collections.unmodifiableMap(byInt),
        byLong == null ? Map.of() : Collections.unmodifiableMap(byLong),
        byBoolean == null ? Map.of() : Collections.unmodifiableMap(byBoolean),
        byColor == null ? Map.of() : Collections.unmodifiableMap(byColor),
        ids == null ? Map.of() : Collections.unmodifiableMap(ids),
        bytes == null ? Map.of() : Collections.unmodifiableMap(bytes),
        times == null ? Map.of() : Collections.unmodifiableMap(times),
        legacies == null ? Map.of() : Collections.unmodifiableMap(legacies));
  }

  private static void readByText(Reader in, Map<String, Integer> into) {
    int outer = in.enter();
    String key = "";
    int value = 0;
    for (int tag = in.tag(); tag != 0; tag = in.tag()) {
      switch (tag) {
        case 10 -> key = in.string();
        case 16 -> value = in.varint32();
        default -> in.skip(tag);
      }
    }
    in.leave(outer);
    into.put(key, value);
  }

  private static void readByInt(Reader in, Map<Integer, String> into) {
    int outer = in.enter();
    int key = 0;
    String value = "";
    for (int tag = in.tag(); tag != 0; tag = in.tag()) {
      switch (tag) {
        case 8 -> key = in.varint32();
        case 18 -> value = in.string();
        default -> in.skip(tag);
      }
    }
    in.leave(outer);
    into.put(key, value);
  }

  private static void readByLong(Reader in, Map<Long, Double> into) {
    int outer = in.enter();
    long key = 0;
    double value = 0;
    for (int tag = in.tag(); tag != 0; tag = in.tag()) {
      switch (tag) {
        case 8 -> key = in.varint();
        case 17 -> value = in.float64();
        default -> in.skip(tag);
      }
    }
    in.leave(outer);
    into.put(key, value);
  }

  private static void readByBoolean(Reader in, Map<Boolean, Color> into) {
    int outer = in.enter();
    boolean key = false;
    Color value = ColorCodec.of(0);
    for (int tag = in.tag(); tag != 0; tag = in.tag()) {
      switch (tag) {
        case 8 -> key = in.bool();
        case 16 -> value = ColorCodec.of(in.varint32());
        default -> in.skip(tag);
      }
    }
    in.leave(outer);
    into.put(key, value);
  }

  private static void readByColor(Reader in, Map<Color, Inner> into) {
    int outer = in.enter();
    Color key = null;
    Inner value = null;
    for (int tag = in.tag(); tag != 0; tag = in.tag()) {
      switch (tag) {
        case 10 -> key = ColorCodec.named(in.string());
        case 18 -> {
          int end = in.enter();
          value = InnerCodec.INSTANCE.read(in);
          in.leave(end);
        }
        default -> in.skip(tag);
      }
    }
    in.leave(outer);
    if (key == null) {
      throw new WireException("missing field key of byColor");
    }
    if (value == null) {
      value = InnerCodec.INSTANCE.decode(WellKnown.NO_BYTES);
    }
    into.put(key, value);
  }

  private static void readIds(Reader in, Map<String, UUID> into) {
    int outer = in.enter();
    String key = "";
    UUID value = null;
    for (int tag = in.tag(); tag != 0; tag = in.tag()) {
      switch (tag) {
        case 10 -> key = in.string();
        case 18 -> value = WellKnown.toUuid(in.string());
        default -> in.skip(tag);
      }
    }
    in.leave(outer);
    if (value == null) {
      throw new WireException("missing field value of ids");
    }
    into.put(key, value);
  }

  private static void readBytes(Reader in, Map<String, byte[]> into) {
    int outer = in.enter();
    String key = "";
    byte[] value = WellKnown.NO_BYTES;
    for (int tag = in.tag(); tag != 0; tag = in.tag()) {
      switch (tag) {
        case 10 -> key = in.string();
        case 18 -> value = in.bytes();
        default -> in.skip(tag);
      }
    }
    in.leave(outer);
    into.put(key, value);
  }

  private static void readTimes(Reader in, Map<String, Instant> into) {
    int outer = in.enter();
    String key = "";
    Instant value = null;
    for (int tag = in.tag(); tag != 0; tag = in.tag()) {
      switch (tag) {
        case 10 -> key = in.string();
        case 18 -> {
          int end = in.enter();
          value = WellKnown.TIMESTAMP.read(in);
          in.leave(end);
        }
        default -> in.skip(tag);
      }
    }
    in.leave(outer);
    if (value == null) {
      value = WellKnown.TIMESTAMP.decode(WellKnown.NO_BYTES);
    }
    into.put(key, value);
  }

  private static void readLegacies(Reader in, Map<String, Legacy> into) {
    int outer = in.enter();
    String key = "";
    Legacy value = null;
    for (int tag = in.tag(); tag != 0; tag = in.tag()) {
      switch (tag) {
        case 10 -> key = in.string();
        case 18 -> {
          int end = in.enter();
          value = new Legacy(WellKnown.STRUCT.read(in));
          in.leave(end);
        }
        default -> in.skip(tag);
      }
    }
    in.leave(outer);
    if (value == null) {
      value = new Legacy(WellKnown.STRUCT.decode(WellKnown.NO_BYTES));
    }
    into.put(key, value);
  }
}
