package golden.replies;

import io.weft.wire.Codec;
import io.weft.wire.Reader;
import io.weft.wire.WellKnown;
import io.weft.wire.Writer;
import javax.annotation.processing.Generated;

/** Codec of {@code Short}. */
@Generated("io.weft.codegen.ContractProcessor")
@SuppressWarnings({"deprecation", "unchecked"})
public final class RepliesAShortReplyCodec implements Codec<Short> {
  /** Numbers and types, for contracts in other modules. */
  public static final String SCHEMA =
      "1 value int32";

  /** The codec; stateless. */
  public static final RepliesAShortReplyCodec INSTANCE = new RepliesAShortReplyCodec();

  private RepliesAShortReplyCodec() {}

  @Override
  public void write(Short value, Writer out) {
    if (value != 0) {
      out.tag(8);
      out.varint(value);
    }
  }

  @Override
  public Short read(Reader in) {
    short value = 0;
    for (int tag = in.tag(); tag != 0; tag = in.tag()) {
      switch (tag) {
        case 8 -> value = WellKnown.toShort(in.varint32());
        default -> in.skip(tag);
      }
    }
    return value;
  }

  @Override
  public boolean immutable() {
    return true;
  }
}
