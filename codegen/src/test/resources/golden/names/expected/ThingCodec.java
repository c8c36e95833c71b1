package golden.names;

import io.weft.wire.Codec;
import io.weft.wire.Writer;
import javax.annotation.processing.Generated;

/** Codec of {@code Thing}. */
@Generated("io.weft.codegen.ContractProcessor")
@SuppressWarnings({"deprecation", "unchecked"})
public final class ThingCodec implements Codec<Thing> {
  /** Numbers and types, for contracts in other modules. */
  public static final String SCHEMA =
      "1 item int32";

  /** The codec; stateless. */
  public static final ThingCodec INSTANCE = new ThingCodec();

  private ThingCodec() {}

  @Override
  public void write(Thing value, Writer out) {
    int item = value.item();
    if (item != 0) {
      out.tag(8);
      out.varint(item);
    }
  }

  @Override
  public Thing read(io.weft.wire.Reader in) {
    int item = 0;
    for (int tag = in.tag(); tag != 0; tag = in.tag()) {
      switch (tag) {
        case 8 -> item = in.varint32();
        default -> in.skip(tag);
      }
    }
    return new Thing(item);
  }

  @Override
  public boolean immutable() {
    return true;
  }
}
