package golden.sealed;

import io.weft.wire.Codec;
import io.weft.wire.Reader;
import io.weft.wire.Writer;
import javax.annotation.processing.Generated;

/** Codec of {@code Erased}. */
@Generated("io.weft.codegen.ContractProcessor")
@SuppressWarnings({"deprecation", "unchecked"})
public final class ErasedCodec implements Codec<Erased> {
  /** Numbers and types, for contracts in other modules. */
  public static final String SCHEMA =
      "1 name string";

  /** The codec; stateless. */
  public static final ErasedCodec INSTANCE = new ErasedCodec();

  private ErasedCodec() {}

  @Override
  public void write(Erased value, Writer out) {
    String name = value.name();
    if (!name.isEmpty()) {
      out.tag(10);
      out.string(name);
    }
  }

  @Override
  public Erased read(Reader in) {
    String name = "";
    for (int tag = in.tag(); tag != 0; tag = in.tag()) {
      switch (tag) {
        case 10 -> name = in.string();
        default -> in.skip(tag);
      }
    }
    return new Erased(name);
  }

  @Override
  public boolean immutable() {
    return true;
  }
}
