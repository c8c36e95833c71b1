package golden.shared;

import javax.annotation.processing.Generated;

/** The parameters of a call. */
@Generated("io.weft.codegen.ContractProcessor")
@SuppressWarnings({"deprecation", "unchecked"})
record In_BillsTotalRequest(Order order, In.Status status) {
}
