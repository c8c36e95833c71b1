package golden.shared;

import io.weft.wire.WireException;
import javax.annotation.processing.Generated;

/** Numbers of {@code Order.State}. */
@Generated("io.weft.codegen.ContractProcessor")
@SuppressWarnings({"deprecation", "unchecked"})
public final class Order_StateCodec {
  /** Numbers and types, for contracts in other modules. */
  public static final String SCHEMA =
      "0 OPEN\n"
          + "1 PAID";

  private Order_StateCodec() {}

  /** The number of a constant. */
  public static int number(Order.State value) {
    return switch (value) {
      case OPEN -> 0;
      case PAID -> 1;
    };
  }

  /** The constant with a number. */
  public static Order.State of(int number) {
    return switch (number) {
      case 0 -> Order.State.OPEN;
      case 1 -> Order.State.PAID;
      default ->
          throw new WireException(
              "number " + number + " of enum golden.shared.Order_State: the peer's contract is newer than this one");
    };
  }

  /** The constant with a name. */
  public static Order.State named(String name) {
    return switch (name) {
      case "OPEN" -> Order.State.OPEN;
      case "PAID" -> Order.State.PAID;
      default ->
          throw new WireException(
              "name " + name + " of enum golden.shared.Order_State: the peer's contract is newer than this one");
    };
  }
}
