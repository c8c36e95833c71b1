package golden.replies;

import io.weft.wire.Codec;
import io.weft.wire.Reader;
import io.weft.wire.Writer;
import javax.annotation.processing.Generated;

/** Codec of {@code RepliesTextRequest}. */
@Generated("io.weft.codegen.ContractProcessor")
@SuppressWarnings({"deprecation", "unchecked"})
public final class RepliesTextRequestCodec implements Codec<RepliesTextRequest> {
  /** Numbers and types, for contracts in other modules. */
  public static final String SCHEMA = "";

  /** The codec; stateless. */
  public static final RepliesTextRequestCodec INSTANCE = new RepliesTextRequestCodec();

  private RepliesTextRequestCodec() {}

  @Override
  public void write(RepliesTextRequest value, Writer out) {
  }

  @Override
  public RepliesTextRequest read(Reader in) {
    for (int tag = in.tag(); tag != 0; tag = in.tag()) {
      switch (tag) {
        default -> in.skip(tag);
      }
    }
    return new RepliesTextRequest();
  }

  @Override
  public boolean immutable() {
    return true;
  }
}
