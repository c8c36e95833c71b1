package golden.calculator;

import io.weft.wire.WireException;
import javax.annotation.processing.Generated;

/** Numbers of {@code Priority}. */
@Generated("io.weft.codegen.ContractProcessor")
@SuppressWarnings({"deprecation", "unchecked"})
public final class PriorityCodec {
  /** Numbers and types, for contracts in other modules. */
  public static final String SCHEMA =
      "0 LOW\n"
          + "1 NORMAL\n"
          + "2 HIGH";

  private PriorityCodec() {}

  /** The number of a constant. */
  public static int number(Priority value) {
    return switch (value) {
      case LOW -> 0;
      case NORMAL -> 1;
      case HIGH -> 2;
    };
  }

  /** The constant with a number. */
  public static Priority of(int number) {
    return switch (number) {
      case 0 -> Priority.LOW;
      case 1 -> Priority.NORMAL;
      case 2 -> Priority.HIGH;
      default ->
          throw new WireException(
              "number " + number + " of enum golden.calculator.Priority: the peer's contract is newer than this one");
    };
  }

  /** The constant with a name. */
  public static Priority named(String name) {
    return switch (name) {
      case "LOW" -> Priority.LOW;
      case "NORMAL" -> Priority.NORMAL;
      case "HIGH" -> Priority.HIGH;
      default ->
          throw new WireException(
              "name " + name + " of enum golden.calculator.Priority: the peer's contract is newer than this one");
    };
  }
}
