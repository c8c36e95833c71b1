package golden.shared;

import io.weft.wire.Codec;
import io.weft.wire.Reader;
import io.weft.wire.WireException;
import io.weft.wire.Writer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.annotation.processing.Generated;

/** Codec of {@code In_OrdersPlaceRequest}. */
@Generated("io.weft.codegen.ContractProcessor")
@SuppressWarnings({"deprecation", "unchecked"})
public final class In_OrdersPlaceRequestCodec implements Codec<In_OrdersPlaceRequest> {
  /** Numbers and types, for contracts in other modules. */
  public static final String SCHEMA =
      "1 items repeated golden.shared.Order_Item\n"
          + "2 customer golden.shared.In_Customer";

  /** The codec; stateless. */
  public static final In_OrdersPlaceRequestCodec INSTANCE = new In_OrdersPlaceRequestCodec();

  private In_OrdersPlaceRequestCodec() {}

  @Override
  public void write(In_OrdersPlaceRequest value, Writer out) {
    List<Order.Item> items = value.items;
    for (Order.Item item : items) {
      out.tag(10);
      int itemsMark = out.begin();
      Order_ItemCodec.INSTANCE.write(item, out);
      out.end(itemsMark);
    }
    In.Customer customer = value.customer;
    out.tag(18);
    int customerMark = out.begin();
    In_CustomerCodec.INSTANCE.write(customer, out);
    out.end(customerMark);
  }

  @Override
  public In_OrdersPlaceRequest read(Reader in) {
    List<Order.Item> items = null;
    In.Customer customer = null;
    for (int tag = in.tag(); tag != 0; tag = in.tag()) {
      switch (tag) {
        case 10 -> {
          if (items == null) {
            items = new ArrayList<>();
          }
          int outer = in.enter();
          items.add(Order_ItemCodec.INSTANCE.read(in));
          in.leave(outer);
        }
        case 18 -> {
          int outer = in.enter();
          customer = In_CustomerCodec.INSTANCE.read(in);
          in.leave(outer);
        }
        default -> in.skip(tag);
      }
    }
    if (customer == null) {
      throw new WireException("missing field customer of OrdersPlaceRequest");
    }
    return new In_OrdersPlaceRequest(
        items == null ? List.of() : Collections.unmodifiableList(items),
        customer);
  }
}
