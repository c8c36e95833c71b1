package golden.replies;

import io.weft.wire.Codec;
import io.weft.wire.Reader;
import io.weft.wire.Writer;
import javax.annotation.processing.Generated;

/** Codec of {@code RepliesABooleanRequest}. */
@Generated("io.weft.codegen.ContractProcessor")
@SuppressWarnings({"deprecation", "unchecked"})
public final class RepliesABooleanRequestCodec implements Codec<RepliesABooleanRequest> {
  /** Numbers and types, for contracts in other modules. */
  public static final String SCHEMA = "";

  /** The codec; stateless. */
  public static final RepliesABooleanRequestCodec INSTANCE = new RepliesABooleanRequestCodec();

  private RepliesABooleanRequestCodec() {}

  @Override
  public void write(RepliesABooleanRequest value, Writer out) {
  }

  @Override
  public RepliesABooleanRequest read(Reader in) {
    for (int tag = in.tag(); tag != 0; tag = in.tag()) {
      switch (tag) {
        default -> in.skip(tag);
      }
    }
    return new RepliesABooleanRequest();
  }

  @Override
  public boolean immutable() {
    return true;
  }
}
