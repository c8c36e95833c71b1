package io.weft.identity;

import static io.weft.identity.Tokens.NOW;
import static io.weft.identity.Tokens.claims;
import static io.weft.identity.Tokens.header;
import static io.weft.identity.Tokens.mac;
import static io.weft.identity.Tokens.part;
import static io.weft.identity.Tokens.sign;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.weft.contract.Code;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Everything that must not open the door. Each token differs from a good one in one thing, and is
 * signed with the issuer's own key where the attack allows it.
 */
class ForgedTokensTest extends TokenAttack {
  @Test
  void good_isAccepted() {
    String rsa = rsa(header("RS256", "r1"), claims());
    String ec = sign(header("ES256", "e1"), claims(), EC.getPrivate());
    for (String token : new String[] {rsa, ec}) {
      assertThat(jwks.get(token).subject()).isEqualTo("alice");
      assertThat(pem.get(token).subject()).isEqualTo("alice");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "None", "NONE", "nOnE", "none ", "", "rs256", "RS256 ", "null"})
  void none_inEverySpelling(String algorithm) {
    String unsigned = part(header(algorithm, null).encode()) + "." + part(claims().encode());
    refused(unsigned, "three parts");
    refused(unsigned + ".", "its algorithm is not one of [ES256, RS256]");
    String signed =
        sign(header(algorithm, null).encode(), claims().encode(), "RS256", RSA.getPrivate());
    refused(signed, "its algorithm is not one of [ES256, RS256]");
  }

  @Test
  void none_withoutAlgorithmOrOfAnotherType() {
    String claims = claims().encode();
    refused(sign("{}", claims, "RS256", RSA.getPrivate()), "its algorithm");
    refused(sign("{\"alg\":null}", claims, "RS256", RSA.getPrivate()), "its algorithm");
    refused(sign("{\"alg\":[\"RS256\"]}", claims, "RS256", RSA.getPrivate()), "its algorithm");
  }

  @Test
  void hmac_signedWithThePublicKey() {
    for (String algorithm : new String[] {"HS256", "HS384", "HS512"}) {
      for (String key : new String[] {"pem", "pem stripped", "der", "base64", "jwk", "file"}) {
        for (KeyPair pair : new KeyPair[] {RSA, EC}) {
          String text = Tokens.pem(pair.getPublic());
          byte[] der = pair.getPublic().getEncoded();
          byte[] secret =
              switch (key) {
                case "pem" -> text.getBytes(StandardCharsets.US_ASCII);
                case "pem stripped" -> text.strip().getBytes(StandardCharsets.US_ASCII);
                case "der" -> der;
                case "base64" -> Base64.getEncoder().encode(der);
                case "jwk" ->
                    (pair == RSA ? RSA_JWK : EC_JWK).encode().getBytes(StandardCharsets.UTF_8);
                default ->
                    new JsonObject()
                        .put("keys", new JsonArray().add(RSA_JWK).add(EC_JWK))
                        .encode()
                        .getBytes(StandardCharsets.UTF_8);
              };
          refused(
              mac(header(algorithm, pair == RSA ? "r1" : "e1"), claims(), secret), "its algorithm");
          // The header lies, so that only the signature itself can tell.
          String lie = mac(header(algorithm, null), claims(), secret);
          refused(
              part(header("RS256", "r1").encode()) + lie.substring(lie.indexOf('.')),
              "its signature");
        }
      }
    }
  }

  @Test
  void issuer_wrong() {
    refused(rsa(header("RS256", "r1"), claims().put("iss", "https://mallory.example")), "issuer");
    refused(rsa(header("RS256", "r1"), claims().put("iss", "https://issuer.example/")), "issuer");
    refused(
        rsa(
            header("RS256", "r1"),
            claims().put("iss", new JsonArray().add("https://issuer.example"))),
        "issuer");
  }

  @Test
  void issuer_missing() {
    JsonObject claims = claims();
    claims.remove("iss");
    refused(rsa(header("RS256", "r1"), claims), "issuer");
  }

  @Test
  void audience_wrong() {
    refused(rsa(header("RS256", "r1"), claims().put("aud", "billing")), "audience");
    refused(rsa(header("RS256", "r1"), claims().put("aud", "weft2")), "audience");
    refused(rsa(header("RS256", "r1"), claims().put("aud", new JsonArray())), "audience");
    refused(rsa(header("RS256", "r1"), claims().put("aud", new JsonObject())), "audience");
    refused(rsa(header("RS256", "r1"), claims().put("aud", 7)), "audience");
  }

  @Test
  void audience_missing() {
    JsonObject claims = claims();
    claims.remove("aud");
    refused(rsa(header("RS256", "r1"), claims), "audience");
  }

  @Test
  void expired() {
    assertThat(jwks.get(rsa(header("RS256", "r1"), claims().put("exp", NOW - 29))).subject())
        .isEqualTo("alice");
    refused(rsa(header("RS256", "r1"), claims().put("exp", NOW - 30)), "expired");
    refused(rsa(header("RS256", "r1"), claims().put("exp", 0)), "expired");
  }

