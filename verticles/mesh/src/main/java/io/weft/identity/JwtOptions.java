package io.weft.identity;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * Which tokens count. Issuer and audience have no default: a token made for another service must
 * not open this one (RFC 8725 §3.8, §3.9).
 *
 * @param issuer the {@code iss} that a token must have
 * @param audience what must be among its {@code aud}
 * @param keys a file of the issuer's public keys: a JWK set (RFC 7517), or PEM with public keys or
 *     certificates
 * @param algorithms the {@code alg} values that are accepted, default RS256 and ES256; only {@link
 *     #SUPPORTED} ones
 * @param leeway how far the clocks may differ, default 30 s, at most 5 min
 * @param rolesClaim where the roles are, default {@code roles}; dots go down into objects, as in
 *     {@code realm_access.roles}, unless a claim has just that name; a list, or a text with spaces
 *     between
 * @param subjectClaim what names the principal, default {@code sub}
 * @param claims which claims travel with the calls besides, default {@code iss}; each costs its
 *     bytes in every call
 * @param reload how often the file is looked at, default 30 s
 */
public record JwtOptions(
    String issuer,
    String audience,
    Path keys,
    Set<String> algorithms,
    Duration leeway,
    String rolesClaim,
    String subjectClaim,
    List<String> claims,
    Duration reload) {
  /** What {@link #algorithms} may name; HS256 and its like, and {@code none}, are not among it. */
  public static final List<String> SUPPORTED =
      java.util.Arrays.stream(Algorithm.values()).map(Algorithm::header).toList();

  private static final Duration MOST_LEEWAY = Duration.ofMinutes(5);

  /** Checks the values. */
  public JwtOptions {
    present("issuer", issuer, "the iss of your tokens");
    present("audience", audience, "what your tokens name as aud");
    present("rolesClaim", rolesClaim, "a claim, as roles or realm_access.roles");
    present("subjectClaim", subjectClaim, "a claim, as sub");
    algorithms = Set.copyOf(algorithms);
    claims = List.copyOf(claims);
    if (algorithms.isEmpty() || !SUPPORTED.containsAll(algorithms)) {
      throw new IllegalArgumentException(
          "algorithms: " + algorithms + " (expected: at least one, all of " + SUPPORTED + ")");
    }
    if (leeway.isNegative() || leeway.compareTo(MOST_LEEWAY) > 0) {
      throw new IllegalArgumentException("leeway: " + leeway + " (expected: 0 to 5 minutes)");
    }
    if (reload.isNegative() || reload.isZero()) {
      throw new IllegalArgumentException("reload: " + reload + " (expected: greater than 0)");
    }
  }

  private static void present(String name, String value, String expected) {
    if (value.isBlank()) {
      throw new IllegalArgumentException(name + ": empty (expected: " + expected + ")");
    }
  }

  /**
   * The defaults named above.
   *
   * @param issuer the {@code iss} that a token must have
   * @param audience what must be among its {@code aud}
   * @param keys the file of public keys
   * @return the options
   */
  public static JwtOptions of(String issuer, String audience, Path keys) {
    return new JwtOptions(
        issuer,
        audience,
        keys,
        Set.of("RS256", "ES256"),
        Duration.ofSeconds(30),
        "roles",
        "sub",
        List.of("iss"),
        Duration.ofSeconds(30));
  }

  /**
   * Other algorithms.
   *
   * @param values some of {@link #SUPPORTED}
   * @return the options
   */
  public JwtOptions withAlgorithms(String... values) {
    return new JwtOptions(
        issuer, audience, keys, Set.of(values), leeway, rolesClaim, subjectClaim, claims, reload);
  }

  /**
   * Another tolerance for clocks.
   *
   * @param value 0 to 5 minutes
   * @return the options
   */
  public JwtOptions withLeeway(Duration value) {
    return new JwtOptions(
        issuer, audience, keys, algorithms, value, rolesClaim, subjectClaim, claims, reload);
  }

  /**
   * Other claims for name and roles.
   *
   * @param subject the claim that names the principal
   * @param roles the claim with its roles
   * @return the options
   */
  public JwtOptions withPrincipal(String subject, String roles) {
    return new JwtOptions(
        issuer, audience, keys, algorithms, leeway, roles, subject, claims, reload);
  }

  /**
   * Other claims that travel with the calls.
   *
   * @param names claims with a text, a number or a truth value
   * @return the options
   */
  public JwtOptions withClaims(String... names) {
    return new JwtOptions(
        issuer,
        audience,
        keys,
        algorithms,
        leeway,
        rolesClaim,
        subjectClaim,
        List.of(names),
        reload);
  }

  /**
   * Another interval for looking at the file.
   *
   * @param value greater than 0
   * @return the options
   */
  public JwtOptions withReload(Duration value) {
    return new JwtOptions(
        issuer, audience, keys, algorithms, leeway, rolesClaim, subjectClaim, claims, value);
  }
}
