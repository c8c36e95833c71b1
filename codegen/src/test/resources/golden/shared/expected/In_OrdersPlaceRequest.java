package golden.shared;

import java.util.List;
import javax.annotation.processing.Generated;

/** The parameters of a call. */
@Generated("io.weft.codegen.ContractProcessor")
@SuppressWarnings({"deprecation", "unchecked"})
record In_OrdersPlaceRequest(List<Order.Item> items, In.Customer customer) {
}
