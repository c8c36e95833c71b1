package golden.shared;

import golden.shared.model.Money;
import golden.shared.model.Money_CurrencyCodec;
import io.weft.wire.Codec;
import io.weft.wire.Reader;
import io.weft.wire.Writer;
import javax.annotation.processing.Generated;

/** Codec of {@code In_BillsRateRequest}. */
@Generated("io.weft.codegen.ContractProcessor")
@SuppressWarnings({"deprecation", "unchecked"})
public final class In_BillsRateRequestCodec implements Codec<In_BillsRateRequest> {
  /** Numbers and types, for contracts in other modules. */
  public static final String SCHEMA =
      "1 currency golden.shared.model.Money_Currency";

  /** The codec; stateless. */
  public static final In_BillsRateRequestCodec INSTANCE = new In_BillsRateRequestCodec();

  private In_BillsRateRequestCodec() {}

  @Override
  public void write(In_BillsRateRequest value, Writer out) {
    Money.Currency currency = value.currency;
    if (Money_CurrencyCodec.number(currency) != 0) {
      out.tag(8);
      out.varint(Money_CurrencyCodec.number(currency));
    }
  }

  @Override
  public In_BillsRateRequest read(Reader in) {
    Money.Currency currency = Money_CurrencyCodec.of(0);
    for (int tag = in.tag(); tag != 0; tag = in.tag()) {
      switch (tag) {
        case 8 -> currency = Money_CurrencyCodec.of(in.varint32());
        default -> in.skip(tag);
      }
    }
    return new In_BillsRateRequest(currency);
  }

  @Override
  public boolean immutable() {
    return true;
  }
}
