package golden.shared;

import golden.shared.model.Money;
import golden.shared.model.MoneyCodec;
import io.weft.wire.Codec;
import io.weft.wire.Reader;
import io.weft.wire.WireException;
import io.weft.wire.Writer;
import javax.annotation.processing.Generated;

/** Codec of {@code In.Bills.Rate}. */
@Generated("io.weft.codegen.ContractProcessor")
@SuppressWarnings({"deprecation", "unchecked"})
public final class In_Bills_RateCodec implements Codec<In.Bills.Rate> {
  /** Numbers and types, for contracts in other modules. */
  public static final String SCHEMA =
      "1 money golden.shared.model.Money";

  /** The codec; stateless. */
  public static final In_Bills_RateCodec INSTANCE = new In_Bills_RateCodec();

  private In_Bills_RateCodec() {}

  @Override
  public void write(In.Bills.Rate value, Writer out) {
    Money money = value.money();
    out.tag(10);
    int moneyMark = out.begin();
    MoneyCodec.INSTANCE.write(money, out);
    out.end(moneyMark);
  }

  @Override
  public In.Bills.Rate read(Reader in) {
    Money money = null;
    for (int tag = in.tag(); tag != 0; tag = in.tag()) {
      switch (tag) {
        case 10 -> {
          int outer = in.enter();
          money = MoneyCodec.INSTANCE.read(in);
          in.leave(outer);
        }
        default -> in.skip(tag);
      }
    }
    if (money == null) {
      throw new WireException("missing field money of Billing_Rate");
    }
    return new In.Bills.Rate(money);
  }

  @Override
  public boolean immutable() {
    return true;
  }
}
