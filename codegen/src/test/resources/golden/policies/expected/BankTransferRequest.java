package golden.policies;

import java.util.Objects;
import javax.annotation.processing.Generated;

/** The parameters of a call. */
@Generated("io.weft.codegen.ContractProcessor")
@SuppressWarnings({"deprecation", "unchecked"})
final class BankTransferRequest {
  final long from;
  final long to;
  final long cents;

  BankTransferRequest(long from, long to, long cents) {
    this.from = from;
    this.to = to;
    this.cents = cents;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof BankTransferRequest same
        && Objects.equals(from, same.from)
        && Objects.equals(to, same.to)
        && Objects.equals(cents, same.cents);
  }

  @Override
  public int hashCode() {
    return Objects.hash(from, to, cents);
  }

  @Override
  public String toString() {
    return "BankTransferRequest[from=" + from + ", to=" + to + ", cents=" + cents + "]";
  }
}
