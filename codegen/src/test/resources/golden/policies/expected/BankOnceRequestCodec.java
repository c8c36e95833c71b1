package golden.policies;

import io.weft.wire.Codec;
import io.weft.wire.Reader;
import io.weft.wire.Writer;
import javax.annotation.processing.Generated;

/** Codec of {@code BankOnceRequest}. */
@Generated("io.weft.codegen.ContractProcessor")
@SuppressWarnings({"deprecation", "unchecked"})
public final class BankOnceRequestCodec implements Codec<BankOnceRequest> {
  /** Numbers and types, for contracts in other modules. */
  public static final String SCHEMA = "";

  /** The codec; stateless. */
  public static final BankOnceRequestCodec INSTANCE = new BankOnceRequestCodec();

  private BankOnceRequestCodec() {}

  @Override
  public void write(BankOnceRequest value, Writer out) {
  }

  @Override
  public BankOnceRequest read(Reader in) {
    for (int tag = in.tag(); tag != 0; tag = in.tag()) {
      switch (tag) {
        default -> in.skip(tag);
      }
    }
    return new BankOnceRequest();
  }

  @Override
  public boolean immutable() {
    return true;
  }
}
