package golden.replies;

import io.weft.wire.Codec;
import io.weft.wire.Reader;
import io.weft.wire.Writer;
import javax.annotation.processing.Generated;

/** Codec of {@code RepliesNullableDoubleRequest}. */
@Generated("io.weft.codegen.ContractProcessor")
@SuppressWarnings({"deprecation", "unchecked"})
public final class RepliesNullableDoubleRequestCodec implements Codec<RepliesNullableDoubleRequest> {
  /** Numbers and types, for contracts in other modules. */
  public static final String SCHEMA = "";

  /** The codec; stateless. */
  public static final RepliesNullableDoubleRequestCodec INSTANCE = new RepliesNullableDoubleRequestCodec();

  private RepliesNullableDoubleRequestCodec() {}

  @Override
  public void write(RepliesNullableDoubleRequest value, Writer out) {
  }

  @Override
  public RepliesNullableDoubleRequest read(Reader in) {
    for (int tag = in.tag(); tag != 0; tag = in.tag()) {
      switch (tag) {
        default -> in.skip(tag);
      }
    }
    return new RepliesNullableDoubleRequest();
  }

  @Override
  public boolean immutable() {
    return true;
  }
}
