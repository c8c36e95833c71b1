package golden.replies;

import io.weft.wire.Codec;
import io.weft.wire.Reader;
import io.weft.wire.Writer;
import javax.annotation.processing.Generated;

/** Codec of {@code RepliesNullableRequest}. */
@Generated("io.weft.codegen.ContractProcessor")
@SuppressWarnings({"deprecation", "unchecked"})
public final class RepliesNullableRequestCodec implements Codec<RepliesNullableRequest> {
  /** Numbers and types, for contracts in other modules. */
  public static final String SCHEMA = "";

  /** The codec; stateless. */
  public static final RepliesNullableRequestCodec INSTANCE = new RepliesNullableRequestCodec();

  private RepliesNullableRequestCodec() {}

  @Override
  public void write(RepliesNullableRequest value, Writer out) {
  }

  @Override
  public RepliesNullableRequest read(Reader in) {
    for (int tag = in.tag(); tag != 0; tag = in.tag()) {
      switch (tag) {
        default -> in.skip(tag);
      }
    }
    return new RepliesNullableRequest();
  }

  @Override
  public boolean immutable() {
    return true;
  }
}
