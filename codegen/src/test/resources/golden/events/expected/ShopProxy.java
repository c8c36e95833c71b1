package golden.events;

import io.vertx.core.Future;
import io.weft.call.Caller;
import javax.annotation.processing.Generated;

/** Calls {@code acme.Store}. */
@Generated("io.weft.codegen.ContractProcessor")
@SuppressWarnings({"deprecation", "unchecked"})
final class ShopProxy implements Shop {
  private final Caller caller;

  ShopProxy(Caller caller) {
    this.caller = caller;
  }

  @Override
  public Future<Price> price(Shop.Sold sold) {
    return caller.unary(ShopSpecs.PRICE, sold);
  }
}
