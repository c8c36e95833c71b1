package golden.shared;

import java.util.List;
import java.util.Objects;
import javax.annotation.processing.Generated;

/** The parameters of a call. */
@Generated("io.weft.codegen.ContractProcessor")
@SuppressWarnings({"deprecation", "unchecked"})
final class In_OrdersPlaceRequest {
  final List<Order.Item> items;
  final In.Customer customer;

  In_OrdersPlaceRequest(List<Order.Item> items, In.Customer customer) {
    this.items = items;
    this.customer = customer;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof In_OrdersPlaceRequest same
        && Objects.equals(items, same.items)
        && Objects.equals(customer, same.customer);
  }

  @Override
  public int hashCode() {
    return Objects.hash(items, customer);
  }

  @Override
  public String toString() {
    return "In_OrdersPlaceRequest[items=" + items + ", customer=" + customer + "]";
  }
}
