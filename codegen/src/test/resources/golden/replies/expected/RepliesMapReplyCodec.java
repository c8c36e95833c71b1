package golden.replies;

import io.weft.wire.Codec;
import io.weft.wire.Reader;
import io.weft.wire.WellKnown;
import io.weft.wire.WireException;
import io.weft.wire.Writer;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.annotation.processing.Generated;

/** Codec of {@code Map<Mood, Thing>}. */
@Generated("io.weft.codegen.ContractProcessor")
@SuppressWarnings({"deprecation", "unchecked"})
public final class RepliesMapReplyCodec implements Codec<Map<Mood, Thing>> {
  /** Numbers and types, for contracts in other modules. */
  public static final String SCHEMA =
      "1 value map<string, golden.replies.Thing>";

  /** The codec; stateless. */
  public static final RepliesMapReplyCodec INSTANCE = new RepliesMapReplyCodec();

  private RepliesMapReplyCodec() {}

  @Override
  public void write(Map<Mood, Thing> value, Writer out) {
    for (Map.Entry<Mood, Thing> entry : value.entrySet()) {
      out.tag(10);
      int valueMark = out.begin();
      out.tag(10);
      out.string(entry.getKey().name());
      out.tag(18);
      int inner = out.begin();
      ThingCodec.INSTANCE.write(entry.getValue(), out);
      out.end(inner);
      out.end(valueMark);
    }
  }

  @Override
  public Map<Mood, Thing> read(Reader in) {
    Map<Mood, Thing> value = null;
    for (int tag = in.tag(); tag != 0; tag = in.tag()) {
      switch (tag) {
        case 10 -> {
          if (value == null) {
            value = new LinkedHashMap<>();
          }
          readValue(in, value);
        }
        default -> in.skip(tag);
      }
    }
    return value == null ? Map.of() : Collections.unmodifiableMap(value);
  }

  private static void readValue(Reader in, Map<Mood, Thing> into) {
    int outer = in.enter();
    Mood key = null;
    Thing value = null;
    for (int tag = in.tag(); tag != 0; tag = in.tag()) {
      switch (tag) {
        case 10 -> key = MoodCodec.named(in.string());
        case 18 -> {
          int end = in.enter();
          value = ThingCodec.INSTANCE.read(in);
          in.leave(end);
        }
        default -> in.skip(tag);
      }
    }
    in.leave(outer);
    if (key == null) {
      throw new WireException("missing field key of value");
    }
    if (value == null) {
      value = ThingCodec.INSTANCE.decode(WellKnown.NO_BYTES);
    }
    into.put(key, value);
  }
}
