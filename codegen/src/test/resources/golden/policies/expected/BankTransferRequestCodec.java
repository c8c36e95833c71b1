package golden.policies;

import io.weft.wire.Codec;
import io.weft.wire.Reader;
import io.weft.wire.Writer;
import javax.annotation.processing.Generated;

/** Codec of {@code BankTransferRequest}. */
@Generated("io.weft.codegen.ContractProcessor")
@SuppressWarnings({"deprecation", "unchecked"})
public final class BankTransferRequestCodec implements Codec<BankTransferRequest> {
  /** Numbers and types, for contracts in other modules. */
  public static final String SCHEMA =
      "1 from int64\n"
          + "2 to int64\n"
          + "3 cents int64";

  /** The codec; stateless. */
  public static final BankTransferRequestCodec INSTANCE = new BankTransferRequestCodec();

  private BankTransferRequestCodec() {}

  @Override
  public void write(BankTransferRequest value, Writer out) {
    long from = value.from;
    if (from != 0) {
      out.tag(8);
      out.varint(from);
    }
    long to = value.to;
    if (to != 0) {
      out.tag(16);
      out.varint(to);
    }
    long cents = value.cents;
    if (cents != 0) {
      out.tag(24);
      out.varint(cents);
    }
  }

  @Override
  public BankTransferRequest read(Reader in) {
    long from = 0;
    long to = 0;
    long cents = 0;
    for (int tag = in.tag(); tag != 0; tag = in.tag()) {
      switch (tag) {
        case 8 -> from = in.varint();
        case 16 -> to = in.varint();
        case 24 -> cents = in.varint();
        default -> in.skip(tag);
      }
    }
    return new BankTransferRequest(from, to, cents);
  }

  @Override
  public boolean immutable() {
    return true;
  }
}
