package golden.replies;

import io.weft.wire.Codec;
import io.weft.wire.Reader;
import io.weft.wire.Writer;
import javax.annotation.processing.Generated;

/** Codec of {@code RepliesDurationRequest}. */
@Generated("io.weft.codegen.ContractProcessor")
@SuppressWarnings({"deprecation", "unchecked"})
public final class RepliesDurationRequestCodec implements Codec<RepliesDurationRequest> {
  /** Numbers and types, for contracts in other modules. */
  public static final String SCHEMA = "";

  /** The codec; stateless. */
  public static final RepliesDurationRequestCodec INSTANCE = new RepliesDurationRequestCodec();

  private RepliesDurationRequestCodec() {}

  @Override
  public void write(RepliesDurationRequest value, Writer out) {
  }

  @Override
  public RepliesDurationRequest read(Reader in) {
    for (int tag = in.tag(); tag != 0; tag = in.tag()) {
      switch (tag) {
        default -> in.skip(tag);
      }
    }
    return new RepliesDurationRequest();
  }

  @Override
  public boolean immutable() {
    return true;
  }
}
