package io.weft.identity;

import static io.weft.identity.Tokens.claims;
import static io.weft.identity.Tokens.header;
import static io.weft.identity.Tokens.part;
import static io.weft.identity.Tokens.sign;
import static org.assertj.core.api.Assertions.assertThat;

import io.weft.contract.Code;
import java.math.BigInteger;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens that are broken or ambiguous: two readers might disagree on what they say. */
class MalformedTokensTest extends TokenAttack {
  @Test
  void truncatedAtEachPlace() {
    String token = rsa(header("RS256", "r1"), claims());
    for (int length = 0; length < token.length(); length++) {
      assertThat(jwks.failure(token.substring(0, length)).code()).isEqualTo(Code.UNAUTHENTICATED);
    }
  }

  @Test
  void oneCharacterChanged() {
    String token = rsa(header("RS256", "r1"), claims());
    for (int i = 0; i < token.length(); i++) {
      char other = token.charAt(i) == 'A' ? 'B' : 'A';
      String changed = token.substring(0, i) + other + token.substring(i + 1);
      assertThat(jwks.failure(changed).code()).as("%s", i).isEqualTo(Code.UNAUTHENTICATED);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".",
        "..",
        "...",
        "a.b.c",
        "a.b.c.d",
        "Bearer x.y.z",
        "\0.\0.\0",
        "é.ü.ß",
        "e30.e30.e30",
        "W10.W10.W10",
        "bnVsbA.bnVsbA.bnVsbA",
        "{}.{}.{}",
        "e30=.e30=.AA=="
      })
  void garbage(String token) {
    refused(token, "token refused");
  }

  @Test
  void garbage_behindOrAroundAGoodToken() {
    String token = rsa(header("RS256", "r1"), claims());
    for (String changed :
        new String[] {
          token + ".", token + "=", " " + token, token + "\n", "." + token, token + "."
        }) {
      refused(changed, "token refused");
    }
  }

  @Test
  void nesting_deep() {
    String deep = "[".repeat(2_000) + "]".repeat(2_000);
    String payload = claims().encode().replace("\"alice\"", deep);
    refused(sign(header("RS256", "r1").encode(), payload, "RS256", RSA.getPrivate()), "payload");
  }

  @Test
  void oversized() {
    String fits = rsa(header("RS256", "r1"), claims().put("pad", "x".repeat(5_000)));
    assertThat(fits.length()).isLessThan(CompactToken.MAX_LENGTH);
    assertThat(jwks.get(fits).subject()).isEqualTo("alice");
    refused(rsa(header("RS256", "r1"), claims().put("pad", "x".repeat(8_000))), "longer than 8192");
    refused("x".repeat(10_000_000), "longer than 8192");
  }

  @Test
  void names_twice() {
    String claims = claims().encode();
    for (String twice :
        new String[] {
          claims.replace("\"sub\":", "\"sub\":\"mallory\",\"sub\":"),
          claims.replace("\"roles\":", "\"roles\":[\"boss\"],\"roles\":"),
          claims.replace("\"roles\":", "\"deep\":{\"a\":1,\"a\":2},\"roles\":")
        }) {
      refused(sign(header("RS256", "r1").encode(), twice, "RS256", RSA.getPrivate()), "repeated");
    }
    String header = "{\"alg\":\"none\",\"alg\":\"RS256\",\"kid\":\"r1\"}";
    refused(sign(header, claims, "RS256", RSA.getPrivate()), "repeated");
  }

  @Test
  void json_moreBehindTheObject() {
    String claims = claims().encode() + "{}";
    refused(sign(header("RS256", "r1").encode(), claims, "RS256", RSA.getPrivate()), "payload");
  }

  @Test
  void ecSignature_ofZeros() {
    String input = part(header("ES256", "e1").encode()) + "." + part(claims().encode());
    BigInteger order = Algorithm.ES256.curve().getOrder();
    byte[] n = Arrays.copyOfRange(order.toByteArray(), 1, 33);
    byte[] zero = new byte[32];
    byte[] one = new byte[32];
    one[31] = 1;
    for (byte[][] rs :
        new byte[][][] {{zero, zero}, {n, n}, {zero, one}, {one, zero}, {n, one}, {one, n}}) {
      byte[] both = Arrays.copyOf(rs[0], 64);
      System.arraycopy(rs[1], 0, both, 32, 32);
      refused(input + "." + Tokens.base64(both), "its signature is not one of ES256");
    }
    byte[] der = {0x30, 6, 2, 1, 0, 2, 1, 0};
    refused(input + "." + Tokens.base64(der), "its signature is not one of ES256");
  }
}
