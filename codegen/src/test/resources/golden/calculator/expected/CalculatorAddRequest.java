package golden.calculator;

import java.util.Objects;
import javax.annotation.processing.Generated;

/** The parameters of a call. */
@Generated("io.weft.codegen.ContractProcessor")
@SuppressWarnings({"deprecation", "unchecked"})
final class CalculatorAddRequest {
  final double a;
  final double b;

  CalculatorAddRequest(double a, double b) {
    this.a = a;
    this.b = b;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CalculatorAddRequest same
        && Objects.equals(a, same.a)
        && Objects.equals(b, same.b);
  }

  @Override
  public int hashCode() {
    return Objects.hash(a, b);
  }

  @Override
  public String toString() {
    return "CalculatorAddRequest[a=" + a + ", b=" + b + "]";
  }
}
