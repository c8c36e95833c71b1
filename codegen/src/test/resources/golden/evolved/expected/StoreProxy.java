package golden.evolved;

import io.vertx.core.Future;
import io.weft.call.Caller;
import javax.annotation.processing.Generated;

/** Calls {@code golden.evolved.Store}. */
@Generated("io.weft.codegen.ContractProcessor")
@SuppressWarnings({"deprecation", "unchecked"})
final class StoreProxy implements Store {
  private final Caller caller;

  StoreProxy(Caller caller) {
    this.caller = caller;
  }

  @Override
  public Future<Item> get(String section, String id) {
    return caller.unary(StoreSpecs.GET, new StoreGetRequest(section, id));
  }

  @Override
  public Future<Item> place(Item item) {
    return caller.unary(StoreSpecs.PLACE, item);
  }
}
