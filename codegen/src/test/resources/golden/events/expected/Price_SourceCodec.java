package golden.events;

import io.weft.wire.WireException;
import javax.annotation.processing.Generated;

/** Numbers of {@code Price.Source}. */
@Generated("io.weft.codegen.ContractProcessor")
@SuppressWarnings({"deprecation", "unchecked"})
public final class Price_SourceCodec {
  /** Numbers and types, for contracts in other modules. */
  public static final String SCHEMA =
      "0 FEED\n"
          + "1 DESK";

  private Price_SourceCodec() {}

  /** The number of a constant. */
  public static int number(Price.Source value) {
    return switch (value) {
      case FEED -> 0;
      case DESK -> 1;
    };
  }

  /** The constant with a number. */
  public static Price.Source of(int number) {
    return switch (number) {
      case 0 -> Price.Source.FEED;
      case 1 -> Price.Source.DESK;
      default ->
          throw new WireException(
              "number " + number + " of enum golden.events.Price_Source: the peer's contract is newer than this one");
    };
  }

  /** The constant with a name. */
  public static Price.Source named(String name) {
    return switch (name) {
      case "FEED" -> Price.Source.FEED;
      case "DESK" -> Price.Source.DESK;
      default ->
          throw new WireException(
              "name " + name + " of enum golden.events.Price_Source: the peer's contract is newer than this one");
    };
  }
}
