package golden.evolved;

import io.weft.wire.WireException;
import javax.annotation.processing.Generated;

/** Numbers of {@code Size}. */
@Generated("io.weft.codegen.ContractProcessor")
@SuppressWarnings({"deprecation", "unchecked"})
public final class SizeCodec {
  /** Numbers and types, for contracts in other modules. */
  public static final String SCHEMA =
      "3 TINY\n"
          + "0 SMALL\n"
          + "1 LARGE\n"
          + "reserved 2 HUGE";

  private SizeCodec() {}

  /** The number of a constant. */
  public static int number(Size value) {
    return switch (value) {
      case TINY -> 3;
      case SMALL -> 0;
      case LARGE -> 1;
    };
  }

  /** The constant with a number. */
  public static Size of(int number) {
    return switch (number) {
      case 3 -> Size.TINY;
      case 0 -> Size.SMALL;
      case 1 -> Size.LARGE;
      default ->
          throw new WireException(
              "number " + number + " of enum golden.evolved.Size: the peer's contract is newer than this one");
    };
  }

  /** The constant with a name. */
  public static Size named(String name) {
    return switch (name) {
      case "TINY" -> Size.TINY;
      case "SMALL" -> Size.SMALL;
      case "LARGE" -> Size.LARGE;
      default ->
          throw new WireException(
              "name " + name + " of enum golden.evolved.Size: the peer's contract is newer than this one");
    };
  }
}
