package golden.sealed;

import io.weft.wire.Codec;
import io.weft.wire.Reader;
import io.weft.wire.WireException;
import io.weft.wire.Writer;
import javax.annotation.processing.Generated;

/** Codec of {@code Shape.Circle}. */
@Generated("io.weft.codegen.ContractProcessor")
@SuppressWarnings({"deprecation", "unchecked"})
public final class Shape_CircleCodec implements Codec<Shape.Circle> {
  /** Numbers and types, for contracts in other modules. */
  public static final String SCHEMA =
      "1 center golden.sealed.Point\n"
          + "2 radius double";

  /** The codec; stateless. */
  public static final Shape_CircleCodec INSTANCE = new Shape_CircleCodec();

  private Shape_CircleCodec() {}

  @Override
  public void write(Shape.Circle value, Writer out) {
    Point center = value.center();
    out.tag(10);
    int centerMark = out.begin();
    PointCodec.INSTANCE.write(center, out);
    out.end(centerMark);
    double radius = value.radius();
    if (Double.doubleToRawLongBits(radius) != 0) {
      out.tag(17);
      out.float64(radius);
    }
  }

  @Override
  public Shape.Circle read(Reader in) {
    Point center = null;
    double radius = 0;
    for (int tag = in.tag(); tag != 0; tag = in.tag()) {
      switch (tag) {
        case 10 -> {
          int outer = in.enter();
          center = PointCodec.INSTANCE.read(in);
          in.leave(outer);
        }
        case 17 -> radius = in.float64();
        default -> in.skip(tag);
      }
    }
    if (center == null) {
      throw new WireException("missing field center of Shape_Circle");
    }
    return new Shape.Circle(center, radius);
  }

  @Override
  public boolean immutable() {
    return true;
  }
}
