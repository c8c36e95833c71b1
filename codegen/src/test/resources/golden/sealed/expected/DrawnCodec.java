package golden.sealed;

import io.weft.wire.Codec;
import io.weft.wire.Reader;
import io.weft.wire.WireException;
import io.weft.wire.Writer;
import javax.annotation.processing.Generated;

/** Codec of {@code Drawn}. */
@Generated("io.weft.codegen.ContractProcessor")
@SuppressWarnings({"deprecation", "unchecked"})
public final class DrawnCodec implements Codec<Drawn> {
  /** Numbers and types, for contracts in other modules. */
  public static final String SCHEMA =
      "1 shape golden.sealed.Shape";

  /** The codec; stateless. */
  public static final DrawnCodec INSTANCE = new DrawnCodec();

  private DrawnCodec() {}

  @Override
  public void write(Drawn value, Writer out) {
    Shape shape = value.shape();
    out.tag(10);
    int shapeMark = out.begin();
    ShapeCodec.INSTANCE.write(shape, out);
    out.end(shapeMark);
  }

  @Override
  public Drawn read(Reader in) {
    Shape shape = null;
    for (int tag = in.tag(); tag != 0; tag = in.tag()) {
      switch (tag) {
        case 10 -> {
          int outer = in.enter();
          shape = ShapeCodec.INSTANCE.read(in);
          in.leave(outer);
        }
        default -> in.skip(tag);
      }
    }
    if (shape == null) {
      throw new WireException("missing field shape of Drawn");
    }
    return new Drawn(shape);
  }
}
