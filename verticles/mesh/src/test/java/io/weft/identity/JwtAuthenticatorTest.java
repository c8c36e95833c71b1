package io.weft.identity;

import static io.weft.identity.Tokens.NOW;
import static io.weft.identity.Tokens.claims;
import static io.weft.identity.Tokens.header;
import static io.weft.identity.Tokens.sign;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.weft.call.CallFailure;
import io.weft.call.Principal;
import io.weft.contract.Code;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JwtAuthenticatorTest {
  private static final KeyPair RSA = Tokens.keys("RS256");
  private static final KeyPair OTHER = Tokens.keys("RS256");
  private static Vertx vertx;
  @TempDir Path folder;

  @BeforeAll
  static void start() {
    vertx = Vertx.vertx();
  }

  @AfterAll
  static void stop() {
    Opened.join(vertx.close());
  }

  private JwtOptions options(String keys) {
    Path file = folder.resolve("keys");
    write(file, keys);
    return JwtOptions.of("https://issuer.example", "weft", file);
  }

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String set(JsonObject... keys) {
    return new JsonObject().put("keys", new JsonArray(List.of(keys))).encode();
  }

  private static String token(JsonObject claims) {
    return sign(header("RS256", null), claims, RSA.getPrivate());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA"
      })
  void authenticate_eachAlgorithmByPemAndByJwk(String algorithm) {
    KeyPair pair = Tokens.keys(algorithm);
    String token = sign(header(algorithm, "k"), claims(), pair.getPrivate());
    for (String keys :
        List.of(Tokens.pem(pair.getPublic()), set(Tokens.jwk(pair.getPublic(), "k")))) {
      Opened opened = Opened.of(vertx, options(keys).withAlgorithms(algorithm));
      for (int i = 0; i < 20; i++) {
        String again = sign(header(algorithm, "k"), claims().put("n", i), pair.getPrivate());
        assertThat(opened.get(again).subject()).isEqualTo("alice");
      }
    }
    String both = Tokens.pem(pair.getPublic()) + Tokens.pem(RSA.getPublic());
    Opened narrower = Opened.of(vertx, options(both).withAlgorithms(other(algorithm)));
    assertThat(narrower.failure(token).message()).contains("its algorithm");
  }

  private static String other(String algorithm) {
    return algorithm.equals("RS256") ? "RS512" : "RS256";
  }

  @Test
  void authenticate_principalHasSubjectRolesAndIssuer() {
    Principal principal =
        Opened.of(vertx, options(Tokens.pem(RSA.getPublic()))).get(token(claims()));
    assertThat(principal.subject()).isEqualTo("alice");
    assertThat(principal.roles()).containsExactlyInAnyOrder("teller", "clerk");
    assertThat(principal.claims()).containsOnlyKeys("iss").containsValue("https://issuer.example");
  }

  @Test
  void authenticate_claimsAsTold() {
    JwtOptions options =
        options(Tokens.pem(RSA.getPublic()))
            .withPrincipal("email", "realm_access.roles")
            .withClaims("tenant", "level", "address.city", "absent");
    JsonObject claims =
        claims()
            .put("email", "alice@example.org")
            .put("tenant", "blue")
            .put("level", 3)
            .put("address", new JsonObject().put("city", "Graz"))
            .put("realm_access", new JsonObject().put("roles", new JsonArray().add("boss")));
    Principal principal = Opened.of(vertx, options).get(token(claims));
    assertThat(principal.subject()).isEqualTo("alice@example.org");
    assertThat(principal.roles()).containsExactly("boss");
    assertThat(principal.claims())
        .hasSize(3)
        .containsEntry("tenant", "blue")
        .containsEntry("level", "3")
        .containsEntry("address.city", "Graz");
  }

  @Test
  void authenticate_rolesOfAClaimWithDotsOrAsText() {
    JwtOptions options =
        options(Tokens.pem(RSA.getPublic())).withPrincipal("sub", "https://a.example/roles");
    JsonObject claims = claims().put("https://a.example/roles", "boss  clerk");
    assertThat(Opened.of(vertx, options).get(token(claims)).roles())
        .containsExactlyInAnyOrder("boss", "clerk");
    assertThat(Opened.of(vertx, options).get(token(claims())).roles()).isEmpty();
  }

  @Test
  void authenticate_audienceInAList() {
    JsonObject claims = claims().put("aud", new JsonArray().add("other").add("weft"));
    assertThat(Opened.of(vertx, options(Tokens.pem(RSA.getPublic()))).get(token(claims)).subject())
        .isEqualTo("alice");
  }

  @Test
  void authenticate_rememberedTokenIsTheSameObjectUntilItExpires() {
    Opened opened =
        Opened.of(vertx, options(Tokens.pem(RSA.getPublic())).withReload(Duration.ofDays(9)));
    String token = token(claims());
    Principal first = opened.get(token);
    assertThat(opened.get(token)).isSameAs(first);
    opened.pass(Duration.ofSeconds(3_600 + 29));
    assertThat(opened.get(token)).isSameAs(first);
    opened.pass(Duration.ofSeconds(1));
    assertThat(opened.failure(token).message()).contains("expired");
  }

  @Test
  void authenticate_rememberedTokenDoesNotVouchForItsNeighbours() {
    Opened opened = Opened.of(vertx, options(Tokens.pem(RSA.getPublic())));
    String token = token(claims());
    opened.get(token);
    String mallory = token(claims().put("sub", "mallory"));
    String mixed =
        mallory.substring(0, mallory.lastIndexOf('.')) + token.substring(token.lastIndexOf('.'));
    assertThat(opened.failure(mixed).message()).contains("signature");
  }

  @Test
  void reload_newKeysCountAndOldOnesNoMore() {
    JwtOptions options = options(Tokens.pem(RSA.getPublic()));
    Opened opened = Opened.of(vertx, options);
    String before = token(claims());
    String after = sign(header("RS256", null), claims(), OTHER.getPrivate());
    opened.get(before);
    write(options.keys(), Tokens.pem(OTHER.getPublic()));
    // Not looked at before its time.
    opened.pass(Duration.ofSeconds(29));
    assertThat(opened.get(before).subject()).isEqualTo("alice");
    assertThat(opened.failure(after).message()).contains("signature");
    opened.pass(Duration.ofSeconds(1));
    opened.authenticator().authenticate(before);
    await()
        .ignoreExceptions()
        .untilAsserted(() -> assertThat(opened.get(after).subject()).isEqualTo("alice"));
    // Remembered, but by keys that count no more.
    assertThat(opened.failure(before).message()).contains("signature");
  }

  @Test
  void reload_brokenFileLeavesTheKeysAsTheyAre() {
    JwtOptions options = options(Tokens.pem(RSA.getPublic())).withReload(Duration.ofSeconds(1));
    Opened opened = Opened.of(vertx, options);
    for (String broken : List.of("", "{\"keys\":[]}", "nonsense")) {
      write(options.keys(), broken);
      for (int i = 0; i < 20; i++) {
        opened.pass(Duration.ofSeconds(1));
        assertThat(opened.get(token(claims().put("n", i).put("exp", NOW + 9_999))).subject())
            .isEqualTo("alice");
      }
    }
    write(options.keys(), Tokens.pem(OTHER.getPublic()));
    String after = sign(header("RS256", null), claims(), OTHER.getPrivate());
    await()
        .ignoreExceptions()
        .untilAsserted(
            () -> {
              opened.pass(Duration.ofSeconds(1));
              assertThat(opened.get(after).subject()).isEqualTo("alice");
            });
  }

  @Test
  void authenticate_floodIsRefusedWhileSomeWait() {
    KeyPair slow = Tokens.keys("ES512");
    String keys = Tokens.pem(slow.getPublic()) + Tokens.pem(RSA.getPublic());
    Opened opened = Opened.of(vertx, options(keys).withAlgorithms("ES512", "RS256"));
    String forged = sign(header("ES512", null), claims(), Tokens.keys("ES512").getPrivate());
    List<Future<Principal>> answers = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      answers.add(opened.authenticator().authenticate(forged));
    }
    List<Code> codes =
        answers.stream()
            .map(
                answer ->
                    Opened.join(
                        answer.transform(
                            (p, failure) ->
                                Future.succeededFuture(((CallFailure) failure).code()))))
            .toList();
    assertThat(codes).contains(Code.RESOURCE_EXHAUSTED, Code.UNAUTHENTICATED);
    assertThat(opened.get(token(claims())).subject()).isEqualTo("alice");
  }

  @Test
  void remembered_isBounded() {
    VerifiedTokens tokens = new VerifiedTokens(100);
    ClaimCheck.Verified verified = new ClaimCheck.Verified(Principal.of("a"), 1_000);
    for (int i = 0; i < 1_000; i++) {
      tokens.put(VerifiedTokens.Fingerprint.of("t" + i), verified, 0);
      assertThat(tokens.size()).isLessThanOrEqualTo(100);
      assertThat(tokens.get(VerifiedTokens.Fingerprint.of("t" + i), 999)).isNotNull();
    }
    tokens.put(VerifiedTokens.Fingerprint.of("x"), verified, 0);
    assertThat(tokens.get(VerifiedTokens.Fingerprint.of("x"), 1_000)).isNull();
  }

  @Test
  void open_refusesFilesWithoutAUsableKey() {
    JsonObject rsa = Tokens.jwk(RSA.getPublic(), "a");
    JsonObject secret = new JsonObject().put("kty", "oct").put("k", "c2VjcmV0").put("kid", "s");
    assertRefused("", "no public key for one of [ES256, RS256]");
    assertRefused(set(), "no public key");
    // The library would skip these with a warning, and then take tokens without a signature.
    assertRefused(set(secret), "no public key");
    assertRefused(set(rsa.copy().put("use", "enc")), "no public key");
    assertRefused(set(rsa.copy().put("alg", "RS512")), "no public key");
    assertRefused(set(rsa, rsa), "key 2 of the set: a second key with this kid");
    assertRefused(set(rsa.copy().put("n", 7)), "key 1 of the set: n is not a text");
    assertRefused("{\"keys\":{}}", "no list \"keys\"");
    assertRefused("{", "not JSON");
    assertRefused(Tokens.pem(Tokens.keys("RSA1024").getPublic()), "RSA key of 1024 bits");
    assertRefused(
        "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n",
        "a private key must never");
    assertRefused("x".repeat((1 << 20) + 1), "more than 1048576 bytes");
    assertThatThrownBy(() -> Opened.of(vertx, JwtOptions.of("i", "a", folder.resolve("absent"))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("cannot read");
  }

  private void assertRefused(String keys, String why) {
    assertThatThrownBy(() -> Opened.of(vertx, options(keys)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("keys: ")
        .hasMessageContaining(why);
  }

  @Test
  void options_refuseWhatWouldOpenTheDoor() {
    JwtOptions good = options("");
    assertThatThrownBy(() -> JwtOptions.of("", "a", good.keys())).hasMessageContaining("issuer");
    assertThatThrownBy(() -> JwtOptions.of("i", " ", good.keys())).hasMessageContaining("audience");
    for (String bad : List.of("none", "HS256", "rs256", "RS1", "ES256K")) {
      assertThatThrownBy(() -> good.withAlgorithms(bad)).hasMessageContaining("algorithms");
    }
    assertThatThrownBy(good::withAlgorithms).hasMessageContaining("algorithms");
    assertThatThrownBy(() -> good.withLeeway(Duration.ofMinutes(6))).hasMessageContaining("leeway");
    assertThatThrownBy(() -> good.withLeeway(Duration.ofSeconds(-1)))
        .hasMessageContaining("leeway");
    assertThatThrownBy(() -> good.withReload(Duration.ZERO)).hasMessageContaining("reload");
  }

  @Test
  void bearer_schemeInAnyCase() {
    assertThat(BearerToken.of(null)).isNull();
    assertThat(BearerToken.of("bearer a.b.c ")).isEqualTo("a.b.c");
    assertThatThrownBy(() -> BearerToken.of("Basic YTpi"))
        .isInstanceOfSatisfying(
            CallFailure.class, f -> assertThat(f.code()).isEqualTo(Code.UNAUTHENTICATED));
  }
}
