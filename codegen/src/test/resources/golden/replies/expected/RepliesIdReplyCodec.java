package golden.replies;

import io.weft.wire.Codec;
import io.weft.wire.Reader;
import io.weft.wire.WellKnown;
import io.weft.wire.WireException;
import io.weft.wire.Writer;
import java.util.UUID;
import javax.annotation.processing.Generated;

/** Codec of {@code UUID}. */
@Generated("io.weft.codegen.ContractProcessor")
@SuppressWarnings({"deprecation", "unchecked"})
public final class RepliesIdReplyCodec implements Codec<UUID> {
  /** Numbers and types, for contracts in other modules. */
  public static final String SCHEMA =
      "1 value string";

  /** The codec; stateless. */
  public static final RepliesIdReplyCodec INSTANCE = new RepliesIdReplyCodec();

  private RepliesIdReplyCodec() {}

  @Override
  public void write(UUID value, Writer out) {
    out.tag(10);
    out.string(value.toString());
  }

  @Override
  public UUID read(Reader in) {
    UUID value = null;
    for (int tag = in.tag(); tag != 0; tag = in.tag()) {
      switch (tag) {
        case 10 -> value = WellKnown.toUuid(in.string());
        default -> in.skip(tag);
      }
    }
    if (value == null) {
      throw new WireException("missing field value of RepliesIdReply");
    }
    return value;
  }

  @Override
  public boolean immutable() {
    return true;
  }
}
