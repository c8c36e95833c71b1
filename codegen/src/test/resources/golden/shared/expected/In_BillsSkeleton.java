package golden.shared;

import io.weft.call.Skeleton;
import javax.annotation.processing.Generated;

/** Serves {@code shop.Billing}. */
@Generated("io.weft.codegen.ContractProcessor")
@SuppressWarnings({"deprecation", "unchecked"})
final class In_BillsSkeleton implements Skeleton {
  private final In.Bills service;

  In_BillsSkeleton(In.Bills service) {
    this.service = service;
  }

  @Override
  public Object invoke(int number, Object request) {
    switch (number) {
      case 1 -> {
        In_BillsTotalRequest call = (In_BillsTotalRequest) request;
        return service.total(call.order, call.status);
      }
      case 2 -> {
        return service.refund((In.Customer) request);
      }
      case 3 -> {
        In_BillsRateRequest call = (In_BillsRateRequest) request;
        return service.rate(call.currency);
      }
      default ->
          throw new IllegalArgumentException(
              "method " + number + " of shop.Billing (known: 1, 2, 3)");
    }
  }
}
