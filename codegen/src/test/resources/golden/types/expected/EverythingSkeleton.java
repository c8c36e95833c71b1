package golden.types;

import io.weft.call.Skeleton;
import javax.annotation.processing.Generated;

/** Serves {@code golden.types.Everything}. */
@Generated("io.weft.codegen.ContractProcessor")
@SuppressWarnings({"deprecation", "unchecked"})
final class EverythingSkeleton implements Skeleton {
  private final Everything service;

  EverythingSkeleton(Everything service) {
    this.service = service;
  }

  @Override
  public Object invoke(int number, Object request) {
    switch (number) {
      case 1 -> {
        return service.scalars((Scalars) request);
      }
      case 2 -> {
        return service.boxes((Boxes) request);
      }
      case 3 -> {
        return service.nullables((Nullables) request);
      }
      case 4 -> {
        return service.optionals((Optionals) request);
      }
      case 5 -> {
        return service.lists((Lists) request);
      }
      case 6 -> {
        return service.maps((Maps) request);
      }
      case 7 -> {
        return service.texts((Texts) request);
      }
      case 8 -> {
        return service.numbered((Numbered) request);
      }
      default ->
          throw new IllegalArgumentException(
              "method " + number + " of golden.types.Everything (known: 1, 2, 3, 4, 5, 6, 7, 8)");
    }
  }
}
