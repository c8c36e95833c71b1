package golden.replies;

import io.weft.wire.Codec;
import io.weft.wire.Reader;
import io.weft.wire.Writer;
import javax.annotation.processing.Generated;

/** Codec of {@code RepliesMaybeRequest}. */
@Generated("io.weft.codegen.ContractProcessor")
@SuppressWarnings({"deprecation", "unchecked"})
public final class RepliesMaybeRequestCodec implements Codec<RepliesMaybeRequest> {
  /** Numbers and types, for contracts in other modules. */
  public static final String SCHEMA = "";

  /** The codec; stateless. */
  public static final RepliesMaybeRequestCodec INSTANCE = new RepliesMaybeRequestCodec();

  private RepliesMaybeRequestCodec() {}

  @Override
  public void write(RepliesMaybeRequest value, Writer out) {
  }

  @Override
  public RepliesMaybeRequest read(Reader in) {
    for (int tag = in.tag(); tag != 0; tag = in.tag()) {
      switch (tag) {
        default -> in.skip(tag);
      }
    }
    return new RepliesMaybeRequest();
  }

  @Override
  public boolean immutable() {
    return true;
  }
}
