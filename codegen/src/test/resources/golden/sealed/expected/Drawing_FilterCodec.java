package golden.sealed;

import io.weft.wire.Codec;
import io.weft.wire.Reader;
import io.weft.wire.WellKnown;
import io.weft.wire.Writer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.annotation.processing.Generated;

/** Codec of {@code Drawing.Filter}. */
@Generated("io.weft.codegen.ContractProcessor")
@SuppressWarnings({"deprecation", "unchecked"})
public final class Drawing_FilterCodec implements Codec<Drawing.Filter> {
  /** Numbers and types, for contracts in other modules. */
  public static final String SCHEMA =
      "1 like optional golden.sealed.Shape\n"
          + "2 among repeated golden.sealed.Shape\n"
          + "3 named map<string, golden.sealed.Shape>";

  /** The codec; stateless. */
  public static final Drawing_FilterCodec INSTANCE = new Drawing_FilterCodec();

  private Drawing_FilterCodec() {}

  @Override
  public void write(Drawing.Filter value, Writer out) {
    Shape like = value.like();
    if (like != null) {
      out.tag(10);
      int likeMark = out.begin();
      ShapeCodec.INSTANCE.write(like, out);
      out.end(likeMark);
    }
    List<Shape> among = value.among();
    for (Shape item : among) {
      out.tag(18);
      int amongMark = out.begin();
      ShapeCodec.INSTANCE.write(item, out);
      out.end(amongMark);
    }
    Map<String, Shape> named = value.named();
    for (Map.Entry<String, Shape> entry : named.entrySet()) {
      out.tag(26);
      int namedMark = out.begin();
      out.tag(10);
      out.string(entry.getKey());
      out.tag(18);
      int inner = out.begin();
      ShapeCodec.INSTANCE.write(entry.getValue(), out);
      out.end(inner);
      out.end(namedMark);
    }
  }

  @Override
  public Drawing.Filter read(Reader in) {
    Shape like = null;
    List<Shape> among = null;
    Map<String, Shape> named = null;
    for (int tag = in.tag(); tag != 0; tag = in.tag()) {
      switch (tag) {
        case 10 -> {
          int outer = in.enter();
          like = ShapeCodec.INSTANCE.read(in);
          in.leave(outer);
        }
        case 18 -> {
          if (among == null) {
            among = new ArrayList<>();
          }
          int outer = in.enter();
          among.add(ShapeCodec.INSTANCE.read(in));
          in.leave(outer);
        }
        case 26 -> {
          if (named == null) {
            named = new LinkedHashMap<>();
          }
          readNamed(in, named);
        }
        default -> in.skip(tag);
      }
    }
    return new Drawing.Filter(
        like,
        among == null ? List.of() : Collections.unmodifiableList(among),
        named == null ? Map.of() : Collections.unmodifiableMap(named));
  }

  private static void readNamed(Reader in, Map<String, Shape> into) {
    int outer = in.enter();
    String key = "";
    Shape value = null;
    for (int tag = in.tag(); tag != 0; tag = in.tag()) {
      switch (tag) {
        case 10 -> key = in.string();
        case 18 -> {
          int end = in.enter();
          value = ShapeCodec.INSTANCE.read(in);
          in.leave(end);
        }
        default -> in.skip(tag);
      }
    }
    in.leave(outer);
    if (value == null) {
      value = ShapeCodec.INSTANCE.decode(WellKnown.NO_BYTES);
    }
    into.put(key, value);
  }
}
