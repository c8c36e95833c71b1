package golden.replies;

import io.weft.wire.Codec;
import io.weft.wire.Reader;
import io.weft.wire.Writer;
import javax.annotation.processing.Generated;

/** Codec of {@code RepliesArrayRequest}. */
@Generated("io.weft.codegen.ContractProcessor")
@SuppressWarnings({"deprecation", "unchecked"})
public final class RepliesArrayRequestCodec implements Codec<RepliesArrayRequest> {
  /** Numbers and types, for contracts in other modules. */
  public static final String SCHEMA = "";

  /** The codec; stateless. */
  public static final RepliesArrayRequestCodec INSTANCE = new RepliesArrayRequestCodec();

  private RepliesArrayRequestCodec() {}

  @Override
  public void write(RepliesArrayRequest value, Writer out) {
  }

  @Override
  public RepliesArrayRequest read(Reader in) {
    for (int tag = in.tag(); tag != 0; tag = in.tag()) {
      switch (tag) {
        default -> in.skip(tag);
      }
    }
    return new RepliesArrayRequest();
  }

  @Override
  public boolean immutable() {
    return true;
  }
}
