package golden.types;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.weft.wire.Codec;
import io.weft.wire.Reader;
import io.weft.wire.WellKnown;
import io.weft.wire.Writer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.annotation.processing.Generated;

/** Codec of {@code Lists}. */
@Generated("io.weft.codegen.ContractProcessor")
@SuppressWarnings({"deprecation", "unchecked"})
public final class ListsCodec implements Codec<Lists> {
  /** Numbers and types, for contracts in other modules. */
  public static final String SCHEMA =
      "1 ints repeated int32\n"
          + "2 shorts repeated int32\n"
          + "3 longs repeated int64\n"
          + "4 booleans repeated bool\n"
          + "5 doubles repeated double\n"
          + "6 chars repeated uint32\n"
          + "7 texts repeated string\n"
          + "8 bytes repeated bytes\n"
          + "9 buffers repeated bytes\n"
          + "10 colors repeated golden.types.Color\n"
          + "11 inners repeated golden.types.Inner\n"
          + "12 ids repeated string\n"
          + "13 times repeated google.protobuf.Timestamp\n"
          + "14 arrays repeated google.protobuf.ListValue\n"
          + "15 legacies repeated google.protobuf.Struct\n"
          + "16 floats repeated float\n"
          + "17 palette repeated golden.types.Color\n"
          + "18 inner_set repeated golden.types.Inner";

  /** The codec; stateless. */
  public static final ListsCodec INSTANCE = new ListsCodec();

  private ListsCodec() {}

  @Override
  public void write(Lists value, Writer out) {
    List<Integer> ints = value.ints();
    if (!ints.isEmpty()) {
      out.tag(10);
      int intsMark = out.begin();
      for (int item : ints) {
        out.varint(item);
      }
      out.end(intsMark);
    }
    List<Short> shorts = value.shorts();
    if (!shorts.isEmpty()) {
      out.tag(18);
      int shortsMark = out.begin();
      for (short item : shorts) {
        out.varint(item);
      }
      out.end(shortsMark);
    }
    List<Long> longs = value.longs();
    if (!longs.isEmpty()) {
      out.tag(26);
      int longsMark = out.begin();
      for (long item : longs) {
        out.varint(item);
      }
      out.end(longsMark);
    }
    List<Boolean> booleans = value.booleans();
    if (!booleans.isEmpty()) {
      out.tag(34);
      int booleansMark = out.begin();
      for (boolean item : booleans) {
        out.bool(item);
      }
      out.end(booleansMark);
    }
    List<Double> doubles = value.doubles();
    if (!doubles.isEmpty()) {
      out.tag(42);
      int doublesMark = out.begin();
      for (double item : doubles) {
        out.float64(item);
      }
      out.end(doublesMark);
    }
    List<Character> chars = value.chars();
    if (!chars.isEmpty()) {
      out.tag(50);
      int charsMark = out.begin();
      for (char item : chars) {
        out.varint(item);
      }
      out.end(charsMark);
    }
    List<String> texts = value.texts();
    for (String item : texts) {
      out.tag(58);
      out.string(item);
    }
    List<byte[]> bytes = value.bytes();
    for (byte[] item : bytes) {
      out.tag(66);
      out.bytes(item);
    }
    List<Buffer> buffers = value.buffers();
    for (Buffer item : buffers) {
      out.tag(74);
      out.bytes(item.getBytes());
    }
    List<Color> colors = value.colors();
    if (!colors.isEmpty()) {
      out.tag(82);
      int colorsMark = out.begin();
      for (Color item : colors) {
        out.varint(ColorCodec.number(item));
      }
      out.end(colorsMark);
    }
    List<Inner> inners = value.inners();
    for (Inner item : inners) {
      out.tag(90);
      int innersMark = out.begin();
      InnerCodec.INSTANCE.write(item, out);
      out.end(innersMark);
    }
    List<UUID> ids = value.ids();
    for (UUID item : ids) {
      out.tag(98);
      out.string(item.toString());
    }
    List<Instant> times = value.times();
    for (Instant item : times) {
      out.tag(106);
      int timesMark = out.begin();
      WellKnown.TIMESTAMP.write(item, out);
      out.end(timesMark);
    }
    List<JsonArray> arrays = value.arrays();
    for (JsonArray item : arrays) {
      out.tag(114);
      int arraysMark = out.begin();
      WellKnown.LIST_VALUE.write(item, out);
      out.end(arraysMark);
    }
    List<Legacy> legacies = value.legacies();
    for (Legacy item : legacies) {
      out.tag(122);
      int legaciesMark = out.begin();
      WellKnown.STRUCT.write(item.toJson(), out);
      out.end(legaciesMark);
    }
    Set<Float> floats = value.floats();
    if (!floats.isEmpty()) {
      out.tag(130);
      int floatsMark = out.begin();
      for (float item : floats) {
        out.float32(item);
      }
      out.end(floatsMark);
    }
    Set<Color> palette = value.palette();
    if (!palette.isEmpty()) {
      out.tag(138);
      int paletteMark = out.begin();
      for (Color item : palette) {
        out.varint(ColorCodec.number(item));
      }
      out.end(paletteMark);
    }
    Set<Inner> innerSet = value.innerSet();
    for (Inner item : innerSet) {
      out.tag(146);
      int innerSetMark = out.begin();
      InnerCodec.INSTANCE.write(item, out);
      out.end(innerSetMark);
    }
  }

