package golden.replies;

import io.weft.wire.Codec;
import io.weft.wire.Reader;
import io.weft.wire.Writer;
import javax.annotation.processing.Generated;

/** Codec of {@code RepliesADoubleRequest}. */
@Generated("io.weft.codegen.ContractProcessor")
@SuppressWarnings({"deprecation", "unchecked"})
public final class RepliesADoubleRequestCodec implements Codec<RepliesADoubleRequest> {
  /** Numbers and types, for contracts in other modules. */
  public static final String SCHEMA = "";

  /** The codec; stateless. */
  public static final RepliesADoubleRequestCodec INSTANCE = new RepliesADoubleRequestCodec();

  private RepliesADoubleRequestCodec() {}

  @Override
  public void write(RepliesADoubleRequest value, Writer out) {
  }

  @Override
  public RepliesADoubleRequest read(Reader in) {
    for (int tag = in.tag(); tag != 0; tag = in.tag()) {
      switch (tag) {
        default -> in.skip(tag);
      }
    }
    return new RepliesADoubleRequest();
  }

  @Override
  public boolean immutable() {
    return true;
  }
}
