package golden.replies;

import io.weft.wire.Codec;
import io.weft.wire.Reader;
import io.weft.wire.Writer;
import javax.annotation.processing.Generated;

/** Codec of {@code RepliesNothingRequest}. */
@Generated("io.weft.codegen.ContractProcessor")
@SuppressWarnings({"deprecation", "unchecked"})
public final class RepliesNothingRequestCodec implements Codec<RepliesNothingRequest> {
  /** Numbers and types, for contracts in other modules. */
  public static final String SCHEMA = "";

  /** The codec; stateless. */
  public static final RepliesNothingRequestCodec INSTANCE = new RepliesNothingRequestCodec();

  private RepliesNothingRequestCodec() {}

  @Override
  public void write(RepliesNothingRequest value, Writer out) {
  }

  @Override
  public RepliesNothingRequest read(Reader in) {
    for (int tag = in.tag(); tag != 0; tag = in.tag()) {
      switch (tag) {
        default -> in.skip(tag);
      }
    }
    return new RepliesNothingRequest();
  }

  @Override
  public boolean immutable() {
    return true;
  }
}
