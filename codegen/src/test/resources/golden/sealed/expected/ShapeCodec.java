package golden.sealed;

import io.weft.wire.Codec;
import io.weft.wire.Reader;
import io.weft.wire.WireException;
import io.weft.wire.Writer;
import javax.annotation.processing.Generated;

/** Codec of {@code Shape}. */
@Generated("io.weft.codegen.ContractProcessor")
@SuppressWarnings({"deprecation", "unchecked"})
public final class ShapeCodec implements Codec<Shape> {
  /** Numbers and types, for contracts in other modules. */
  public static final String SCHEMA =
      "1 circle optional golden.sealed.Shape_Circle\n"
          + "2 polygon optional golden.sealed.Shape_Polygon\n"
          + "3 empty optional golden.sealed.Shape_Empty\n"
          + "4 text optional golden.sealed.Shape_Text";

  /** The codec; stateless. */
  public static final ShapeCodec INSTANCE = new ShapeCodec();

  private ShapeCodec() {}

  @Override
  public void write(Shape value, Writer out) {
    if (value instanceof Shape.Circle one) {
      out.tag(10);
      int mark = out.begin();
      Shape_CircleCodec.INSTANCE.write(one, out);
      out.end(mark);
    } else if (value instanceof Shape.Polygon one) {
      out.tag(18);
      int mark = out.begin();
      Shape_PolygonCodec.INSTANCE.write(one, out);
      out.end(mark);
    } else if (value instanceof Shape.Empty one) {
      out.tag(26);
      int mark = out.begin();
      Shape_EmptyCodec.INSTANCE.write(one, out);
      out.end(mark);
    } else if (value instanceof Shape.Text one) {
      out.tag(34);
      int mark = out.begin();
      Shape_TextCodec.INSTANCE.write(one, out);
      out.end(mark);
    } else {
      throw new IllegalArgumentException(
          "Shape: " + value + " (expected: one of its types)");
    }
  }

  @Override
  public Shape read(Reader in) {
    Shape value = null;
    for (int tag = in.tag(); tag != 0; tag = in.tag()) {
      switch (tag) {
        case 10 -> {
          int outer = in.enter();
          value = Shape_CircleCodec.INSTANCE.read(in);
          in.leave(outer);
        }
        case 18 -> {
          int outer = in.enter();
          value = Shape_PolygonCodec.INSTANCE.read(in);
          in.leave(outer);
        }
        case 26 -> {
          int outer = in.enter();
          value = Shape_EmptyCodec.INSTANCE.read(in);
          in.leave(outer);
        }
        case 34 -> {
          int outer = in.enter();
          value = Shape_TextCodec.INSTANCE.read(in);
          in.leave(outer);
        }
        default -> in.skip(tag);
      }
    }
    if (value == null) {
      throw new WireException(
          "missing kind of Shape: none, or one of a newer contract");
    }
    return value;
  }
}
