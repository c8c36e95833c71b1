package golden.shared;

import java.util.Objects;
import javax.annotation.processing.Generated;

/** The parameters of a call. */
@Generated("io.weft.codegen.ContractProcessor")
@SuppressWarnings({"deprecation", "unchecked"})
final class In_BillsTotalRequest {
  final Order order;
  final In.Status status;

  In_BillsTotalRequest(Order order, In.Status status) {
    this.order = order;
    this.status = status;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof In_BillsTotalRequest same
        && Objects.equals(order, same.order)
        && Objects.equals(status, same.status);
  }

  @Override
  public int hashCode() {
    return Objects.hash(order, status);
  }

  @Override
  public String toString() {
    return "In_BillsTotalRequest[order=" + order + ", status=" + status + "]";
  }
}
