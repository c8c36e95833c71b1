package golden.shared.model;

import io.weft.wire.WireException;
import javax.annotation.processing.Generated;

/** Numbers of {@code Money.Currency}. */
@Generated("io.weft.codegen.ContractProcessor")
@SuppressWarnings({"deprecation", "unchecked"})
public final class Money_CurrencyCodec {
  /** Numbers and types, for contracts in other modules. */
  public static final String SCHEMA =
      "0 EUR\n"
          + "1 USD";

  private Money_CurrencyCodec() {}

  /** The number of a constant. */
  public static int number(Money.Currency value) {
    return switch (value) {
      case EUR -> 0;
      case USD -> 1;
    };
  }

  /** The constant with a number. */
  public static Money.Currency of(int number) {
    return switch (number) {
      case 0 -> Money.Currency.EUR;
      case 1 -> Money.Currency.USD;
      default ->
          throw new WireException(
              "number " + number + " of enum golden.shared.model.Money_Currency: the peer's contract is newer than this one");
    };
  }

  /** The constant with a name. */
  public static Money.Currency named(String name) {
    return switch (name) {
      case "EUR" -> Money.Currency.EUR;
      case "USD" -> Money.Currency.USD;
      default ->
          throw new WireException(
              "name " + name + " of enum golden.shared.model.Money_Currency: the peer's contract is newer than this one");
    };
  }
}
