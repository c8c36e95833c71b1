package golden.replies;

import io.weft.wire.Codec;
import io.weft.wire.Reader;
import io.weft.wire.Writer;
import javax.annotation.processing.Generated;

/** Codec of {@code Double}. */
@Generated("io.weft.codegen.ContractProcessor")
@SuppressWarnings({"deprecation", "unchecked"})
public final class RepliesNullableDoubleReplyCodec implements Codec<Double> {
  /** Numbers and types, for contracts in other modules. */
  public static final String SCHEMA =
      "1 value optional double";

  /** The codec; stateless. */
  public static final RepliesNullableDoubleReplyCodec INSTANCE = new RepliesNullableDoubleReplyCodec();

  private RepliesNullableDoubleReplyCodec() {}

  @Override
  public void write(Double value, Writer out) {
    if (value != null) {
      out.tag(9);
      out.float64(value);
    }
  }

  @Override
  public Double read(Reader in) {
    Double value = null;
    for (int tag = in.tag(); tag != 0; tag = in.tag()) {
      switch (tag) {
        case 9 -> value = in.float64();
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
