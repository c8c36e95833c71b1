package golden.shared;

import golden.shared.model.Money;
import java.util.Objects;
import javax.annotation.processing.Generated;

/** The parameters of a call. */
@Generated("io.weft.codegen.ContractProcessor")
@SuppressWarnings({"deprecation", "unchecked"})
final class In_BillsRateRequest {
  final Money.Currency currency;

  In_BillsRateRequest(Money.Currency currency) {
    this.currency = currency;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof In_BillsRateRequest same
        && Objects.equals(currency, same.currency);
  }

  @Override
  public int hashCode() {
    return Objects.hash(currency);
  }

  @Override
  public String toString() {
    return "In_BillsRateRequest[currency=" + currency + "]";
  }
}
