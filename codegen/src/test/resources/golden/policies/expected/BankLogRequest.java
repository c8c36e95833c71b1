package golden.policies;

import java.util.Objects;
import javax.annotation.processing.Generated;

/** The parameters of a call. */
@Generated("io.weft.codegen.ContractProcessor")
@SuppressWarnings({"deprecation", "unchecked"})
final class BankLogRequest {
  final String line;

  BankLogRequest(String line) {
    this.line = line;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof BankLogRequest same
        && Objects.equals(line, same.line);
  }

  @Override
  public int hashCode() {
    return Objects.hash(line);
  }

  @Override
  public String toString() {
    return "BankLogRequest[line=" + line + "]";
  }
}
