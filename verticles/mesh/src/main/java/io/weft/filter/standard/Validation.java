package io.weft.filter.standard;

import io.vertx.core.streams.ReadStream;
import io.weft.call.Call;
import io.weft.call.CallFailure;
import io.weft.call.Contract;
import io.weft.call.Policy;
import io.weft.call.Spec;
import io.weft.call.Trail;
import io.weft.contract.Code;
import java.lang.System.Logger.Level;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Checks requests before their handler runs, by the annotations of jakarta.validation on the
 * components of records and on parameters: {@code @NotBlank}, {@code @Size}, {@code @Min}, your
 * own, {@code @Valid} for what is nested. A call whose request breaks one fails with
 * INVALID_ARGUMENT, NOT_PROCESSED, and a message that names every field that failed, its value and
 * what is expected; an item of a stream that breaks one fails the call. Needs hibernate-validator
 * on the class path. Methods without annotations cost nothing. On a lane's thread; safe for all.
 *
 * @see <a href="https://jakarta.ee/specifications/bean-validation/3.1/">Jakarta Validation 3.1</a>
 */
public final class Validation implements Policy.OfItems {
  private static final System.Logger LOG = System.getLogger("io.weft.filter");
  private static final String LIBRARY = "org.hibernate.validator.HibernateValidator";
  private static final int MOST_FIELDS = 20;

  private final boolean[] checked;
  private final Beans beans;

  /** The library, kept out of sight: it may be absent. */
  interface Beans {
    /** What is wrong with a value, sorted by path. */
    List<Flaw> check(Object value);
  }

  /**
   * One thing that is wrong.
   *
   * @param path where, for example {@code items[2].count}
   * @param value what is there
   * @param expected a sentence without its subject
   */
  record Flaw(String path, @Nullable Object value, String expected) {
    String text() {
      String shown = Secrets.named(path) ? "***" : Brief.of(value, 80);
      return (path.isEmpty() ? "the whole" : Brief.name(path))
          + ": "
          + shown
          + " ("
          + expected
          + ")";
    }
  }

  private Validation(boolean[] checked, Beans beans) {
    this.checked = checked;
    this.beans = beans;
  }

  /**
   * The checks of a contract.
   *
   * @param contract the contract
   * @return null when it has no constraints, or the library is not on the class path
   */
  public static @Nullable Validation of(Contract<?> contract) {
    Set<String> names = new HashSet<>();
    for (var method : contract.type().getMethods()) {
      if (Constrained.method(method)) {
        names.add(method.getName());
      }
    }
    boolean[] checked = new boolean[0];
    for (Spec spec : contract.methods()) {
      int number = spec.name().number();
      if (names.contains(spec.name().method())) {
        checked = Arrays.copyOf(checked, Math.max(checked.length, number + 1));
        checked[number] = true;
      }
    }
    if (checked.length == 0) {
      return null;
    }
    if (!present()) {
      LOG.log(
          Level.WARNING,
          contract.service()
              + " has constraints on "
              + names
              + " that nothing checks (expected: org.hibernate.validator:hibernate-validator on the"
              + " class path)");
      return null;
    }
    return new Validation(checked, HibernateBeans.INSTANCE);
  }

  private static boolean present() {
    try {
      Class.forName(LIBRARY, false, Validation.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }

  @Override
  public @Nullable CallFailure enter(Call call, long nowNanos) {
    int number = call.spec().name().number();
    if (number >= checked.length || !checked[number] || call.request() instanceof ReadStream) {
      return null;
    }
    return flaws(call, call.request(), "the request");
  }

  @Override
  public @Nullable CallFailure item(Call call, Object item) {
    int number = call.spec().name().number();
    return number < checked.length && checked[number]
        ? flaws(call, item, "an item of the stream of requests")
        : null;
  }

  private @Nullable CallFailure flaws(Call call, Object value, String what) {
    List<Flaw> flaws;
    try {
      flaws = beans.check(value);
    } catch (RuntimeException e) {
      // A constraint that does not fit its type, or a user's own one that throws.
      return CallFailure.notProcessed(
          Code.INTERNAL, "the constraints on " + what + " of " + call.spec() + " fail: " + e);
    }
    if (flaws.isEmpty()) {
      return null;
    }
    Trail trail = call.metadata().trail();
    if (trail != null) {
      trail.add("validation: " + flaws.size() + " constraints of " + call.spec() + " are broken");
    }
    StringBuilder text = new StringBuilder(what).append(" of ").append(call.spec());
    text.append(" is not valid: ");
    for (int i = 0; i < flaws.size() && i < MOST_FIELDS; i++) {
      text.append(i == 0 ? "" : "; ").append(flaws.get(i).text());
    }
    if (flaws.size() > MOST_FIELDS) {
      text.append("; and ").append(flaws.size() - MOST_FIELDS).append(" more");
    }
    return CallFailure.notProcessed(Code.INVALID_ARGUMENT, text.toString());
  }
}
