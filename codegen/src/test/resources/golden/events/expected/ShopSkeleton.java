package golden.events;

import io.weft.call.Skeleton;
import javax.annotation.processing.Generated;

/** Serves {@code acme.Store}. */
@Generated("io.weft.codegen.ContractProcessor")
@SuppressWarnings({"deprecation", "unchecked"})
final class ShopSkeleton implements Skeleton {
  private final Shop service;

  ShopSkeleton(Shop service) {
    this.service = service;
  }

  @Override
  public Object invoke(int number, Object request) {
    switch (number) {
      case 1 -> {
        return service.price((Shop.Sold) request);
      }
      default ->
          throw new IllegalArgumentException(
              "method " + number + " of acme.Store (known: 1)");
    }
  }
}
