package golden.policies;

import io.weft.wire.Codec;
import io.weft.wire.Reader;
import io.weft.wire.Writer;
import javax.annotation.processing.Generated;

/** Codec of {@code Account}. */
@Generated("io.weft.codegen.ContractProcessor")
@SuppressWarnings({"deprecation", "unchecked"})
public final class AccountCodec implements Codec<Account> {
  /** Numbers and types, for contracts in other modules. */
  public static final String SCHEMA =
      "1 id int64\n"
          + "2 cents int64";

  /** The codec; stateless. */
  public static final AccountCodec INSTANCE = new AccountCodec();

  private AccountCodec() {}

  @Override
  public void write(Account value, Writer out) {
    long id = value.id();
    if (id != 0) {
      out.tag(8);
      out.varint(id);
    }
    long cents = value.cents();
    if (cents != 0) {
      out.tag(16);
      out.varint(cents);
    }
  }

  @Override
  public Account read(Reader in) {
    long id = 0;
    long cents = 0;
    for (int tag = in.tag(); tag != 0; tag = in.tag()) {
      switch (tag) {
        case 8 -> id = in.varint();
        case 16 -> cents = in.varint();
        default -> in.skip(tag);
      }
    }
    return new Account(id, cents);
  }

  @Override
  public boolean immutable() {
    return true;
  }
}
