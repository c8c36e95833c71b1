package io.weft.call;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Who makes a call. Set by whoever has checked it, a bridge or an authenticator, and travels with
 * the call and all calls below it.
 *
 * @param subject a name that is unique for its issuer, not empty
 * @param roles what it may do
 * @param claims what else its issuer says about it; goes to every callee, so no secrets
 */
public record Principal(String subject, Set<String> roles, Map<String, String> claims) {
  private static final int LONGEST_KNOWN = 2_048;
  private static final AtomicReferenceArray<Known> KNOWN = new AtomicReferenceArray<>(1_024);

  /** Checks and copies the values. */
  public Principal {
    if (subject.isEmpty()) {
      throw new IllegalArgumentException("subject: empty (expected: a name)");
    }
    roles = Set.copyOf(roles);
    claims = Map.copyOf(claims);
    checkText(subject);
    roles.forEach(Principal::checkText);
    claims.forEach(
        (key, value) -> {
          checkText(key);
          checkText(value);
        });
  }

  /** Half characters become question marks on the wire: two names would be one. */
  private static void checkText(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isSurrogate(c)) {
        if (i + 1 == text.length() || !Character.isSurrogatePair(c, text.charAt(i + 1))) {
          throw new IllegalArgumentException(
              "half of a surrogate pair at " + i + " (expected: Unicode text)");
        }
        i++;
      }
    }
  }

  /**
   * A principal with roles only.
   *
   * @param subject not empty
   * @param roles what it may do
   * @return the principal
   */
  public static Principal of(String subject, String... roles) {
    return new Principal(subject, Set.of(roles), Map.of());
  }

  /**
   * Whether it has one of some roles.
   *
   * @param wanted the roles
   * @return true if it has one
   */
  public boolean hasAny(Iterable<String> wanted) {
    for (String role : wanted) {
      if (roles.contains(role)) {
        return true;
      }
    }
    return false;
  }

  /** The form on the wire: JSON with sorted keys. */
  String text() {
    JsonObject json = new JsonObject().put("sub", subject);
    if (!roles.isEmpty()) {
      json.put("roles", new JsonArray(List.copyOf(new TreeSet<>(roles))));
    }
    new TreeMap<>(claims).forEach((key, value) -> json.put("c." + key, value));
    return json.encode();
  }

  /**
   * Reads the form on the wire. Few callers make most calls, so the last ones are kept by their
   * text: a place for each hash, without locks. At most 32 characters go into the hash: all of a
   * long text would cost more than the rest.
   *
   * @throws RuntimeException when it is none
   */
  static Principal parse(String text) {
    int length = text.length();
    int step = (length >> 5) + 1;
    int hash = length;
    for (int i = 0; i < length; i += step) {
      hash = 31 * hash + text.charAt(i);
    }
    int place = (hash ^ hash >>> 10) & KNOWN.length() - 1;
    Known known = KNOWN.get(place);
    if (known != null && known.text.equals(text)) {
      return known.principal;
    }
    Principal principal = of(new JsonObject(text));
    if (length <= LONGEST_KNOWN) {
      KNOWN.set(place, new Known(text, principal));
    }
    return principal;
  }

  private record Known(String text, Principal principal) {}

  private static Principal of(JsonObject json) {
    Map<String, String> claims = new TreeMap<>();
    for (Map.Entry<String, Object> entry : json) {
      if (entry.getKey().startsWith("c.")) {
        claims.put(entry.getKey().substring(2), (String) entry.getValue());
      }
    }
    Set<String> roles = new TreeSet<>();
    json.getJsonArray("roles", new JsonArray()).forEach(role -> roles.add((String) role));
    return new Principal((String) json.getValue("sub"), roles, claims);
  }
}
