package io.weft.telemetry.tap;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Which calls somebody wants to see.
 *
 * @param service a full service name or its end behind a dot, in any case; null for all
 * @param method a method's Java name, in any case; null for all
 * @param code an outcome as {@link TappedCall#code}; null for all
 * @param leastNanos the shortest time, 0 for all
 * @param perSecond how many calls a second at most, 1 or more
 */
public record TapFilter(
    @Nullable String service,
    @Nullable String method,
    @Nullable String code,
    long leastNanos,
    int perSecond) {
  /** Checks the rate. */
  public TapFilter {
    if (perSecond < 1) {
      throw new IllegalArgumentException("rate: " + perSecond + " (expected: 1 or more)");
    }
  }

  boolean takes(String calledService, String calledMethod, String outcome, long nanos) {
    return nanos >= leastNanos
        && (method == null || method.equalsIgnoreCase(calledMethod))
        && (code == null || code.equalsIgnoreCase(outcome))
        && (service == null || named(service.toLowerCase(Locale.ROOT), calledService));
  }

  private static boolean named(String wanted, String full) {
    String name = full.toLowerCase(Locale.ROOT);
    return name.equals(wanted) || name.endsWith("." + wanted);
  }
}
