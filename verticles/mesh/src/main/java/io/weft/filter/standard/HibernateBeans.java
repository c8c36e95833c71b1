package io.weft.filter.standard;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.hibernate.validator.HibernateValidator;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;

/**
 * The one class that knows hibernate-validator; loaded only where there are constraints. Without
 * XML, without the expression language, messages in English wherever it runs.
 */
final class HibernateBeans implements Validation.Beans {
  static final HibernateBeans INSTANCE = new HibernateBeans();

  private static final Comparator<Validation.Flaw> ORDER =
      Comparator.comparing(Validation.Flaw::path).thenComparing(Validation.Flaw::expected);

  private final Validator validator =
      jakarta.validation.Validation.byProvider(HibernateValidator.class)
          // Not searched for: class loaders of users' jars would each find another one.
          .providerResolver(() -> List.of(new HibernateValidator()))
          .configure()
          .ignoreXmlConfiguration()
          .messageInterpolator(
              new ParameterMessageInterpolator(Set.of(Locale.ENGLISH), Locale.ENGLISH, false))
          .buildValidatorFactory()
          .getValidator();

  private HibernateBeans() {}

  @Override
  public List<Validation.Flaw> check(Object value) {
    Set<ConstraintViolation<Object>> violations = validator.validate(value);
    return violations.isEmpty()
        ? List.of()
        : violations.stream().map(HibernateBeans::flaw).sorted(ORDER).toList();
  }

  private static Validation.Flaw flaw(ConstraintViolation<Object> found) {
    return new Validation.Flaw(
        found.getPropertyPath().toString(), found.getInvalidValue(), found.getMessage());
  }
}
