package golden.events;

import io.weft.wire.Codec;
import io.weft.wire.Reader;
import io.weft.wire.Writer;
import javax.annotation.processing.Generated;

/** Codec of {@code Order.Cancelled}. */
@Generated("io.weft.codegen.ContractProcessor")
@SuppressWarnings({"deprecation", "unchecked"})
public final class Order_CancelledCodec implements Codec<Order.Cancelled> {
  /** Numbers and types, for contracts in other modules. */
  public static final String SCHEMA =
      "1 why string";

  /** The codec; stateless. */
  public static final Order_CancelledCodec INSTANCE = new Order_CancelledCodec();

  private Order_CancelledCodec() {}

  @Override
  public void write(Order.Cancelled value, Writer out) {
    String why = value.why();
    if (!why.isEmpty()) {
      out.tag(10);
      out.string(why);
    }
  }

  @Override
  public Order.Cancelled read(Reader in) {
    String why = "";
    for (int tag = in.tag(); tag != 0; tag = in.tag()) {
      switch (tag) {
        case 10 -> why = in.string();
        default -> in.skip(tag);
      }
    }
    return new Order.Cancelled(why);
  }

  @Override
  public boolean immutable() {
    return true;
  }
}
