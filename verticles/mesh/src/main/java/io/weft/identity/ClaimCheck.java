package io.weft.identity;

import io.weft.call.Principal;
import io.weft.identity.CompactToken.Refused;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What a token has to say (RFC 7519 §4.1), and the principal that follows from it. */
final class ClaimCheck {
  /** The last second of the year 9999: what comes later is a mistake of units. */
  private static final double LAST_SECOND = 253_402_300_799d;

  private static final int LONGEST_NAME = 512;

  private final JwtOptions options;

  ClaimCheck(JwtOptions options) {
    this.options = options;
  }

  /**
   * Somebody, for some time.
   *
   * @param principal who
   * @param untilMillis the token counts before this moment, leeway included; since 1970
   */
  record Verified(Principal principal, long untilMillis) {}

  /**
   * Checks claims.
   *
   * @param nowMillis since 1970
   * @throws Refused when they are not for us, or not now
   */
  Verified check(Map<String, @Nullable Object> claims, long nowMillis) throws Refused {
    if (!options.issuer().equals(claims.get("iss"))) {
      throw new Refused("its issuer (iss) is not " + options.issuer());
    }
    Object audience = claims.get("aud");
    if (!(audience instanceof List<?> list
        ? list.contains(options.audience())
        : options.audience().equals(audience))) {
      throw new Refused("its audience (aud) is not " + options.audience());
    }
    long leeway = options.leeway().toMillis();
    Long expires = time(claims, "exp");
    if (expires == null) {
      throw new Refused("it has no expiry (exp)");
    }
    if (nowMillis >= expires + leeway) {
      throw new Refused("it expired; get a new one");
    }
    for (String name : List.of("nbf", "iat")) {
      Long starts = time(claims, name);
      if (starts != null && nowMillis < starts - leeway) {
        throw new Refused("it counts only later (" + name + "); compare the clocks");
      }
    }
    return new Verified(principal(claims), expires + leeway);
  }

  private static @Nullable Long time(Map<String, @Nullable Object> claims, String name)
      throws Refused {
    if (!claims.containsKey(name)) {
      return null;
    }
    if (claims.get(name) instanceof Double seconds && seconds >= 0 && seconds <= LAST_SECOND) {
      return (long) (seconds * 1_000);
    }
    throw new Refused("its " + name + " is not a number of seconds since 1970");
  }

  private Principal principal(Map<String, @Nullable Object> claims) throws Refused {
    String subject = name(claims.get(options.subjectClaim()), options.subjectClaim());
    Set<String> roles = roles(at(claims, options.rolesClaim()));
    Map<String, String> travelling = new TreeMap<>();
    for (String name : options.claims()) {
      Object value = at(claims, name);
      if (value instanceof String || value instanceof Boolean) {
        travelling.put(name, value.toString());
      } else if (value instanceof Double number) {
        travelling.put(name, BigDecimal.valueOf(number).stripTrailingZeros().toPlainString());
      }
    }
    try {
      return new Principal(subject, roles, travelling);
    } catch (IllegalArgumentException e) {
      throw new Refused("its names are no proper text");
    }
  }

  /** A name for logs and comparing: nothing that would start a new line there. */
  private static String name(@Nullable Object value, String claim) throws Refused {
    if (value instanceof String text
        && !text.isBlank()
        && text.length() <= LONGEST_NAME
        && text.chars().noneMatch(Character::isISOControl)) {
      return text;
    }
    throw new Refused(
        "its " + claim + " is not a name of 1 to " + LONGEST_NAME + " printable characters");
  }

  private Set<String> roles(@Nullable Object value) throws Refused {
    Set<String> roles = new TreeSet<>();
    if (value instanceof String text) {
      for (String role : text.split(" ", -1)) {
        if (!role.isEmpty()) {
          roles.add(name(role, options.rolesClaim()));
        }
      }
    } else if (value instanceof List<?> list) {
      for (Object role : list) {
        roles.add(name(role, options.rolesClaim()));
      }
    } else if (value != null) {
      throw new Refused("its " + options.rolesClaim() + " is neither a list nor a text");
    }
    return roles;
  }

  /** A claim of that very name, else what its dots lead to. */
  private static @Nullable Object at(Map<?, ?> claims, String path) {
    if (claims.containsKey(path)) {
      return claims.get(path);
    }
    int dot = path.indexOf('.');
    return dot > 0 && claims.get(path.substring(0, dot)) instanceof Map<?, ?> inner
        ? at(inner, path.substring(dot + 1))
        : null;
  }
}
