package golden.sealed;

import io.weft.wire.Codec;
import io.weft.wire.Reader;
import io.weft.wire.WireException;
import io.weft.wire.Writer;
import javax.annotation.processing.Generated;

/** Codec of {@code Shape.Text}. */
@Generated("io.weft.codegen.ContractProcessor")
@SuppressWarnings({"deprecation", "unchecked"})
public final class Shape_TextCodec implements Codec<Shape.Text> {
  /** Numbers and types, for contracts in other modules. */
  public static final String SCHEMA =
      "1 line optional golden.sealed.Shape_Line\n"
          + "2 block optional golden.sealed.Shape_Block";

  /** The codec; stateless. */
  public static final Shape_TextCodec INSTANCE = new Shape_TextCodec();

  private Shape_TextCodec() {}

  @Override
  public void write(Shape.Text value, Writer out) {
    if (value instanceof Shape.Line one) {
      out.tag(10);
      int mark = out.begin();
      Shape_LineCodec.INSTANCE.write(one, out);
      out.end(mark);
    } else if (value instanceof Shape.Block one) {
      out.tag(18);
      int mark = out.begin();
      Shape_BlockCodec.INSTANCE.write(one, out);
      out.end(mark);
    } else {
      throw new IllegalArgumentException(
          "Shape_Text: " + value + " (expected: one of its types)");
    }
  }

  @Override
  public Shape.Text read(Reader in) {
    Shape.Text value = null;
    for (int tag = in.tag(); tag != 0; tag = in.tag()) {
      switch (tag) {
        case 10 -> {
          int outer = in.enter();
          value = Shape_LineCodec.INSTANCE.read(in);
          in.leave(outer);
        }
        case 18 -> {
          int outer = in.enter();
          value = Shape_BlockCodec.INSTANCE.read(in);
          in.leave(outer);
        }
        default -> in.skip(tag);
      }
    }
    if (value == null) {
      throw new WireException(
          "missing kind of Shape_Text: none, or one of a newer contract");
    }
    return value;
  }
}
