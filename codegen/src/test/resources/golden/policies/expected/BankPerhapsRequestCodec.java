package golden.policies;

import io.weft.wire.Codec;
import io.weft.wire.Reader;
import io.weft.wire.Writer;
import javax.annotation.processing.Generated;

/** Codec of {@code BankPerhapsRequest}. */
@Generated("io.weft.codegen.ContractProcessor")
@SuppressWarnings({"deprecation", "unchecked"})
public final class BankPerhapsRequestCodec implements Codec<BankPerhapsRequest> {
  /** Numbers and types, for contracts in other modules. */
  public static final String SCHEMA = "";

  /** The codec; stateless. */
  public static final BankPerhapsRequestCodec INSTANCE = new BankPerhapsRequestCodec();

  private BankPerhapsRequestCodec() {}

  @Override
  public void write(BankPerhapsRequest value, Writer out) {
  }

  @Override
  public BankPerhapsRequest read(Reader in) {
    for (int tag = in.tag(); tag != 0; tag = in.tag()) {
      switch (tag) {
        default -> in.skip(tag);
      }
    }
    return new BankPerhapsRequest();
  }

  @Override
  public boolean immutable() {
    return true;
  }
}
