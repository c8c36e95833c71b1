package golden.shared;

import golden.shared.model.Money;
import golden.shared.model.MoneyCodec;
import io.weft.wire.Codec;
import io.weft.wire.Reader;
import io.weft.wire.WireException;
import io.weft.wire.Writer;
import javax.annotation.processing.Generated;

/** Codec of {@code Order.Item}. */
@Generated("io.weft.codegen.ContractProcessor")
@SuppressWarnings({"deprecation", "unchecked"})
public final class Order_ItemCodec implements Codec<Order.Item> {
  /** Numbers and types, for contracts in other modules. */
  public static final String SCHEMA =
      "1 name string\n"
          + "2 price golden.shared.model.Money";

  /** The codec; stateless. */
  public static final Order_ItemCodec INSTANCE = new Order_ItemCodec();

  private Order_ItemCodec() {}

  @Override
  public void write(Order.Item value, Writer out) {
    String name = value.name();
    if (!name.isEmpty()) {
      out.tag(10);
      out.string(name);
    }
    Money price = value.price();
    out.tag(18);
    int priceMark = out.begin();
    MoneyCodec.INSTANCE.write(price, out);
    out.end(priceMark);
  }

  @Override
  public Order.Item read(Reader in) {
    String name = "";
    Money price = null;
    for (int tag = in.tag(); tag != 0; tag = in.tag()) {
      switch (tag) {
        case 10 -> name = in.string();
        case 18 -> {
          int outer = in.enter();
          price = MoneyCodec.INSTANCE.read(in);
          in.leave(outer);
        }
        default -> in.skip(tag);
      }
    }
    if (price == null) {
      throw new WireException("missing field price of Order_Item");
    }
    return new Order.Item(name, price);
  }

  @Override
  public boolean immutable() {
    return true;
  }
}
