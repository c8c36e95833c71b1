package golden.shared;

import io.weft.call.Skeleton;
import javax.annotation.processing.Generated;

/** Serves {@code golden.shared.In.Orders}. */
@Generated("io.weft.codegen.ContractProcessor")
@SuppressWarnings({"deprecation", "unchecked"})
final class In_OrdersSkeleton implements Skeleton {
  private final In.Orders service;

  In_OrdersSkeleton(In.Orders service) {
    this.service = service;
  }

  @Override
  public Object invoke(int number, Object request) {
    switch (number) {
      case 1 -> {
        In_OrdersPlaceRequest call = (In_OrdersPlaceRequest) request;
        return service.place(call.items, call.customer);
      }
      case 2 -> {
        return service.watch((In.Customer) request);
      }
      case 3 -> {
        return service.cancel((Order) request);
      }
      default ->
          throw new IllegalArgumentException(
              "method " + number + " of golden.shared.In.Orders (known: 1, 2, 3)");
    }
  }
}
