package io.weft.identity;

import io.vertx.core.json.JsonObject;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Makes keys and tokens with the JDK alone, good ones and such as no library would make. */
final class Tokens {
  /** The moment at which the tests happen: seconds since 1970. */
  static final long NOW = 1_800_000_000;

  private Tokens() {}

  static KeyPair keys(String algorithm) {
    try {
      KeyPairGenerator generator =
          KeyPairGenerator.getInstance(
              algorithm.startsWith("E") && !algorithm.equals("EdDSA")
                  ? "EC"
                  : algorithm.equals("EdDSA") ? "Ed25519" : "RSA");
      switch (algorithm) {
        case "ES256" -> generator.initialize(new ECGenParameterSpec("secp256r1"));
        case "ES384" -> generator.initialize(new ECGenParameterSpec("secp384r1"));
        case "ES512" -> generator.initialize(new ECGenParameterSpec("secp521r1"));
        case "EdDSA" -> {}
        case "RSA1024" -> generator.initialize(1_024);
        default -> generator.initialize(2_048);
      }
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  static JsonObject header(String algorithm, String kid) {
    JsonObject header = new JsonObject().put("typ", "JWT").put("alg", algorithm);
    return kid == null ? header : header.put("kid", kid);
  }

  /** Claims that count, for an hour. */
  static JsonObject claims() {
    return new JsonObject()
        .put("iss", "https://issuer.example")
        .put("aud", "weft")
        .put("sub", "alice")
        .put("iat", NOW - 10)
        .put("exp", NOW + 3_600)
        .put("roles", new io.vertx.core.json.JsonArray().add("teller").add("clerk"));
  }

  static String sign(JsonObject header, JsonObject claims, PrivateKey key) {
    return sign(header.encode(), claims.encode(), header.getString("alg"), key);
  }

  static String sign(String header, String claims, String algorithm, PrivateKey key) {
    String input = part(header) + "." + part(claims);
    try {
      Signature signature =
          switch (algorithm) {
            case "PS256", "PS384", "PS512" -> Signature.getInstance("RSASSA-PSS");
            case "EdDSA" -> Signature.getInstance("EdDSA");
            default ->
                Signature.getInstance(
                    "SHA"
                        + algorithm.substring(2)
                        + (algorithm.startsWith("RS") ? "withRSA" : "withECDSAinP1363Format"));
          };
      if (algorithm.startsWith("PS")) {
        int bits = Integer.parseInt(algorithm.substring(2));
        signature.setParameter(
            new PSSParameterSpec(
                "SHA-" + bits, "MGF1", new MGF1ParameterSpec("SHA-" + bits), bits / 8, 1));
      }
      signature.initSign(key);
      signature.update(input.getBytes(StandardCharsets.US_ASCII));
      return input + "." + base64(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Signed with a shared secret of the attacker's choice. */
  static String mac(JsonObject header, JsonObject claims, byte[] secret) {
    String input = part(header.encode()) + "." + part(claims.encode());
    try {
      Mac mac = Mac.getInstance("HmacSHA" + header.getString("alg").substring(2));
      mac.init(new SecretKeySpec(secret, "HMAC"));
      return input + "." + base64(mac.doFinal(input.getBytes(StandardCharsets.US_ASCII)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  static String part(String json) {
    return base64(json.getBytes(StandardCharsets.UTF_8));
  }

  static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  static String pem(PublicKey key) {
    return "-----BEGIN PUBLIC KEY-----\n"
        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded())
        + "\n-----END PUBLIC KEY-----\n";
  }

  static JsonObject jwk(PublicKey key, String kid) {
    JsonObject jwk = new JsonObject().put("use", "sig").put("kid", kid);
    if (key instanceof RSAPublicKey rsa) {
      return jwk.put("kty", "RSA")
          .put("n", base64(unsigned(rsa.getModulus(), 0)))
          .put("e", base64(unsigned(rsa.getPublicExponent(), 0)));
    }
    if (key instanceof ECPublicKey ec) {
      int bits = ec.getParams().getCurve().getField().getFieldSize();
      int bytes = (bits + 7) / 8;
      return jwk.put("kty", "EC")
          .put("crv", "P-" + bits)
          .put("x", base64(unsigned(ec.getW().getAffineX(), bytes)))
          .put("y", base64(unsigned(ec.getW().getAffineY(), bytes)));
    }
    byte[] der = key.getEncoded();
    return jwk.put("kty", "OKP")
        .put("crv", "Ed25519")
        .put("x", base64(Arrays.copyOfRange(der, der.length - 32, der.length)));
  }

  private static byte[] unsigned(BigInteger number, int length) {
    byte[] bytes = number.toByteArray();
    int from = bytes[0] == 0 ? 1 : 0;
    byte[] result = new byte[Math.max(length, bytes.length - from)];
    System.arraycopy(
        bytes, from, result, result.length - (bytes.length - from), bytes.length - from);
    return result;
  }
}
