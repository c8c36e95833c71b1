package golden.shared.model;

import java.math.BigDecimal;

public record Money(BigDecimal amount, Currency currency) {
  public enum Currency {
    EUR,
    USD
  }
}
