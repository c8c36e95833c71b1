package golden.replies;

import io.weft.wire.Codec;
import io.weft.wire.Reader;
import io.weft.wire.Writer;
import javax.annotation.processing.Generated;

/** Codec of {@code RepliesDecimalRequest}. */
@Generated("io.weft.codegen.ContractProcessor")
@SuppressWarnings({"deprecation", "unchecked"})
public final class RepliesDecimalRequestCodec implements Codec<RepliesDecimalRequest> {
  /** Numbers and types, for contracts in other modules. */
  public static final String SCHEMA = "";

  /** The codec; stateless. */
  public static final RepliesDecimalRequestCodec INSTANCE = new RepliesDecimalRequestCodec();

  private RepliesDecimalRequestCodec() {}

  @Override
  public void write(RepliesDecimalRequest value, Writer out) {
  }

  @Override
  public RepliesDecimalRequest read(Reader in) {
    for (int tag = in.tag(); tag != 0; tag = in.tag()) {
      switch (tag) {
        default -> in.skip(tag);
      }
    }
    return new RepliesDecimalRequest();
  }

  @Override
  public boolean immutable() {
    return true;
  }
}
