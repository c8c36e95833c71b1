package golden.sealed;

import io.weft.wire.Codec;
import io.weft.wire.Reader;
import io.weft.wire.Writer;
import javax.annotation.processing.Generated;

/** Codec of {@code Shape.Line}. */
@Generated("io.weft.codegen.ContractProcessor")
@SuppressWarnings({"deprecation", "unchecked"})
public final class Shape_LineCodec implements Codec<Shape.Line> {
  /** Numbers and types, for contracts in other modules. */
  public static final String SCHEMA =
      "1 words string";

  /** The codec; stateless. */
  public static final Shape_LineCodec INSTANCE = new Shape_LineCodec();

  private Shape_LineCodec() {}

  @Override
  public void write(Shape.Line value, Writer out) {
    String words = value.words();
    if (!words.isEmpty()) {
      out.tag(10);
      out.string(words);
    }
  }

  @Override
  public Shape.Line read(Reader in) {
    String words = "";
    for (int tag = in.tag(); tag != 0; tag = in.tag()) {
      switch (tag) {
        case 10 -> words = in.string();
        default -> in.skip(tag);
      }
    }
    return new Shape.Line(words);
  }

  @Override
  public boolean immutable() {
    return true;
  }
}
