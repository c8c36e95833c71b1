package golden.replies;

import io.weft.wire.Codec;
import io.weft.wire.Reader;
import io.weft.wire.Writer;
import javax.annotation.processing.Generated;

/** Codec of {@code RepliesAnIntRequest}. */
@Generated("io.weft.codegen.ContractProcessor")
@SuppressWarnings({"deprecation", "unchecked"})
public final class RepliesAnIntRequestCodec implements Codec<RepliesAnIntRequest> {
  /** Numbers and types, for contracts in other modules. */
  public static final String SCHEMA = "";

  /** The codec; stateless. */
  public static final RepliesAnIntRequestCodec INSTANCE = new RepliesAnIntRequestCodec();

  private RepliesAnIntRequestCodec() {}

  @Override
  public void write(RepliesAnIntRequest value, Writer out) {
  }

  @Override
  public RepliesAnIntRequest read(Reader in) {
    for (int tag = in.tag(); tag != 0; tag = in.tag()) {
      switch (tag) {
        default -> in.skip(tag);
      }
    }
    return new RepliesAnIntRequest();
  }

  @Override
  public boolean immutable() {
    return true;
  }
}
