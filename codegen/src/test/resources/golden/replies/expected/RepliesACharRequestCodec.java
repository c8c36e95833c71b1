package golden.replies;

import io.weft.wire.Codec;
import io.weft.wire.Reader;
import io.weft.wire.Writer;
import javax.annotation.processing.Generated;

/** Codec of {@code RepliesACharRequest}. */
@Generated("io.weft.codegen.ContractProcessor")
@SuppressWarnings({"deprecation", "unchecked"})
public final class RepliesACharRequestCodec implements Codec<RepliesACharRequest> {
  /** Numbers and types, for contracts in other modules. */
  public static final String SCHEMA = "";

  /** The codec; stateless. */
  public static final RepliesACharRequestCodec INSTANCE = new RepliesACharRequestCodec();

  private RepliesACharRequestCodec() {}

  @Override
  public void write(RepliesACharRequest value, Writer out) {
  }

  @Override
  public RepliesACharRequest read(Reader in) {
    for (int tag = in.tag(); tag != 0; tag = in.tag()) {
      switch (tag) {
        default -> in.skip(tag);
      }
    }
    return new RepliesACharRequest();
  }

  @Override
  public boolean immutable() {
    return true;
  }
}
