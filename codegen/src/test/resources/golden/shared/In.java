package golden.shared;

import golden.shared.model.Money;
import io.vertx.core.Future;
import io.vertx.core.streams.ReadStream;
import io.weft.contract.MeshService;
import java.util.List;

public interface In {
  @MeshService
  interface Orders {
    Future<Order> place(List<Order.Item> items, Customer customer);

    ReadStream<Order> watch(Customer customer);

    record Cancelled(String why) {}

    Future<Cancelled> cancel(Order order);
  }

  @MeshService("shop.Billing")
  interface Bills {
    Future<Money> total(Order order, Status status);

    Future<Orders.Cancelled> refund(Customer customer);

    record Rate(Money money) {}

    Future<Rate> rate(Money.Currency currency);
  }

  record Customer(String name, Status status) {}

  enum Status {
    NEW,
    KNOWN
  }
}

record Order(long id, List<Item> items, Money total, State state) {
  record Item(String name, Money price) {}

  enum State {
    OPEN,
    PAID
  }
}
