package golden.events;

import io.weft.wire.Codec;
import io.weft.wire.Reader;
import io.weft.wire.Writer;
import javax.annotation.processing.Generated;

/** Codec of {@code Amount}. */
@Generated("io.weft.codegen.ContractProcessor")
@SuppressWarnings({"deprecation", "unchecked"})
public final class AmountCodec implements Codec<Amount> {
  /** Numbers and types, for contracts in other modules. */
  public static final String SCHEMA =
      "1 units int64\n"
          + "2 currency golden.events.Currency";

  /** The codec; stateless. */
  public static final AmountCodec INSTANCE = new AmountCodec();

  private AmountCodec() {}

  @Override
  public void write(Amount value, Writer out) {
    long units = value.units();
    if (units != 0) {
      out.tag(8);
      out.varint(units);
    }
    Currency currency = value.currency();
    if (CurrencyCodec.number(currency) != 0) {
      out.tag(16);
      out.varint(CurrencyCodec.number(currency));
    }
  }

  @Override
  public Amount read(Reader in) {
    long units = 0;
    Currency currency = CurrencyCodec.of(0);
    for (int tag = in.tag(); tag != 0; tag = in.tag()) {
      switch (tag) {
        case 8 -> units = in.varint();
        case 16 -> currency = CurrencyCodec.of(in.varint32());
        default -> in.skip(tag);
      }
    }
    return new Amount(units, currency);
  }

  @Override
  public boolean immutable() {
    return true;
  }
}
