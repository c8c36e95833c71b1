package golden.replies;

import io.weft.wire.Codec;
import io.weft.wire.Reader;
import io.weft.wire.Writer;
import javax.annotation.processing.Generated;

/** Codec of {@code RepliesMapRequest}. */
@Generated("io.weft.codegen.ContractProcessor")
@SuppressWarnings({"deprecation", "unchecked"})
public final class RepliesMapRequestCodec implements Codec<RepliesMapRequest> {
  /** Numbers and types, for contracts in other modules. */
  public static final String SCHEMA = "";

  /** The codec; stateless. */
  public static final RepliesMapRequestCodec INSTANCE = new RepliesMapRequestCodec();

  private RepliesMapRequestCodec() {}

  @Override
  public void write(RepliesMapRequest value, Writer out) {
  }

  @Override
  public RepliesMapRequest read(Reader in) {
    for (int tag = in.tag(); tag != 0; tag = in.tag()) {
      switch (tag) {
        default -> in.skip(tag);
      }
    }
    return new RepliesMapRequest();
  }

  @Override
  public boolean immutable() {
    return true;
  }
}
