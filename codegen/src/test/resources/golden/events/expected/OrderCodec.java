package golden.events;

import io.weft.wire.Codec;
import io.weft.wire.Reader;
import io.weft.wire.WireException;
import io.weft.wire.Writer;
import javax.annotation.processing.Generated;

/** Codec of {@code Order}. */
@Generated("io.weft.codegen.ContractProcessor")
@SuppressWarnings({"deprecation", "unchecked"})
public final class OrderCodec implements Codec<Order> {
  /** Numbers and types, for contracts in other modules. */
  public static final String SCHEMA =
      "1 placed optional golden.events.Order_Placed\n"
          + "2 cancelled optional golden.events.Order_Cancelled";

  /** The codec; stateless. */
  public static final OrderCodec INSTANCE = new OrderCodec();

  private OrderCodec() {}

  @Override
  public void write(Order value, Writer out) {
    if (value instanceof Order.Placed one) {
      out.tag(10);
      int mark = out.begin();
      Order_PlacedCodec.INSTANCE.write(one, out);
      out.end(mark);
    } else if (value instanceof Order.Cancelled one) {
      out.tag(18);
      int mark = out.begin();
      Order_CancelledCodec.INSTANCE.write(one, out);
      out.end(mark);
    } else {
      throw new IllegalArgumentException(
          "Order: " + value + " (expected: one of its types)");
    }
  }

  @Override
  public Order read(Reader in) {
    Order value = null;
    for (int tag = in.tag(); tag != 0; tag = in.tag()) {
      switch (tag) {
        case 10 -> {
          int outer = in.enter();
          value = Order_PlacedCodec.INSTANCE.read(in);
          in.leave(outer);
        }
        case 18 -> {
          int outer = in.enter();
          value = Order_CancelledCodec.INSTANCE.read(in);
          in.leave(outer);
        }
        default -> in.skip(tag);
      }
    }
    if (value == null) {
      throw new WireException(
          "missing kind of Order: none, or one of a newer contract");
    }
    return value;
  }
}
