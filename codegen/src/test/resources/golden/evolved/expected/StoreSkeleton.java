package golden.evolved;

import io.weft.call.Skeleton;
import javax.annotation.processing.Generated;

/** Serves {@code golden.evolved.Store}. */
@Generated("io.weft.codegen.ContractProcessor")
@SuppressWarnings({"deprecation", "unchecked"})
final class StoreSkeleton implements Skeleton {
  private final Store service;

  StoreSkeleton(Store service) {
    this.service = service;
  }

  @Override
  public Object invoke(int number, Object request) {
    switch (number) {
      case 3 -> {
        StoreGetRequest call = (StoreGetRequest) request;
        return service.get(call.section, call.id);
      }
      case 1 -> {
        return service.place((Item) request);
      }
      default ->
          throw new IllegalArgumentException(
              "method " + number + " of golden.evolved.Store (known: 1, 3)");
    }
  }
}
