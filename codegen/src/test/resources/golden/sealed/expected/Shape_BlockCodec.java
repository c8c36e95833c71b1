package golden.sealed;

import io.weft.wire.Codec;
import io.weft.wire.Reader;
import io.weft.wire.Writer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.annotation.processing.Generated;

/** Codec of {@code Shape.Block}. */
@Generated("io.weft.codegen.ContractProcessor")
@SuppressWarnings({"deprecation", "unchecked"})
public final class Shape_BlockCodec implements Codec<Shape.Block> {
  /** Numbers and types, for contracts in other modules. */
  public static final String SCHEMA =
      "1 lines repeated string";

  /** The codec; stateless. */
  public static final Shape_BlockCodec INSTANCE = new Shape_BlockCodec();

  private Shape_BlockCodec() {}

  @Override
  public void write(Shape.Block value, Writer out) {
    List<String> lines = value.lines();
    for (String item : lines) {
      out.tag(10);
      out.string(item);
    }
  }

  @Override
  public Shape.Block read(Reader in) {
    List<String> lines = null;
    for (int tag = in.tag(); tag != 0; tag = in.tag()) {
      switch (tag) {
        case 10 -> {
          if (lines == null) {
            lines = new ArrayList<>();
          }
          lines.add(in.string());
        }
        default -> in.skip(tag);
      }
    }
    return new Shape.Block(lines == null ? List.of() : Collections.unmodifiableList(lines));
  }
}
