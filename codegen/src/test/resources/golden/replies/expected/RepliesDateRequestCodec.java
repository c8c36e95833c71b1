package golden.replies;

import io.weft.wire.Codec;
import io.weft.wire.Reader;
import io.weft.wire.Writer;
import javax.annotation.processing.Generated;

/** Codec of {@code RepliesDateRequest}. */
@Generated("io.weft.codegen.ContractProcessor")
@SuppressWarnings({"deprecation", "unchecked"})
public final class RepliesDateRequestCodec implements Codec<RepliesDateRequest> {
  /** Numbers and types, for contracts in other modules. */
  public static final String SCHEMA = "";

  /** The codec; stateless. */
  public static final RepliesDateRequestCodec INSTANCE = new RepliesDateRequestCodec();

  private RepliesDateRequestCodec() {}

  @Override
  public void write(RepliesDateRequest value, Writer out) {
  }

  @Override
  public RepliesDateRequest read(Reader in) {
    for (int tag = in.tag(); tag != 0; tag = in.tag()) {
      switch (tag) {
        default -> in.skip(tag);
      }
    }
    return new RepliesDateRequest();
  }

  @Override
  public boolean immutable() {
    return true;
  }
}
