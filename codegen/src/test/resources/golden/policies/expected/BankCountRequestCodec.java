package golden.policies;

import io.weft.wire.Codec;
import io.weft.wire.Reader;
import io.weft.wire.Writer;
import javax.annotation.processing.Generated;

/** Codec of {@code BankCountRequest}. */
@Generated("io.weft.codegen.ContractProcessor")
@SuppressWarnings({"deprecation", "unchecked"})
public final class BankCountRequestCodec implements Codec<BankCountRequest> {
  /** Numbers and types, for contracts in other modules. */
  public static final String SCHEMA = "";

  /** The codec; stateless. */
  public static final BankCountRequestCodec INSTANCE = new BankCountRequestCodec();

  private BankCountRequestCodec() {}

  @Override
  public void write(BankCountRequest value, Writer out) {
  }

  @Override
  public BankCountRequest read(Reader in) {
    for (int tag = in.tag(); tag != 0; tag = in.tag()) {
      switch (tag) {
        default -> in.skip(tag);
      }
    }
    return new BankCountRequest();
  }

  @Override
  public boolean immutable() {
    return true;
  }
}
