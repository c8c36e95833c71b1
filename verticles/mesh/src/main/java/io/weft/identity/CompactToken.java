package io.weft.identity;

import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A signed token in its compact form (RFC 7515 §7.1), read strictly and not yet believed.
 *
 * @param algorithm how it says it is signed
 * @param claims what it says
 */
record CompactToken(Algorithm algorithm, Map<String, @Nullable Object> claims) {
  /** The longest token: 8 KiB, about what HTTP servers take as a header. */
  static final int MAX_LENGTH = 8 * 1024;

  /** What would bring a key along, or change the meaning of the rest. */
  private static final List<String> REFUSED = List.of("crit", "jku", "jwk", "x5u", "x5c");

  /** A name for comparing. Never opened, looked up or printed; still no paths and no quotes. */
  private static final Pattern KEY_ID =
      Pattern.compile("[A-Za-z0-9_+-][A-Za-z0-9_.~:/+=@-]{0,255}");

  /** Why a token counts for nothing. The message never holds anything out of the token. */
  static final class Refused extends Exception {
    private static final long serialVersionUID = 1L;

    Refused(String message) {
      super(message, null, false, false);
    }
  }

  /**
   * Reads a token.
   *
   * @param token any text
   * @param allowed the algorithms that are accepted
   * @throws Refused when it has no chance
   */
  static CompactToken read(String token, Set<String> allowed) throws Refused {
    checkLength(token);
    int first = token.indexOf('.');
    int second = token.indexOf('.', first + 1);
    if (first <= 0 || second < 0 || token.indexOf('.', second + 1) >= 0) {
      throw new Refused("it has not the three parts of a signed token");
    }
    Map<String, @Nullable Object> header = json(token.substring(0, first), "header");
    Algorithm algorithm = algorithm(header, allowed);
    checkHeader(header);
    byte[] signature = bytes(token.substring(second + 1), "signature");
    if (!algorithm.plausible(signature)) {
      throw new Refused("its signature is not one of " + algorithm.header());
    }
    return new CompactToken(algorithm, json(token.substring(first + 1, second), "payload"));
  }

  /** Before anything is done with it. */
  static void checkLength(String token) throws Refused {
    if (token.length() > MAX_LENGTH) {
      throw new Refused("it is longer than " + MAX_LENGTH + " characters");
    }
  }

  private static Algorithm algorithm(Map<String, @Nullable Object> header, Set<String> allowed)
      throws Refused {
    Algorithm algorithm =
        header.get("alg") instanceof String name && allowed.contains(name)
            ? Algorithm.of(name)
            : null;
    if (algorithm == null) {
      throw new Refused("its algorithm is not one of " + allowed.stream().sorted().toList());
    }
    return algorithm;
  }

  private static void checkHeader(Map<String, @Nullable Object> header) throws Refused {
    for (String name : REFUSED) {
      if (header.containsKey(name)) {
        throw new Refused("its header has " + name + ", which is never trusted");
      }
    }
    if (header.containsKey("kid")
        && !(header.get("kid") instanceof String id
            && KEY_ID.matcher(id).matches()
            && !id.contains(".."))) {
      throw new Refused("its header has a kid that is no name of a key");
    }
  }

  private static Map<String, @Nullable Object> json(String part, String name) throws Refused {
    byte[] bytes = bytes(part, name);
    try {
      return StrictJson.object(bytes);
    } catch (IOException e) {
      throw new Refused("its " + name + " is not one JSON object without repeated names");
    }
  }

  /** One text for one content: no padding, no stray bits behind the last byte. */
  private static byte[] bytes(String part, String name) throws Refused {
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(part);
      if (Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).equals(part)) {
        return bytes;
      }
    } catch (IllegalArgumentException e) {
      // Told below, with everything else that is no base64url.
    }
    throw new Refused("its " + name + " is not base64url without padding");
  }
}
