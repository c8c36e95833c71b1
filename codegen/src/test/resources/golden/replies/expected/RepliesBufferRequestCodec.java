package golden.replies;

import io.weft.wire.Codec;
import io.weft.wire.Reader;
import io.weft.wire.Writer;
import javax.annotation.processing.Generated;

/** Codec of {@code RepliesBufferRequest}. */
@Generated("io.weft.codegen.ContractProcessor")
@SuppressWarnings({"deprecation", "unchecked"})
public final class RepliesBufferRequestCodec implements Codec<RepliesBufferRequest> {
  /** Numbers and types, for contracts in other modules. */
  public static final String SCHEMA = "";

  /** The codec; stateless. */
  public static final RepliesBufferRequestCodec INSTANCE = new RepliesBufferRequestCodec();

  private RepliesBufferRequestCodec() {}

  @Override
  public void write(RepliesBufferRequest value, Writer out) {
  }

  @Override
  public RepliesBufferRequest read(Reader in) {
    for (int tag = in.tag(); tag != 0; tag = in.tag()) {
      switch (tag) {
        default -> in.skip(tag);
      }
    }
    return new RepliesBufferRequest();
  }

  @Override
  public boolean immutable() {
    return true;
  }
}
