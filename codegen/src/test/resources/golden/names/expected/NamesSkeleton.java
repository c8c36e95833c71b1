package golden.names;

import io.weft.call.Skeleton;
import javax.annotation.processing.Generated;

/** Serves {@code golden.names.Names}. */
@Generated("io.weft.codegen.ContractProcessor")
@SuppressWarnings({"deprecation", "unchecked"})
final class NamesSkeleton implements Skeleton {
  private final Names service;

  NamesSkeleton(Names service) {
    this.service = service;
  }

  @Override
  public Object invoke(int number, Object request) {
    switch (number) {
      case 1 -> {
        return service.contract((Reader) request);
      }
      case 2 -> {
        NamesMethodsRequest call = (NamesMethodsRequest) request;
        return service.methods(call.caller, call.value, call.in, call.out, call.tag, call.notify);
      }
      case 3 -> {
        return service.thing((Thing) request);
      }
      case 4 -> {
        return service.count((List) request);
      }
      case 5 -> {
        return service.caller((Names.Future2) request);
      }
      default ->
          throw new IllegalArgumentException(
              "method " + number + " of golden.names.Names (known: 1, 2, 3, 4, 5)");
    }
  }
}
