package golden.sealed;

import io.weft.wire.Codec;
import io.weft.wire.Reader;
import io.weft.wire.WireException;
import io.weft.wire.Writer;
import javax.annotation.processing.Generated;

/** Codec of {@code DrawingGrowRequest}. */
@Generated("io.weft.codegen.ContractProcessor")
@SuppressWarnings({"deprecation", "unchecked"})
public final class DrawingGrowRequestCodec implements Codec<DrawingGrowRequest> {
  /** Numbers and types, for contracts in other modules. */
  public static final String SCHEMA =
      "1 shape golden.sealed.Shape\n"
          + "2 factor double";

  /** The codec; stateless. */
  public static final DrawingGrowRequestCodec INSTANCE = new DrawingGrowRequestCodec();

  private DrawingGrowRequestCodec() {}

  @Override
  public void write(DrawingGrowRequest value, Writer out) {
    Shape shape = value.shape;
    out.tag(10);
    int shapeMark = out.begin();
    ShapeCodec.INSTANCE.write(shape, out);
    out.end(shapeMark);
    double factor = value.factor;
    if (Double.doubleToRawLongBits(factor) != 0) {
      out.tag(17);
      out.float64(factor);
    }
  }

  @Override
  public DrawingGrowRequest read(Reader in) {
    Shape shape = null;
    double factor = 0;
    for (int tag = in.tag(); tag != 0; tag = in.tag()) {
      switch (tag) {
        case 10 -> {
          int outer = in.enter();
          shape = ShapeCodec.INSTANCE.read(in);
          in.leave(outer);
        }
        case 17 -> factor = in.float64();
        default -> in.skip(tag);
      }
    }
    if (shape == null) {
      throw new WireException("missing field shape of DrawingGrowRequest");
    }
    return new DrawingGrowRequest(shape, factor);
  }
}
