package golden.replies;

import io.weft.wire.Codec;
import io.weft.wire.Reader;
import io.weft.wire.WellKnown;
import io.weft.wire.WireException;
import io.weft.wire.Writer;
import java.time.LocalDate;
import javax.annotation.processing.Generated;

/** Codec of {@code LocalDate}. */
@Generated("io.weft.codegen.ContractProcessor")
@SuppressWarnings({"deprecation", "unchecked"})
public final class RepliesDateReplyCodec implements Codec<LocalDate> {
  /** Numbers and types, for contracts in other modules. */
  public static final String SCHEMA =
      "1 value string";

  /** The codec; stateless. */
  public static final RepliesDateReplyCodec INSTANCE = new RepliesDateReplyCodec();

  private RepliesDateReplyCodec() {}

  @Override
  public void write(LocalDate value, Writer out) {
    out.tag(10);
    out.string(value.toString());
  }

  @Override
  public LocalDate read(Reader in) {
    LocalDate value = null;
    for (int tag = in.tag(); tag != 0; tag = in.tag()) {
      switch (tag) {
        case 10 -> value = WellKnown.toLocalDate(in.string());
        default -> in.skip(tag);
      }
    }
    if (value == null) {
      throw new WireException("missing field value of RepliesDateReply");
    }
    return value;
  }

  @Override
  public boolean immutable() {
    return true;
  }
}
