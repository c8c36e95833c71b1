package golden.policies;

import io.weft.wire.Codec;
import io.weft.wire.Reader;
import io.weft.wire.Writer;
import javax.annotation.processing.Generated;

/** Codec of {@code BankMottoRequest}. */
@Generated("io.weft.codegen.ContractProcessor")
@SuppressWarnings({"deprecation", "unchecked"})
public final class BankMottoRequestCodec implements Codec<BankMottoRequest> {
  /** Numbers and types, for contracts in other modules. */
  public static final String SCHEMA = "";

  /** The codec; stateless. */
  public static final BankMottoRequestCodec INSTANCE = new BankMottoRequestCodec();

  private BankMottoRequestCodec() {}

  @Override
  public void write(BankMottoRequest value, Writer out) {
  }

  @Override
  public BankMottoRequest read(Reader in) {
    for (int tag = in.tag(); tag != 0; tag = in.tag()) {
      switch (tag) {
        default -> in.skip(tag);
      }
    }
    return new BankMottoRequest();
  }

  @Override
  public boolean immutable() {
    return true;
  }
}
