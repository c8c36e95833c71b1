package golden.replies;

import io.weft.wire.Codec;
import io.weft.wire.Reader;
import io.weft.wire.Writer;
import javax.annotation.processing.Generated;

/** Codec of {@code RepliesObjectRequest}. */
@Generated("io.weft.codegen.ContractProcessor")
@SuppressWarnings({"deprecation", "unchecked"})
public final class RepliesObjectRequestCodec implements Codec<RepliesObjectRequest> {
  /** Numbers and types, for contracts in other modules. */
  public static final String SCHEMA = "";

  /** The codec; stateless. */
  public static final RepliesObjectRequestCodec INSTANCE = new RepliesObjectRequestCodec();

  private RepliesObjectRequestCodec() {}

  @Override
  public void write(RepliesObjectRequest value, Writer out) {
  }

  @Override
  public RepliesObjectRequest read(Reader in) {
    for (int tag = in.tag(); tag != 0; tag = in.tag()) {
      switch (tag) {
        default -> in.skip(tag);
      }
    }
    return new RepliesObjectRequest();
  }

  @Override
  public boolean immutable() {
    return true;
  }
}
