package golden.replies;

import io.weft.wire.Codec;
import io.weft.wire.Reader;
import io.weft.wire.WellKnown;
import io.weft.wire.Writer;
import javax.annotation.processing.Generated;

/** Codec of {@code Character}. */
@Generated("io.weft.codegen.ContractProcessor")
@SuppressWarnings({"deprecation", "unchecked"})
public final class RepliesACharReplyCodec implements Codec<Character> {
  /** Numbers and types, for contracts in other modules. */
  public static final String SCHEMA =
      "1 value uint32";

  /** The codec; stateless. */
  public static final RepliesACharReplyCodec INSTANCE = new RepliesACharReplyCodec();

  private RepliesACharReplyCodec() {}

  @Override
  public void write(Character value, Writer out) {
    if (value != 0) {
      out.tag(8);
      out.varint(value);
    }
  }

  @Override
  public Character read(Reader in) {
    char value = '\0';
    for (int tag = in.tag(); tag != 0; tag = in.tag()) {
      switch (tag) {
        case 8 -> value = WellKnown.toChar(in.varint32());
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
