package golden.sealed;

import io.weft.wire.Codec;
import io.weft.wire.Reader;
import io.weft.wire.Writer;
import javax.annotation.processing.Generated;

/** Codec of {@code Shape.Empty}. */
@Generated("io.weft.codegen.ContractProcessor")
@SuppressWarnings({"deprecation", "unchecked"})
public final class Shape_EmptyCodec implements Codec<Shape.Empty> {
  /** Numbers and types, for contracts in other modules. */
  public static final String SCHEMA = "";

  /** The codec; stateless. */
  public static final Shape_EmptyCodec INSTANCE = new Shape_EmptyCodec();

  private Shape_EmptyCodec() {}

  @Override
  public void write(Shape.Empty value, Writer out) {
  }

  @Override
  public Shape.Empty read(Reader in) {
    for (int tag = in.tag(); tag != 0; tag = in.tag()) {
      switch (tag) {
        default -> in.skip(tag);
      }
    }
    return new Shape.Empty();
  }

  @Override
  public boolean immutable() {
    return true;
  }
}
