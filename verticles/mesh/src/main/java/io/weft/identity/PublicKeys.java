package io.weft.identity;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.auth.PubSecKeyOptions;
import io.weft.identity.Algorithm.Family;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.cert.CertificateFactory;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.security.spec.RSAPublicKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads public keys out of a file's bytes. vertx-auth-jwt skips keys that it cannot read with a
 * warning, takes shared secrets, private keys and certificates inside JWKs, and accepts unsigned
 * tokens when no key is left; here all keys are public, fit for their algorithm, and there is one.
 */
final class PublicKeys {
  private static final int LEAST_RSA_BITS = 2_048;
  private static final Pattern PEM =
      Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----([A-Za-z0-9+/=\\s]*)-----END \\1-----");
  private static final byte[] ED25519_PREFIX = {
    0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00
  };
  private static final Map<String, Algorithm> CURVES =
      new TreeMap<>(
          Map.of("P-256", Algorithm.ES256, "P-384", Algorithm.ES384, "P-521", Algorithm.ES512));

  private final Set<String> allowed;
  private final List<PubSecKeyOptions> keys = new ArrayList<>();
  private final Set<String> seen = new HashSet<>();

  private PublicKeys(Set<String> allowed) {
    this.allowed = allowed;
  }

  /**
   * Reads keys.
   *
   * @param bytes a JWK set or PEM
   * @param allowed the algorithms that are accepted
   * @return a key for each algorithm that it may be used with, at least one
   * @throws IllegalArgumentException for people
   */
  static List<PubSecKeyOptions> read(byte[] bytes, Set<String> allowed) {
    PublicKeys reader = new PublicKeys(allowed);
    String text = new String(bytes, StandardCharsets.UTF_8).strip();
    if (text.startsWith("{")) {
      reader.set(text.getBytes(StandardCharsets.UTF_8));
    } else {
      reader.pem(text);
    }
    if (reader.keys.isEmpty()) {
      throw new IllegalArgumentException(
          "no public key for one of "
              + allowed.stream().sorted().toList()
              + " (expected: a JWK set, or PEM with PUBLIC KEY or CERTIFICATE)");
    }
    return reader.keys;
  }

  private void pem(String text) {
    Matcher block = PEM.matcher(text);
    for (int i = 1; block.find(); i++) {
      String kind = block.group(1);
      try {
        byte[] der = Base64.getMimeDecoder().decode(block.group(2));
        add(pemKey(kind, der), null, null);
      } catch (GeneralSecurityException | IllegalArgumentException e) {
        throw new IllegalArgumentException("PEM block " + i + " (" + kind + "): " + text(e), e);
      }
    }
  }

  private static PublicKey pemKey(String kind, byte[] der) throws GeneralSecurityException {
    if (kind.equals("CERTIFICATE")) {
      return CertificateFactory.getInstance("X.509")
          .generateCertificate(new ByteArrayInputStream(der))
          .getPublicKey();
    }
    if (!kind.equals("PUBLIC KEY")) {
      throw new IllegalArgumentException(
          "not a public key"
              + (kind.contains("PRIVATE")
                  ? "; a private key must never be where tokens are only checked"
                  : "")
              + " (expected: PUBLIC KEY, as \"openssl pkey -pubout\" writes it, or CERTIFICATE)");
    }
    GeneralSecurityException last = null;
    for (String type : List.of("RSA", "EC", "Ed25519")) {
      try {
        return KeyFactory.getInstance(type).generatePublic(new X509EncodedKeySpec(der));
      } catch (GeneralSecurityException e) {
        last = e;
      }
    }
    throw new IllegalArgumentException("neither RSA, EC nor Ed25519", last);
  }

  private void set(byte[] json) {
    List<?> set;
    try {
      set = StrictJson.object(json).get("keys") instanceof List<?> list ? list : null;
    } catch (IOException e) {
      throw new IllegalArgumentException("not JSON: " + text(e), e);
    }
    if (set == null) {
      throw new IllegalArgumentException("no list \"keys\" (expected: a JWK set, RFC 7517)");
    }
    for (int i = 0; i < set.size(); i++) {
      try {
        if (!(set.get(i) instanceof Map<?, ?> jwk)) {
          throw new IllegalArgumentException("not an object");
        }
        jwk(jwk);
      } catch (GeneralSecurityException | IllegalArgumentException e) {
        throw new IllegalArgumentException("key " + (i + 1) + " of the set: " + text(e), e);
      }
    }
  }

