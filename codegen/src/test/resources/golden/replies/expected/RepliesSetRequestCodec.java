package golden.replies;

import io.weft.wire.Codec;
import io.weft.wire.Reader;
import io.weft.wire.Writer;
import javax.annotation.processing.Generated;

/** Codec of {@code RepliesSetRequest}. */
@Generated("io.weft.codegen.ContractProcessor")
@SuppressWarnings({"deprecation", "unchecked"})
public final class RepliesSetRequestCodec implements Codec<RepliesSetRequest> {
  /** Numbers and types, for contracts in other modules. */
  public static final String SCHEMA = "";

  /** The codec; stateless. */
  public static final RepliesSetRequestCodec INSTANCE = new RepliesSetRequestCodec();

  private RepliesSetRequestCodec() {}

  @Override
  public void write(RepliesSetRequest value, Writer out) {
  }

  @Override
  public RepliesSetRequest read(Reader in) {
    for (int tag = in.tag(); tag != 0; tag = in.tag()) {
      switch (tag) {
        default -> in.skip(tag);
      }
    }
    return new RepliesSetRequest();
  }

  @Override
  public boolean immutable() {
    return true;
  }
}
