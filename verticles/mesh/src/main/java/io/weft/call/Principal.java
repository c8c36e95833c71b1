package io.weft.call;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Who makes a call. Set by whoever has checked it, a bridge or an authenticator, and travels with
 * the call and all calls below it.
 *
 * @param subject a name that is unique for its issuer, not empty
 * @param roles what it may do
 * @param claims what else its issuer says about it; goes to every callee, so no secrets
 */
public record Principal(String subject, Set<String> roles, Map<String, String> claims) {
  /** Checks and copies the values. */
  public Principal {
    if (subject.isEmpty()) {
      throw new IllegalArgumentException("subject: empty (expected: a name)");
    }
    roles = Set.copyOf(roles);
    claims = Map.copyOf(claims);
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
      json.put("roles", new JsonArray(java.util.List.copyOf(new TreeSet<>(roles))));
    }
    new TreeMap<>(claims).forEach((key, value) -> json.put("c." + key, value));
    return json.encode();
  }

  /**
   * Reads the form on the wire.
   *
   * @throws RuntimeException when it is none
   */
  static Principal of(JsonObject json) {
    Map<String, String> claims = new TreeMap<>();
    for (Map.Entry<String, Object> entry : json) {
      if (entry.getKey().startsWith("c.")) {
        claims.put(entry.getKey().substring(2), (String) entry.getValue());
      }
    }
    Set<String> roles = new TreeSet<>();
    json.getJsonArray("roles", new JsonArray()).forEach(role -> roles.add((String) role));
    return new Principal(json.getString("sub"), roles, claims);
  }
}
