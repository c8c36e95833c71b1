package golden.policies;

import io.weft.wire.Codec;
import io.weft.wire.Reader;
import io.weft.wire.Writer;
import javax.annotation.processing.Generated;

/** Codec of {@code InsufficientFunds}. */
@Generated("io.weft.codegen.ContractProcessor")
@SuppressWarnings({"deprecation", "unchecked"})
public final class InsufficientFundsCodec implements Codec<InsufficientFunds> {
  /** Numbers and types, for contracts in other modules. */
  public static final String SCHEMA =
      "1 missing int64";

  /** The codec; stateless. */
  public static final InsufficientFundsCodec INSTANCE = new InsufficientFundsCodec();

  private InsufficientFundsCodec() {}

  @Override
  public void write(InsufficientFunds value, Writer out) {
    long missing = value.missing();
    if (missing != 0) {
      out.tag(8);
      out.varint(missing);
    }
  }

  @Override
  public InsufficientFunds read(Reader in) {
    long missing = 0;
    for (int tag = in.tag(); tag != 0; tag = in.tag()) {
      switch (tag) {
        case 8 -> missing = in.varint();
        default -> in.skip(tag);
      }
    }
    return new InsufficientFunds(missing);
  }

  @Override
  public boolean immutable() {
    return true;
  }
}
