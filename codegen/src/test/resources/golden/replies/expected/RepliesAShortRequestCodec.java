package golden.replies;

import io.weft.wire.Codec;
import io.weft.wire.Reader;
import io.weft.wire.Writer;
import javax.annotation.processing.Generated;

/** Codec of {@code RepliesAShortRequest}. */
@Generated("io.weft.codegen.ContractProcessor")
@SuppressWarnings({"deprecation", "unchecked"})
public final class RepliesAShortRequestCodec implements Codec<RepliesAShortRequest> {
  /** Numbers and types, for contracts in other modules. */
  public static final String SCHEMA = "";

  /** The codec; stateless. */
  public static final RepliesAShortRequestCodec INSTANCE = new RepliesAShortRequestCodec();

  private RepliesAShortRequestCodec() {}

  @Override
  public void write(RepliesAShortRequest value, Writer out) {
  }

  @Override
  public RepliesAShortRequest read(Reader in) {
    for (int tag = in.tag(); tag != 0; tag = in.tag()) {
      switch (tag) {
        default -> in.skip(tag);
      }
    }
    return new RepliesAShortRequest();
  }

  @Override
  public boolean immutable() {
    return true;
  }
}
