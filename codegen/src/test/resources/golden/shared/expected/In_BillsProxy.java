package golden.shared;

import golden.shared.model.Money;
import io.vertx.core.Future;
import io.weft.call.Caller;
import javax.annotation.processing.Generated;

/** Calls {@code shop.Billing}. */
@Generated("io.weft.codegen.ContractProcessor")
@SuppressWarnings({"deprecation", "unchecked"})
final class In_BillsProxy implements In.Bills {
  private final Caller caller;

  In_BillsProxy(Caller caller) {
    this.caller = caller;
  }

  @Override
  public Future<Money> total(Order order, In.Status status) {
    return caller.unary(In_BillsSpecs.TOTAL, new In_BillsTotalRequest(order, status));
  }

  @Override
  public Future<In.Orders.Cancelled> refund(In.Customer customer) {
    return caller.unary(In_BillsSpecs.REFUND, customer);
  }

  @Override
  public Future<In.Bills.Rate> rate(Money.Currency currency) {
    return caller.unary(In_BillsSpecs.RATE, new In_BillsRateRequest(currency));
  }
}
