package golden.replies;

import io.weft.wire.Codec;
import io.weft.wire.Reader;
import io.weft.wire.Writer;
import javax.annotation.processing.Generated;

/** Codec of {@code RepliesALongRequest}. */
@Generated("io.weft.codegen.ContractProcessor")
@SuppressWarnings({"deprecation", "unchecked"})
public final class RepliesALongRequestCodec implements Codec<RepliesALongRequest> {
  /** Numbers and types, for contracts in other modules. */
  public static final String SCHEMA = "";

  /** The codec; stateless. */
  public static final RepliesALongRequestCodec INSTANCE = new RepliesALongRequestCodec();

  private RepliesALongRequestCodec() {}

  @Override
  public void write(RepliesALongRequest value, Writer out) {
  }

  @Override
  public RepliesALongRequest read(Reader in) {
    for (int tag = in.tag(); tag != 0; tag = in.tag()) {
      switch (tag) {
        default -> in.skip(tag);
      }
    }
    return new RepliesALongRequest();
  }

  @Override
  public boolean immutable() {
    return true;
  }
}
