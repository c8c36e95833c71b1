package golden.replies;

import io.weft.wire.Codec;
import io.weft.wire.Reader;
import io.weft.wire.Writer;
import javax.annotation.processing.Generated;

/** Codec of {@code RepliesIdRequest}. */
@Generated("io.weft.codegen.ContractProcessor")
@SuppressWarnings({"deprecation", "unchecked"})
public final class RepliesIdRequestCodec implements Codec<RepliesIdRequest> {
  /** Numbers and types, for contracts in other modules. */
  public static final String SCHEMA = "";

  /** The codec; stateless. */
  public static final RepliesIdRequestCodec INSTANCE = new RepliesIdRequestCodec();

  private RepliesIdRequestCodec() {}

  @Override
  public void write(RepliesIdRequest value, Writer out) {
  }

  @Override
  public RepliesIdRequest read(Reader in) {
    for (int tag = in.tag(); tag != 0; tag = in.tag()) {
      switch (tag) {
        default -> in.skip(tag);
      }
    }
    return new RepliesIdRequest();
  }

  @Override
  public boolean immutable() {
    return true;
  }
}
