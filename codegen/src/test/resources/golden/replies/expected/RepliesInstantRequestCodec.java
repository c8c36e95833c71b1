package golden.replies;

import io.weft.wire.Codec;
import io.weft.wire.Reader;
import io.weft.wire.Writer;
import javax.annotation.processing.Generated;

/** Codec of {@code RepliesInstantRequest}. */
@Generated("io.weft.codegen.ContractProcessor")
@SuppressWarnings({"deprecation", "unchecked"})
public final class RepliesInstantRequestCodec implements Codec<RepliesInstantRequest> {
  /** Numbers and types, for contracts in other modules. */
  public static final String SCHEMA = "";

  /** The codec; stateless. */
  public static final RepliesInstantRequestCodec INSTANCE = new RepliesInstantRequestCodec();

  private RepliesInstantRequestCodec() {}

  @Override
  public void write(RepliesInstantRequest value, Writer out) {
  }

  @Override
  public RepliesInstantRequest read(Reader in) {
    for (int tag = in.tag(); tag != 0; tag = in.tag()) {
      switch (tag) {
        default -> in.skip(tag);
      }
    }
    return new RepliesInstantRequest();
  }

  @Override
  public boolean immutable() {
    return true;
  }
}
