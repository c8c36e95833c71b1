package golden.replies;

import io.weft.wire.Codec;
import io.weft.wire.Reader;
import io.weft.wire.Writer;
import javax.annotation.processing.Generated;

/** Codec of {@code RepliesBytesRequest}. */
@Generated("io.weft.codegen.ContractProcessor")
@SuppressWarnings({"deprecation", "unchecked"})
public final class RepliesBytesRequestCodec implements Codec<RepliesBytesRequest> {
  /** Numbers and types, for contracts in other modules. */
  public static final String SCHEMA = "";

  /** The codec; stateless. */
  public static final RepliesBytesRequestCodec INSTANCE = new RepliesBytesRequestCodec();

  private RepliesBytesRequestCodec() {}

  @Override
  public void write(RepliesBytesRequest value, Writer out) {
  }

  @Override
  public RepliesBytesRequest read(Reader in) {
    for (int tag = in.tag(); tag != 0; tag = in.tag()) {
      switch (tag) {
        default -> in.skip(tag);
      }
    }
    return new RepliesBytesRequest();
  }

  @Override
  public boolean immutable() {
    return true;
  }
}
