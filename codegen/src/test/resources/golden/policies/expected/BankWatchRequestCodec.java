package golden.policies;

import io.weft.wire.Codec;
import io.weft.wire.Reader;
import io.weft.wire.Writer;
import javax.annotation.processing.Generated;

/** Codec of {@code BankWatchRequest}. */
@Generated("io.weft.codegen.ContractProcessor")
@SuppressWarnings({"deprecation", "unchecked"})
public final class BankWatchRequestCodec implements Codec<BankWatchRequest> {
  /** Numbers and types, for contracts in other modules. */
  public static final String SCHEMA =
      "1 account int64";

  /** The codec; stateless. */
  public static final BankWatchRequestCodec INSTANCE = new BankWatchRequestCodec();

  private BankWatchRequestCodec() {}

  @Override
  public void write(BankWatchRequest value, Writer out) {
    long account = value.account;
    if (account != 0) {
      out.tag(8);
      out.varint(account);
    }
  }

  @Override
  public BankWatchRequest read(Reader in) {
    long account = 0;
    for (int tag = in.tag(); tag != 0; tag = in.tag()) {
      switch (tag) {
        case 8 -> account = in.varint();
        default -> in.skip(tag);
      }
    }
    return new BankWatchRequest(account);
  }

  @Override
  public boolean immutable() {
    return true;
  }
}