  /** Sets hold keys for other uses too: those are none of our business (RFC 7517 §5). */
  private void jwk(Map<?, ?> jwk) throws GeneralSecurityException {
    Object use = jwk.get("use");
    Object type = jwk.get("kty");
    if (use != null && !use.equals("sig")
        || !"RSA".equals(type) && !"EC".equals(type) && !"OKP".equals(type)) {
      return;
    }
    PublicKey key =
        switch (Objects.requireNonNull((String) type)) {
          case "RSA" ->
              KeyFactory.getInstance("RSA")
                  .generatePublic(new RSAPublicKeySpec(number(jwk, "n"), number(jwk, "e")));
          case "EC" -> ecKey(jwk);
          default -> ed25519(jwk);
        };
    add(key, string(jwk, "kid"), string(jwk, "alg"));
  }

  private static PublicKey ecKey(Map<?, ?> jwk) throws GeneralSecurityException {
    Algorithm algorithm = jwk.get("crv") instanceof String name ? CURVES.get(name) : null;
    if (algorithm == null) {
      throw new IllegalArgumentException("crv is none of " + CURVES.keySet());
    }
    ECPoint point = new ECPoint(number(jwk, "x"), number(jwk, "y"));
    return KeyFactory.getInstance("EC")
        .generatePublic(new ECPublicKeySpec(point, algorithm.curve()));
  }

  private static PublicKey ed25519(Map<?, ?> jwk) throws GeneralSecurityException {
    byte[] x = bytes(jwk, "x");
    if (!"Ed25519".equals(jwk.get("crv")) || x.length != 32) {
      throw new IllegalArgumentException("not of Ed25519, the only curve of OKP here");
    }
    byte[] der = java.util.Arrays.copyOf(ED25519_PREFIX, ED25519_PREFIX.length + x.length);
    System.arraycopy(x, 0, der, ED25519_PREFIX.length, x.length);
    return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(der));
  }

  /** A key counts for the algorithms of its kind, or for the one that it names. */
  private void add(PublicKey key, @Nullable String id, @Nullable String only) {
    for (Algorithm algorithm : Algorithm.values()) {
      String name = algorithm.header();
      if (allowed.contains(name) && (only == null || only.equals(name)) && fits(algorithm, key)) {
        if (id != null && !seen.add(name + " " + id)) {
          throw new IllegalArgumentException("a second key with this kid");
        }
        String pem =
            "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(key.getEncoded())
                + "\n-----END PUBLIC KEY-----\n";
        PubSecKeyOptions options =
            new PubSecKeyOptions().setAlgorithm(name).setBuffer(Buffer.buffer(pem));
        keys.add(id == null ? options : options.setId(id));
      }
    }
  }

  private static boolean fits(Algorithm algorithm, PublicKey key) {
    if (key instanceof RSAPublicKey rsa) {
      if (rsa.getModulus().bitLength() < LEAST_RSA_BITS) {
        throw new IllegalArgumentException(
            "RSA key of "
                + rsa.getModulus().bitLength()
                + " bits (expected: at least "
                + LEAST_RSA_BITS
                + ")");
      }
      return algorithm.family() == Family.RSA;
    }
    if (key instanceof ECPublicKey ec) {
      ECParameterSpec curve = algorithm.curve();
      return curve != null && ec.getParams().getOrder().equals(curve.getOrder());
    }
    return algorithm.family() == Family.ED25519
        && key instanceof EdECPublicKey ed
        && ed.getParams().getName().equals(NamedParameterSpec.ED25519.getName());
  }

  private static BigInteger number(Map<?, ?> jwk, String name) {
    return new BigInteger(1, bytes(jwk, name));
  }

  private static byte[] bytes(Map<?, ?> jwk, String name) {
    String text = string(jwk, name);
    if (text == null || text.isEmpty()) {
      throw new IllegalArgumentException("no " + name);
    }
    return Base64.getUrlDecoder().decode(text);
  }

  private static @Nullable String string(Map<?, ?> jwk, String name) {
    Object value = jwk.get(name);
    if (value != null && !(value instanceof String)) {
      throw new IllegalArgumentException(name + " is not a text");
    }
    return (String) value;
  }

  private static String text(Exception e) {
    return e.getMessage() == null ? e.toString() : e.getMessage();
  }
}
