package golden.shared.model;

import io.weft.wire.Codec;
import io.weft.wire.Reader;
import io.weft.wire.WellKnown;
import io.weft.wire.WireException;
import io.weft.wire.Writer;
import java.math.BigDecimal;
import javax.annotation.processing.Generated;

/** Codec of {@code Money}. */
@Generated("io.weft.codegen.ContractProcessor")
@SuppressWarnings({"deprecation", "unchecked"})
public final class MoneyCodec implements Codec<Money> {
  /** Numbers and types, for contracts in other modules. */
  public static final String SCHEMA =
      "1 amount string\n"
          + "2 currency golden.shared.model.Money_Currency";

  /** The codec; stateless. */
  public static final MoneyCodec INSTANCE = new MoneyCodec();

  private MoneyCodec() {}

  @Override
  public void write(Money value, Writer out) {
    BigDecimal amount = value.amount();
    out.tag(10);
    out.string(amount.toString());
    Money.Currency currency = value.currency();
    if (Money_CurrencyCodec.number(currency) != 0) {
      out.tag(16);
      out.varint(Money_CurrencyCodec.number(currency));
    }
  }

  @Override
  public Money read(Reader in) {
    BigDecimal amount = null;
    Money.Currency currency = Money_CurrencyCodec.of(0);
    for (int tag = in.tag(); tag != 0; tag = in.tag()) {
      switch (tag) {
        case 10 -> amount = WellKnown.toBigDecimal(in.string());
        case 16 -> currency = Money_CurrencyCodec.of(in.varint32());
        default -> in.skip(tag);
      }
    }
    if (amount == null) {
      throw new WireException("missing field amount of Money");
    }
    return new Money(amount, currency);
  }

  @Override
  public boolean immutable() {
    return true;
  }
}
