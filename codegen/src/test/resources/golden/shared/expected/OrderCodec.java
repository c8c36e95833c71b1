package golden.shared;

import golden.shared.model.Money;
import golden.shared.model.MoneyCodec;
import io.weft.wire.Codec;
import io.weft.wire.Reader;
import io.weft.wire.WireException;
import io.weft.wire.Writer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.annotation.processing.Generated;

/** Codec of {@code Order}. */
@Generated("io.weft.codegen.ContractProcessor")
@SuppressWarnings({"deprecation", "unchecked"})
public final class OrderCodec implements Codec<Order> {
  /** Numbers and types, for contracts in other modules. */
  public static final String SCHEMA =
      "1 id int64\n"
          + "2 items repeated golden.shared.Order_Item\n"
          + "3 total golden.shared.model.Money\n"
          + "4 state golden.shared.Order_State";

  /** The codec; stateless. */
  public static final OrderCodec INSTANCE = new OrderCodec();

  private OrderCodec() {}

  @Override
  public void write(Order value, Writer out) {
    long id = value.id();
    if (id != 0) {
      out.tag(8);
      out.varint(id);
    }
    List<Order.Item> items = value.items();
    for (Order.Item item : items) {
      out.tag(18);
      int itemsMark = out.begin();
      Order_ItemCodec.INSTANCE.write(item, out);
      out.end(itemsMark);
    }
    Money total = value.total();
    out.tag(26);
    int totalMark = out.begin();
    MoneyCodec.INSTANCE.write(total, out);
    out.end(totalMark);
    Order.State state = value.state();
    if (Order_StateCodec.number(state) != 0) {
      out.tag(32);
      out.varint(Order_StateCodec.number(state));
    }
  }

  @Override
  public Order read(Reader in) {
    long id = 0;
    List<Order.Item> items = null;
    Money total = null;
    Order.State state = Order_StateCodec.of(0);
    for (int tag = in.tag(); tag != 0; tag = in.tag()) {
      switch (tag) {
        case 8 -> id = in.varint();
        case 18 -> {
          if (items == null) {
            items = new ArrayList<>();
          }
          int outer = in.enter();
          items.add(Order_ItemCodec.INSTANCE.read(in));
          in.leave(outer);
        }
        case 26 -> {
          int outer = in.enter();
          total = MoneyCodec.INSTANCE.read(in);
          in.leave(outer);
        }
        case 32 -> state = Order_StateCodec.of(in.varint32());
        default -> in.skip(tag);
      }
    }
    if (total == null) {
      throw new WireException("missing field total of Order");
    }
    return new Order(
        id,
        items == null ? List.of() : Collections.unmodifiableList(items),
        total,
        state);
  }
}
