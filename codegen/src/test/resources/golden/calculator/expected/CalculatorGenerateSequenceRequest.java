package golden.calculator;

import java.util.Objects;
import javax.annotation.processing.Generated;

/** The parameters of a call. */
@Generated("io.weft.codegen.ContractProcessor")
@SuppressWarnings({"deprecation", "unchecked"})
final class CalculatorGenerateSequenceRequest {
  final int n;

  CalculatorGenerateSequenceRequest(int n) {
    this.n = n;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CalculatorGenerateSequenceRequest same
        && Objects.equals(n, same.n);
  }

  @Override
  public int hashCode() {
    return Objects.hash(n);
  }

  @Override
  public String toString() {
    return "CalculatorGenerateSequenceRequest[n=" + n + "]";
  }
}
