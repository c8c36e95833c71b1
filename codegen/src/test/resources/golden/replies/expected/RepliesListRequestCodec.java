package golden.replies;

import io.weft.wire.Codec;
import io.weft.wire.Reader;
import io.weft.wire.Writer;
import javax.annotation.processing.Generated;

/** Codec of {@code RepliesListRequest}. */
@Generated("io.weft.codegen.ContractProcessor")
@SuppressWarnings({"deprecation", "unchecked"})
public final class RepliesListRequestCodec implements Codec<RepliesListRequest> {
  /** Numbers and types, for contracts in other modules. */
  public static final String SCHEMA = "";

  /** The codec; stateless. */
  public static final RepliesListRequestCodec INSTANCE = new RepliesListRequestCodec();

  private RepliesListRequestCodec() {}

  @Override
  public void write(RepliesListRequest value, Writer out) {
  }

  @Override
  public RepliesListRequest read(Reader in) {
    for (int tag = in.tag(); tag != 0; tag = in.tag()) {
      switch (tag) {
        default -> in.skip(tag);
      }
    }
    return new RepliesListRequest();
  }

  @Override
  public boolean immutable() {
    return true;
  }
}
