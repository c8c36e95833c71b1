package io.weft.identity;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The signatures of RFC 7518 §3.1 and RFC 8037 that can be allowed. All have a key pair: with a
 * shared secret every node that checks tokens could also make them, and a public key could be
 * passed off as the secret.
 */
enum Algorithm {
  RS256(Family.RSA, 0, null),
  RS384(Family.RSA, 0, null),
  RS512(Family.RSA, 0, null),
  PS256(Family.RSA, 0, null),
  PS384(Family.RSA, 0, null),
  PS512(Family.RSA, 0, null),
  ES256(Family.EC, 64, "secp256r1"),
  ES384(Family.EC, 96, "secp384r1"),
  ES512(Family.EC, 132, "secp521r1"),
  EDDSA(Family.ED25519, 64, null);

  /** Kinds of keys. */
  enum Family {
    RSA,
    EC,
    ED25519
  }

  private static final int LEAST_RSA_BYTES = 256;

  private final Family family;
  private final int signatureBytes;
  private final @Nullable ECParameterSpec curve;

  Algorithm(Family family, int signatureBytes, @Nullable String curve) {
    this.family = family;
    this.signatureBytes = signatureBytes;
    this.curve = curve == null ? null : parameters(curve);
  }

  private static ECParameterSpec parameters(String curve) {
    try {
      AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
      parameters.init(new ECGenParameterSpec(curve));
      return parameters.getParameterSpec(ECParameterSpec.class);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + curve, e);
    }
  }

  /** Its name in a token, where case matters. */
  String header() {
    return this == EDDSA ? "EdDSA" : name();
  }

  static @Nullable Algorithm of(String header) {
    return Arrays.stream(values()).filter(a -> a.header().equals(header)).findFirst().orElse(null);
  }

  Family family() {
    return family;
  }

  /** The NIST curve, null where there is none. */
  @Nullable ECParameterSpec curve() {
    return curve;
  }

  /**
   * Whether bytes have the form of a signature. vertx-auth-jwt takes DER signatures and short ones
   * too, and the JDK before 17.0.3 accepted zeros (CVE-2022-21449).
   */
  boolean plausible(byte[] signature) {
    if (family == Family.RSA) {
      return signature.length >= LEAST_RSA_BYTES;
    }
    if (signature.length != signatureBytes) {
      return false;
    }
    return curve == null
        || inRange(signature, 0, curve.getOrder())
            && inRange(signature, signatureBytes / 2, curve.getOrder());
  }

  private boolean inRange(byte[] signature, int from, BigInteger below) {
    BigInteger value = new BigInteger(1, signature, from, signatureBytes / 2);
    return value.signum() > 0 && value.compareTo(below) < 0;
  }
}
