package golden.policies;

import io.weft.wire.Codec;
import io.weft.wire.Reader;
import io.weft.wire.Writer;
import javax.annotation.processing.Generated;

/** Codec of {@code Locked}. */
@Generated("io.weft.codegen.ContractProcessor")
@SuppressWarnings({"deprecation", "unchecked"})
public final class LockedCodec implements Codec<Locked> {
  /** Numbers and types, for contracts in other modules. */
  public static final String SCHEMA =
      "1 by string";

  /** The codec; stateless. */
  public static final LockedCodec INSTANCE = new LockedCodec();

  private LockedCodec() {}

  @Override
  public void write(Locked value, Writer out) {
    String by = value.by();
    if (!by.isEmpty()) {
      out.tag(10);
      out.string(by);
    }
  }

  @Override
  public Locked read(Reader in) {
    String by = "";
    for (int tag = in.tag(); tag != 0; tag = in.tag()) {
      switch (tag) {
        case 10 -> by = in.string();
        default -> in.skip(tag);
      }
    }
    return new Locked(by);
  }

  @Override
  public boolean immutable() {
    return true;
  }
}