  @Override
  public Lists read(Reader in) {
    List<Integer> ints = null;
    List<Short> shorts = null;
    List<Long> longs = null;
    List<Boolean> booleans = null;
    List<Double> doubles = null;
    List<Character> chars = null;
    List<String> texts = null;
    List<byte[]> bytes = null;
    List<Buffer> buffers = null;
    List<Color> colors = null;
    List<Inner> inners = null;
    List<UUID> ids = null;
    List<Instant> times = null;
    List<JsonArray> arrays = null;
    List<Legacy> legacies = null;
    Set<Float> floats = null;
    Set<Color> palette = null;
    Set<Inner> innerSet = null;
    for (int tag = in.tag(); tag != 0; tag = in.tag()) {
      switch (tag) {
        case 10 -> {
          if (ints == null) {
            ints = new ArrayList<>();
          }
          int outer = in.enter();
          while (in.remaining() > 0) {
            ints.add(in.varint32());
          }
          in.leave(outer);
        }
        case 8 -> {
          if (ints == null) {
            ints = new ArrayList<>();
          }
          ints.add(in.varint32());
        }
        case 18 -> {
          if (shorts == null) {
            shorts = new ArrayList<>();
          }
          int outer = in.enter();
          while (in.remaining() > 0) {
            shorts.add(WellKnown.toShort(in.varint32()));
          }
          in.leave(outer);
        }
        case 16 -> {
          if (shorts == null) {
            shorts = new ArrayList<>();
          }
          shorts.add(WellKnown.toShort(in.varint32()));
        }
        case 26 -> {
          if (longs == null) {
            longs = new ArrayList<>();
          }
          int outer = in.enter();
          while (in.remaining() > 0) {
            longs.add(in.varint());
          }
          in.leave(outer);
        }
        case 24 -> {
          if (longs == null) {
            longs = new ArrayList<>();
          }
          longs.add(in.varint());
        }
        case 34 -> {
          if (booleans == null) {
            booleans = new ArrayList<>();
          }
          int outer = in.enter();
          while (in.remaining() > 0) {
            booleans.add(in.bool());
          }
          in.leave(outer);
        }
        case 32 -> {
          if (booleans == null) {
            booleans = new ArrayList<>();
          }
          booleans.add(in.bool());
        }
        case 42 -> {
          if (doubles == null) {
            doubles = new ArrayList<>();
          }
          int outer = in.enter();
          while (in.remaining() > 0) {
            doubles.add(in.float64());
          }
          in.leave(outer);
        }
        case 41 -> {
          if (doubles == null) {
            doubles = new ArrayList<>();
          }
          doubles.add(in.float64());
        }
        case 50 -> {
          if (chars == null) {
            chars = new ArrayList<>();
          }
          int outer = in.enter();
          while (in.remaining() > 0) {
            chars.add(WellKnown.toChar(in.varint32()));
          }
          in.leave(outer);
        }
        case 48 -> {
          if (chars == null) {
            chars = new ArrayList<>();
          }
          chars.add(WellKnown.toChar(in.varint32()));
        }
        case 58 -> {
          if (texts == null) {
            texts = new ArrayList<>();
          }
          texts.add(in.string());
        }
        case 66 -> {
          if (bytes == null) {
            bytes = new ArrayList<>();
          }
          bytes.add(in.bytes());
        }
        case 74 -> {
          if (buffers == null) {
            buffers = new ArrayList<>();
          }
          buffers.add(Buffer.buffer(in.bytes()));
        }
        case 82 -> {
          if (colors == null) {
            colors = new ArrayList<>();
          }
          int outer = in.enter();
          while (in.remaining() > 0) {
            colors.add(ColorCodec.of(in.varint32()));
          }
          in.leave(outer);
        }
        case 80 -> {
          if (colors == null) {
            colors = new ArrayList<>();
          }
          colors.add(ColorCodec.of(in.varint32()));
        }
        case 90 -> {
          if (inners == null) {
            inners = new ArrayList<>();
          }
          int outer = in.enter();
          inners.add(InnerCodec.INSTANCE.read(in));
          in.leave(outer);
        }
        case 98 -> {
          if (ids == null) {
            ids = new ArrayList<>();
          }
          ids.add(WellKnown.toUuid(in.string()));
        }
        case 106 -> {
          if (times == null) {
            times = new ArrayList<>();
          }
          int outer = in.enter();
          times.add(WellKnown.TIMESTAMP.read(in));
          in.leave(outer);
        }
        case 114 -> {
          if (arrays == null) {
            arrays = new ArrayList<>();
          }
          int outer = in.enter();
          arrays.add(WellKnown.LIST_VALUE.read(in));
          in.leave(outer);
        }
        case 122 -> {
          if (legacies == null) {
            legacies = new ArrayList<>();
          }
          int outer = in.enter();
          legacies.add(new Legacy(WellKnown.STRUCT.read(in)));
          in.leave(outer);
        }
        case 130 -> {
          if (floats == null) {
            floats = new LinkedHashSet<>();
          }
          int outer = in.enter();
          while (in.remaining() > 0) {
            floats.add(in.float32());
          }
          in.leave(outer);
        }
        case 133 -> {
          if (floats == null) {
            floats = new LinkedHashSet<>();
          }
          floats.add(in.float32());
        }
        case 138 -> {
          if (palette == null) {
            palette = new LinkedHashSet<>();
          }
          int outer = in.enter();
          while (in.remaining() > 0) {
            palette.add(ColorCodec.of(in.varint32()));
          }
          in.leave(outer);
        }
        case 136 -> {
          if (palette == null) {
            palette = new LinkedHashSet<>();
          }
          palette.add(ColorCodec.of(in.varint32()));
        }
        case 146 -> {
          if (innerSet == null) {
            innerSet = new LinkedHashSet<>();
          }
          int outer = in.enter();
          innerSet.add(InnerCodec.INSTANCE.read(in));
          in.leave(outer);
        }
        default -> in.skip(tag);
      }
    }
    return new Lists(
        ints == null ? List.of() : Collections.unmodifiableList(ints),
        shorts == null ? List.of() : Collections.unmodifiableList(shorts),
        longs == null ? List.of() : Collections.unmodifiableList(longs),
        booleans == null ? List.of() : Collections.unmodifiableList(booleans),
        doubles == null ? List.of() : Collections.unmodifiableList(doubles),
        chars == null ? List.of() : Collections.unmodifiableList(chars),
        texts == null ? List.of() : Collections.unmodifiableList(texts),
        bytes == null ? List.of() : Collections.unmodifiableList(bytes),
        buffers == null ? List.of() : Collections.unmodifiableList(buffers),
        colors == null ? List.of() : Collections.unmodifiableList(colors),
        inners == null ? List.of() : Collections.unmodifiableList(inners),
        ids == null ? List.of() : Collections.unmodifiableList(ids),
        times == null ? List.of() : Collections.unmodifiableList(times),
        arrays == null ? List.of() : Collections.unmodifiableList(arrays),
        legacies == null ? List.of() : Collections.unmodifiableList(legacies),
        floats == null ? Set.of() : Collections.unmodifiableSet(floats),
        palette == null ? Set.of() : Collections.unmodifiableSet(palette),
        innerSet == null ? Set.of() : Collections.unmodifiableSet(innerSet));
  }
}
