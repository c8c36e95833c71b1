package golden.policies;

import java.util.Objects;
import javax.annotation.processing.Generated;

/** The parameters of a call. */
@Generated("io.weft.codegen.ContractProcessor")
@SuppressWarnings({"deprecation", "unchecked"})
final class BankOnceRequest {
  BankOnceRequest() {
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof BankOnceRequest;
  }

  @Override
  public int hashCode() {
    return Objects.hash();
  }

  @Override
  public String toString() {
    return "BankOnceRequest[]";
  }
}
