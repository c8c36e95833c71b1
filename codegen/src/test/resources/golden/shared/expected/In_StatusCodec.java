package golden.shared;

import io.weft.wire.WireException;
import javax.annotation.processing.Generated;

/** Numbers of {@code In.Status}. */
@Generated("io.weft.codegen.ContractProcessor")
@SuppressWarnings({"deprecation", "unchecked"})
public final class In_StatusCodec {
  /** Numbers and types, for contracts in other modules. */
  public static final String SCHEMA =
      "0 NEW\n"
          + "1 KNOWN";

  private In_StatusCodec() {}

  /** The number of a constant. */
  public static int number(In.Status value) {
    return switch (value) {
      case NEW -> 0;
      case KNOWN -> 1;
    };
  }

  /** The constant with a number. */
  public static In.Status of(int number) {
    return switch (number) {
      case 0 -> In.Status.NEW;
      case 1 -> In.Status.KNOWN;
      default ->
          throw new WireException(
              "number " + number + " of enum golden.shared.In_Status: the peer's contract is newer than this one");
    };
  }

  /** The constant with a name. */
  public static In.Status named(String name) {
    return switch (name) {
      case "NEW" -> In.Status.NEW;
      case "KNOWN" -> In.Status.KNOWN;
      default ->
          throw new WireException(
              "name " + name + " of enum golden.shared.In_Status: the peer's contract is newer than this one");
    };
  }
}
