package golden.events;

import io.weft.wire.Codec;
import io.weft.wire.Reader;
import io.weft.wire.WireException;
import io.weft.wire.Writer;
import javax.annotation.processing.Generated;

/** Codec of {@code Shop.Sold}. */
@Generated("io.weft.codegen.ContractProcessor")
@SuppressWarnings({"deprecation", "unchecked"})
public final class Shop_SoldCodec implements Codec<Shop.Sold> {
  /** Numbers and types, for contracts in other modules. */
  public static final String SCHEMA =
      "1 item string\n"
          + "2 amount golden.events.Amount";

  /** The codec; stateless. */
  public static final Shop_SoldCodec INSTANCE = new Shop_SoldCodec();

  private Shop_SoldCodec() {}

  @Override
  public void write(Shop.Sold value, Writer out) {
    String item = value.item();
    if (!item.isEmpty()) {
      out.tag(10);
      out.string(item);
    }
    Amount amount = value.amount();
    out.tag(18);
    int amountMark = out.begin();
    AmountCodec.INSTANCE.write(amount, out);
    out.end(amountMark);
  }

  @Override
  public Shop.Sold read(Reader in) {
    String item = "";
    Amount amount = null;
    for (int tag = in.tag(); tag != 0; tag = in.tag()) {
      switch (tag) {
        case 10 -> item = in.string();
        case 18 -> {
          int outer = in.enter();
          amount = AmountCodec.INSTANCE.read(in);
          in.leave(outer);
        }
        default -> in.skip(tag);
      }
    }
    if (amount == null) {
      throw new WireException("missing field amount of Store_Sold");
    }
    return new Shop.Sold(item, amount);
  }

  @Override
  public boolean immutable() {
    return true;
  }
}
