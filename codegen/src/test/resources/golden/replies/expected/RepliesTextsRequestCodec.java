package golden.replies;

import io.weft.wire.Codec;
import io.weft.wire.Reader;
import io.weft.wire.Writer;
import javax.annotation.processing.Generated;

/** Codec of {@code RepliesTextsRequest}. */
@Generated("io.weft.codegen.ContractProcessor")
@SuppressWarnings({"deprecation", "unchecked"})
public final class RepliesTextsRequestCodec implements Codec<RepliesTextsRequest> {
  /** Numbers and types, for contracts in other modules. */
  public static final String SCHEMA = "";

  /** The codec; stateless. */
  public static final RepliesTextsRequestCodec INSTANCE = new RepliesTextsRequestCodec();

  private RepliesTextsRequestCodec() {}

  @Override
  public void write(RepliesTextsRequest value, Writer out) {
  }

  @Override
  public RepliesTextsRequest read(Reader in) {
    for (int tag = in.tag(); tag != 0; tag = in.tag()) {
      switch (tag) {
        default -> in.skip(tag);
      }
    }
    return new RepliesTextsRequest();
  }

  @Override
  public boolean immutable() {
    return true;
  }
}
