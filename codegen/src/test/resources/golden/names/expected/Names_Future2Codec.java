package golden.names;

import io.weft.wire.Codec;
import io.weft.wire.Writer;
import javax.annotation.processing.Generated;

/** Codec of {@code Names.Future2}. */
@Generated("io.weft.codegen.ContractProcessor")
@SuppressWarnings({"deprecation", "unchecked"})
public final class Names_Future2Codec implements Codec<Names.Future2> {
  /** Numbers and types, for contracts in other modules. */
  public static final String SCHEMA =
      "1 x int32";

  /** The codec; stateless. */
  public static final Names_Future2Codec INSTANCE = new Names_Future2Codec();

  private Names_Future2Codec() {}

  @Override
  public void write(Names.Future2 value, Writer out) {
    int x = value.x();
    if (x != 0) {
      out.tag(8);
      out.varint(x);
    }
  }

  @Override
  public Names.Future2 read(io.weft.wire.Reader in) {
    int x = 0;
    for (int tag = in.tag(); tag != 0; tag = in.tag()) {
      switch (tag) {
        case 8 -> x = in.varint32();
        default -> in.skip(tag);
      }
    }
    return new Names.Future2(x);
  }

  @Override
  public boolean immutable() {
    return true;
  }
}
