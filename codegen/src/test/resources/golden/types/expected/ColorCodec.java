package golden.types;

import io.weft.wire.WireException;
import javax.annotation.processing.Generated;

/** Numbers of {@code Color}. */
@Generated("io.weft.codegen.ContractProcessor")
@SuppressWarnings({"deprecation", "unchecked"})
public final class ColorCodec {
  /** Numbers and types, for contracts in other modules. */
  public static final String SCHEMA =
      "0 RED\n"
          + "1 GREEN\n"
          + "2 BLUE";

  private ColorCodec() {}

  /** The number of a constant. */
  public static int number(Color value) {
    return switch (value) {
      case RED -> 0;
      case GREEN -> 1;
      case BLUE -> 2;
    };
  }

  /** The constant with a number. */
  public static Color of(int number) {
    return switch (number) {
      case 0 -> Color.RED;
      case 1 -> Color.GREEN;
      case 2 -> Color.BLUE;
      default ->
          throw new WireException(
              "number " + number + " of enum golden.types.Color: the peer's contract is newer than this one");
    };
  }

  /** The constant with a name. */
  public static Color named(String name) {
    return switch (name) {
      case "RED" -> Color.RED;
      case "GREEN" -> Color.GREEN;
      case "BLUE" -> Color.BLUE;
      default ->
          throw new WireException(
              "name " + name + " of enum golden.types.Color: the peer's contract is newer than this one");
    };
  }
}
