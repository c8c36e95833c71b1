package golden.replies;

import io.weft.wire.Codec;
import io.weft.wire.Reader;
import io.weft.wire.Writer;
import javax.annotation.processing.Generated;

/** Codec of {@code RepliesThingRequest}. */
@Generated("io.weft.codegen.ContractProcessor")
@SuppressWarnings({"deprecation", "unchecked"})
public final class RepliesThingRequestCodec implements Codec<RepliesThingRequest> {
  /** Numbers and types, for contracts in other modules. */
  public static final String SCHEMA = "";

  /** The codec; stateless. */
  public static final RepliesThingRequestCodec INSTANCE = new RepliesThingRequestCodec();

  private RepliesThingRequestCodec() {}

  @Override
  public void write(RepliesThingRequest value, Writer out) {
  }

  @Override
  public RepliesThingRequest read(Reader in) {
    for (int tag = in.tag(); tag != 0; tag = in.tag()) {
      switch (tag) {
        default -> in.skip(tag);
      }
    }
    return new RepliesThingRequest();
  }

  @Override
  public boolean immutable() {
    return true;
  }
}
