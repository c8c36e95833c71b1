package golden.replies;

import io.weft.wire.Codec;
import io.weft.wire.Reader;
import io.weft.wire.Writer;
import javax.annotation.processing.Generated;

/** Codec of {@code RepliesMoodRequest}. */
@Generated("io.weft.codegen.ContractProcessor")
@SuppressWarnings({"deprecation", "unchecked"})
public final class RepliesMoodRequestCodec implements Codec<RepliesMoodRequest> {
  /** Numbers and types, for contracts in other modules. */
  public static final String SCHEMA = "";

  /** The codec; stateless. */
  public static final RepliesMoodRequestCodec INSTANCE = new RepliesMoodRequestCodec();

  private RepliesMoodRequestCodec() {}

  @Override
  public void write(RepliesMoodRequest value, Writer out) {
  }

  @Override
  public RepliesMoodRequest read(Reader in) {
    for (int tag = in.tag(); tag != 0; tag = in.tag()) {
      switch (tag) {
        default -> in.skip(tag);
      }
    }
    return new RepliesMoodRequest();
  }

  @Override
  public boolean immutable() {
    return true;
  }
}
