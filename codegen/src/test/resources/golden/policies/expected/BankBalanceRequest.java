package golden.policies;

import java.util.Objects;
import javax.annotation.processing.Generated;

/** The parameters of a call. */
@Generated("io.weft.codegen.ContractProcessor")
@SuppressWarnings({"deprecation", "unchecked"})
final class BankBalanceRequest {
  final long account;

  BankBalanceRequest(long account) {
    this.account = account;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof BankBalanceRequest same
        && Objects.equals(account, same.account);
  }

  @Override
  public int hashCode() {
    return Objects.hash(account);
  }

  @Override
  public String toString() {
    return "BankBalanceRequest[account=" + account + "]";
  }
}
