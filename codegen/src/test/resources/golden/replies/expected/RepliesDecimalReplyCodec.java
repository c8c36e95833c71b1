package golden.replies;

import io.weft.wire.Codec;
import io.weft.wire.Reader;
import io.weft.wire.WellKnown;
import io.weft.wire.WireException;
import io.weft.wire.Writer;
import java.math.BigDecimal;
import javax.annotation.processing.Generated;

/** Codec of {@code BigDecimal}. */
@Generated("io.weft.codegen.ContractProcessor")
@SuppressWarnings({"deprecation", "unchecked"})
public final class RepliesDecimalReplyCodec implements Codec<BigDecimal> {
  /** Numbers and types, for contracts in other modules. */
  public static final String SCHEMA =
      "1 value string";

  /** The codec; stateless. */
  public static final RepliesDecimalReplyCodec INSTANCE = new RepliesDecimalReplyCodec();

  private RepliesDecimalReplyCodec() {}

  @Override
  public void write(BigDecimal value, Writer out) {
    out.tag(10);
    out.string(value.toString());
  }

  @Override
  public BigDecimal read(Reader in) {
    BigDecimal value = null;
    for (int tag = in.tag(); tag != 0; tag = in.tag()) {
      switch (tag) {
        case 10 -> value = WellKnown.toBigDecimal(in.string());
        default -> in.skip(tag);
      }
    }
    if (value == null) {
      throw new WireException("missing field value of RepliesDecimalReply");
    }
    return value;
  }

  @Override
  public boolean immutable() {
    return true;
  }
}
