package golden.shared;

import io.vertx.core.Future;
import io.vertx.core.streams.ReadStream;
import io.weft.call.Caller;
import java.util.List;
import javax.annotation.processing.Generated;

/** Calls {@code golden.shared.In.Orders}. */
@Generated("io.weft.codegen.ContractProcessor")
@SuppressWarnings({"deprecation", "unchecked"})
final class In_OrdersProxy implements In.Orders {
  private final Caller caller;

  In_OrdersProxy(Caller caller) {
    this.caller = caller;
  }

  @Override
  public Future<Order> place(List<Order.Item> items, In.Customer customer) {
    return caller.unary(In_OrdersSpecs.PLACE, new In_OrdersPlaceRequest(items, customer));
  }

  @Override
  public ReadStream<Order> watch(In.Customer customer) {
    return caller.serverStream(In_OrdersSpecs.WATCH, customer);
  }

  @Override
  public Future<In.Orders.Cancelled> cancel(Order order) {
    return caller.unary(In_OrdersSpecs.CANCEL, order);
  }
}
