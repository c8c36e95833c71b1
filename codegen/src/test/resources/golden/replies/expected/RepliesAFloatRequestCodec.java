package golden.replies;

import io.weft.wire.Codec;
import io.weft.wire.Reader;
import io.weft.wire.Writer;
import javax.annotation.processing.Generated;

/** Codec of {@code RepliesAFloatRequest}. */
@Generated("io.weft.codegen.ContractProcessor")
@SuppressWarnings({"deprecation", "unchecked"})
public final class RepliesAFloatRequestCodec implements Codec<RepliesAFloatRequest> {
  /** Numbers and types, for contracts in other modules. */
  public static final String SCHEMA = "";

  /** The codec; stateless. */
  public static final RepliesAFloatRequestCodec INSTANCE = new RepliesAFloatRequestCodec();

  private RepliesAFloatRequestCodec() {}

  @Override
  public void write(RepliesAFloatRequest value, Writer out) {
  }

  @Override
  public RepliesAFloatRequest read(Reader in) {
    for (int tag = in.tag(); tag != 0; tag = in.tag()) {
      switch (tag) {
        default -> in.skip(tag);
      }
    }
    return new RepliesAFloatRequest();
  }

  @Override
  public boolean immutable() {
    return true;
  }
}
