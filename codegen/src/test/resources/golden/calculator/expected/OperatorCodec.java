package golden.calculator;

import io.weft.wire.WireException;
import javax.annotation.processing.Generated;

/** Numbers of {@code Operator}. */
@Generated("io.weft.codegen.ContractProcessor")
@SuppressWarnings({"deprecation", "unchecked"})
public final class OperatorCodec {
  /** Numbers and types, for contracts in other modules. */
  public static final String SCHEMA =
      "0 PLUS\n"
          + "1 MINUS";

  private OperatorCodec() {}

  /** The number of a constant. */
  public static int number(Operator value) {
    return switch (value) {
      case PLUS -> 0;
      case MINUS -> 1;
    };
  }

  /** The constant with a number. */
  public static Operator of(int number) {
    return switch (number) {
      case 0 -> Operator.PLUS;
      case 1 -> Operator.MINUS;
      default ->
          throw new WireException(
              "number " + number + " of enum golden.calculator.Operator: the peer's contract is newer than this one");
    };
  }

  /** The constant with a name. */
  public static Operator named(String name) {
    return switch (name) {
      case "PLUS" -> Operator.PLUS;
      case "MINUS" -> Operator.MINUS;
      default ->
          throw new WireException(
              "name " + name + " of enum golden.calculator.Operator: the peer's contract is newer than this one");
    };
  }
}
