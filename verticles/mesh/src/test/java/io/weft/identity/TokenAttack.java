package io.weft.identity;

import static io.weft.identity.Tokens.claims;
import static io.weft.identity.Tokens.header;
import static io.weft.identity.Tokens.part;
import static io.weft.identity.Tokens.sign;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.weft.contract.Code;
import io.weft.contract.Fate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/**
 * The issuer's keys, an attacker's, and two authenticators: by a JWK set with ids, and by PEM
 * without.
 */
abstract class TokenAttack {
  static final KeyPair RSA = Tokens.keys("RS256");
  static final KeyPair EC = Tokens.keys("ES256");
  static final KeyPair ATTACKER = Tokens.keys("RS256");
  static final JsonObject RSA_JWK = Tokens.jwk(RSA.getPublic(), "r1");
  static final JsonObject EC_JWK = Tokens.jwk(EC.getPublic(), "e1");

  @TempDir static Path folder;
  static Vertx vertx;
  static Opened jwks;
  static Opened pem;

  @BeforeAll
  static void open() throws IOException {
    vertx = Vertx.vertx();
    Path set = folder.resolve("keys.json");
    Files.writeString(
        set, new JsonObject().put("keys", new JsonArray().add(RSA_JWK).add(EC_JWK)).encode());
    jwks = Opened.of(vertx, JwtOptions.of("https://issuer.example", "weft", set));
    Path file = folder.resolve("keys.pem");
    Files.writeString(file, Tokens.pem(RSA.getPublic()) + Tokens.pem(EC.getPublic()));
    pem = Opened.of(vertx, JwtOptions.of("https://issuer.example", "weft", file));
  }

  @AfterAll
  static void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  static String rsa(JsonObject header, JsonObject claims) {
    return sign(header, claims, RSA.getPrivate());
  }

  static void refused(String token, String why) {
    for (Opened opened : new Opened[] {jwks, pem}) {
      var failure = opened.failure(token);
      assertThat(failure.code()).as(failure.message()).isEqualTo(Code.UNAUTHENTICATED);
      assertThat(failure.fate()).isEqualTo(Fate.NOT_PROCESSED);
      assertThat(failure.message()).contains(why).doesNotContain("alice", "mallory");
      for (String part : token.split("\\.")) {
        assertThat(part.length() > 8 && failure.message().contains(part)).isFalse();
      }
    }
  }
}
