package golden.replies;

import io.weft.wire.Codec;
import io.weft.wire.Reader;
import io.weft.wire.Writer;
import javax.annotation.processing.Generated;

/** Codec of {@code Thing}. */
@Generated("io.weft.codegen.ContractProcessor")
@SuppressWarnings({"deprecation", "unchecked"})
public final class RepliesNullableReplyCodec implements Codec<Thing> {
  /** Numbers and types, for contracts in other modules. */
  public static final String SCHEMA =
      "1 value optional golden.replies.Thing";

  /** The codec; stateless. */
  public static final RepliesNullableReplyCodec INSTANCE = new RepliesNullableReplyCodec();

  private RepliesNullableReplyCodec() {}

  @Override
  public void write(Thing value, Writer out) {
    if (value != null) {
      out.tag(10);
      int valueMark = out.begin();
      ThingCodec.INSTANCE.write(value, out);
      out.end(valueMark);
    }
  }

  @Override
  public Thing read(Reader in) {
    Thing value = null;
    for (int tag = in.tag(); tag != 0; tag = in.tag()) {
      switch (tag) {
        case 10 -> {
          int outer = in.enter();
          value = ThingCodec.INSTANCE.read(in);
          in.leave(outer);
        }
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