  @Test
  void notYetValid() {
    assertThat(jwks.get(rsa(header("RS256", "r1"), claims().put("nbf", NOW + 30))).subject())
        .isEqualTo("alice");
    refused(rsa(header("RS256", "r1"), claims().put("nbf", NOW + 31)), "only later (nbf)");
    refused(rsa(header("RS256", "r1"), claims().put("iat", NOW + 31)), "only later (iat)");
  }

  @Test
  void expiry_missingOrNoTime() {
    JsonObject claims = claims();
    claims.remove("exp");
    refused(rsa(header("RS256", "r1"), claims), "no expiry");
    for (Object value : new Object[] {"1900000000", true, -1, 1e300, NOW * 1_000_000L}) {
      refused(rsa(header("RS256", "r1"), claims().put("exp", value)), "exp is not a number");
    }
    refused(rsa(header("RS256", "r1"), claims().putNull("exp")), "exp is not a number");
    String huge = claims().encode().replace("" + (NOW + 3_600), "1e" + "9".repeat(40));
    refused(sign(header("RS256", "r1").encode(), huge, "RS256", RSA.getPrivate()), "payload");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../../../../dev/null",
        "/dev/null",
        "keys/../../etc/passwd",
        "r1' OR '1'='1",
        "x' UNION SELECT 'secret'--",
        "r1\0",
        "r1\n",
        "$(id)",
        "http://a b",
        ""
      })
  void kid_hostile(String kid) {
    refused(rsa(header("RS256", null).put("kid", kid), claims()), "kid");
  }

  @Test
  void kid_veryLongOrNoText() {
    refused(rsa(header("RS256", "k".repeat(257)), claims()), "kid");
    refused(rsa(header("RS256", null).put("kid", 1), claims()), "kid");
    refused(rsa(header("RS256", null).putNull("kid"), claims()), "kid");
  }

  @Test
  void kid_unknown() {
    var failure = jwks.failure(rsa(header("RS256", "r2"), claims()));
    assertThat(failure.code()).isEqualTo(Code.UNAUTHENTICATED);
    assertThat(failure.message()).contains("signature").doesNotContain("r2");
  }

  @Test
  void kid_ofAKeyOfAnotherKind() {
    assertThat(jwks.failure(rsa(header("RS256", "e1"), claims())).code())
        .isEqualTo(Code.UNAUTHENTICATED);
  }

  @Test
  void jku_ofTheAttacker() {
    String token =
        sign(
            header("RS256", "m").put("jku", "http://127.0.0.1:1/keys"),
            claims(),
            ATTACKER.getPrivate());
    refused(token, "jku");
    refused(rsa(header("RS256", "r1").put("jku", "http://127.0.0.1:1/keys"), claims()), "jku");
  }

  @Test
  void x5u_ofTheAttacker() {
    JsonObject header = header("RS256", "r1").put("x5u", "http://127.0.0.1:1/cert");
    refused(sign(header, claims(), ATTACKER.getPrivate()), "x5u");
    refused(rsa(header, claims()), "x5u");
  }

  @Test
  void x5c_ofTheAttacker() {
    JsonObject header =
        header("RS256", "r1")
            .put("x5c", new JsonArray().add(Base64.getEncoder().encodeToString(new byte[64])));
    refused(sign(header, claims(), ATTACKER.getPrivate()), "x5c");
    refused(rsa(header, claims()), "x5c");
  }

  @Test
  void jwk_ofTheAttacker() {
    JsonObject header = header("RS256", "r1").put("jwk", Tokens.jwk(ATTACKER.getPublic(), "r1"));
    refused(sign(header, claims(), ATTACKER.getPrivate()), "jwk");
    refused(rsa(header, claims()), "jwk");
  }

  @Test
  void key_ofTheAttackerUnderTheIssuersId() {
    refused(sign(header("RS256", "r1"), claims(), ATTACKER.getPrivate()), "its signature");
  }

  @ParameterizedTest
  @ValueSource(strings = {"RS384", "RS512", "PS256"})
  void algorithm_notInTheList(String algorithm) {
    refused(rsa(header(algorithm, "r1"), claims()), "its algorithm");
  }

  @Test
  void algorithm_ofTheOtherKeysKind() {
    refused(
        sign(header("ES256", "r1").encode(), claims().encode(), "RS256", RSA.getPrivate()),
        "its signature");
  }

  @Test
  void crit_anything() {
    for (Object crit : new Object[] {new JsonArray().add("b64"), new JsonArray(), "exp"}) {
      refused(rsa(header("RS256", "r1").put("crit", crit).put("b64", false), claims()), "crit");
    }
  }

  @Test
  void subject_missingOrUnprintable() {
    for (Object subject : new Object[] {"", " ", 7, "a\nINFO all is well", "x".repeat(513)}) {
      refused(rsa(header("RS256", "r1"), claims().put("sub", subject)), "sub is not a name");
    }
    String half = claims().encode().replace("alice", "a\\ud800");
    refused(sign(header("RS256", "r1").encode(), half, "RS256", RSA.getPrivate()), "proper text");
  }

  @Test
  void roles_ofAnotherType() {
    refused(rsa(header("RS256", "r1"), claims().put("roles", 7)), "roles");
    refused(rsa(header("RS256", "r1"), claims().put("roles", new JsonArray().add(7))), "roles");
    refused(rsa(header("RS256", "r1"), claims().put("roles", new JsonObject())), "roles");
  }
}
