package golden.names;

import io.weft.wire.Codec;
import io.weft.wire.Writer;
import javax.annotation.processing.Generated;

/** Codec of {@code Names.Caller}. */
@Generated("io.weft.codegen.ContractProcessor")
@SuppressWarnings({"deprecation", "unchecked"})
public final class Names_CallerCodec implements Codec<Names.Caller> {
  /** Numbers and types, for contracts in other modules. */
  public static final String SCHEMA =
      "1 name string";

  /** The codec; stateless. */
  public static final Names_CallerCodec INSTANCE = new Names_CallerCodec();

  private Names_CallerCodec() {}

  @Override
  public void write(Names.Caller value, Writer out) {
    String name = value.name();
    if (!name.isEmpty()) {
      out.tag(10);
      out.string(name);
    }
  }

  @Override
  public Names.Caller read(io.weft.wire.Reader in) {
    String name = "";
    for (int tag = in.tag(); tag != 0; tag = in.tag()) {
      switch (tag) {
        case 10 -> name = in.string();
        default -> in.skip(tag);
      }
    }
    return new Names.Caller(name);
  }

  @Override
  public boolean immutable() {
    return true;
  }
}
