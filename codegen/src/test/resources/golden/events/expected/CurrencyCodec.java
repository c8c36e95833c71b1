package golden.events;

import io.weft.wire.WireException;
import javax.annotation.processing.Generated;

/** Numbers of {@code Currency}. */
@Generated("io.weft.codegen.ContractProcessor")
@SuppressWarnings({"deprecation", "unchecked"})
public final class CurrencyCodec {
  /** Numbers and types, for contracts in other modules. */
  public static final String SCHEMA =
      "0 EUR\n"
          + "1 USD";

  private CurrencyCodec() {}

  /** The number of a constant. */
  public static int number(Currency value) {
    return switch (value) {
      case EUR -> 0;
      case USD -> 1;
    };
  }

  /** The constant with a number. */
  public static Currency of(int number) {
    return switch (number) {
      case 0 -> Currency.EUR;
      case 1 -> Currency.USD;
      default ->
          throw new WireException(
              "number " + number + " of enum golden.events.Currency: the peer's contract is newer than this one");
    };
  }

  /** The constant with a name. */
  public static Currency named(String name) {
    return switch (name) {
      case "EUR" -> Currency.EUR;
      case "USD" -> Currency.USD;
      default ->
          throw new WireException(
              "name " + name + " of enum golden.events.Currency: the peer's contract is newer than this one");
    };
  }
}
