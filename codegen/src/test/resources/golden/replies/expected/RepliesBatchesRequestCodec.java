package golden.replies;

import io.weft.wire.Codec;
import io.weft.wire.Reader;
import io.weft.wire.Writer;
import javax.annotation.processing.Generated;

/** Codec of {@code RepliesBatchesRequest}. */
@Generated("io.weft.codegen.ContractProcessor")
@SuppressWarnings({"deprecation", "unchecked"})
public final class RepliesBatchesRequestCodec implements Codec<RepliesBatchesRequest> {
  /** Numbers and types, for contracts in other modules. */
  public static final String SCHEMA = "";

  /** The codec; stateless. */
  public static final RepliesBatchesRequestCodec INSTANCE = new RepliesBatchesRequestCodec();

  private RepliesBatchesRequestCodec() {}

  @Override
  public void write(RepliesBatchesRequest value, Writer out) {
  }

  @Override
  public RepliesBatchesRequest read(Reader in) {
    for (int tag = in.tag(); tag != 0; tag = in.tag()) {
      switch (tag) {
        default -> in.skip(tag);
      }
    }
    return new RepliesBatchesRequest();
  }

  @Override
  public boolean immutable() {
    return true;
  }
}
