package golden.shared;

import golden.shared.model.Money;
import javax.annotation.processing.Generated;

/** The parameters of a call. */
@Generated("io.weft.codegen.ContractProcessor")
@SuppressWarnings({"deprecation", "unchecked"})
record In_BillsRateRequest(Money.Currency currency) {
}
