package golden.sealed;

import io.weft.call.Skeleton;
import javax.annotation.processing.Generated;

/** Serves {@code golden.sealed.Drawing}. */
@Generated("io.weft.codegen.ContractProcessor")
@SuppressWarnings({"deprecation", "unchecked"})
final class DrawingSkeleton implements Skeleton {
  private final Drawing service;

  DrawingSkeleton(Drawing service) {
    this.service = service;
  }

  @Override
  public Object invoke(int number, Object request) {
    switch (number) {
      case 1 -> {
        DrawingGrowRequest call = (DrawingGrowRequest) request;
        return service.grow(call.shape, call.factor);
      }
      case 2 -> {
        return service.watch((Drawing.Filter) request);
      }
      case 3 -> {
        return service.mirror((Tree) request);
      }
      default ->
          throw new IllegalArgumentException(
              "method " + number + " of golden.sealed.Drawing (known: 1, 2, 3)");
    }
  }
}
