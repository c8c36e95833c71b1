package golden.sealed;

import io.weft.wire.Codec;
import io.weft.wire.Reader;
import io.weft.wire.Writer;
import javax.annotation.processing.Generated;

/** Codec of {@code Point}. */
@Generated("io.weft.codegen.ContractProcessor")
@SuppressWarnings({"deprecation", "unchecked"})
public final class PointCodec implements Codec<Point> {
  /** Numbers and types, for contracts in other modules. */
  public static final String SCHEMA =
      "1 x int32\n"
          + "2 y int32";

  /** The codec; stateless. */
  public static final PointCodec INSTANCE = new PointCodec();

  private PointCodec() {}

  @Override
  public void write(Point value, Writer out) {
    int x = value.x();
    if (x != 0) {
      out.tag(8);
      out.varint(x);
    }
    int y = value.y();
    if (y != 0) {
      out.tag(16);
      out.varint(y);
    }
  }

  @Override
  public Point read(Reader in) {
    int x = 0;
    int y = 0;
    for (int tag = in.tag(); tag != 0; tag = in.tag()) {
      switch (tag) {
        case 8 -> x = in.varint32();
        case 16 -> y = in.varint32();
        default -> in.skip(tag);
      }
    }
    return new Point(x, y);
  }

  @Override
  public boolean immutable() {
    return true;
  }
}
