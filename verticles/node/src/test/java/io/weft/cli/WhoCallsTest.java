package io.weft.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.weft.node.WeftNode;
import io.weft.node.config.Key;
import io.weft.node.config.NodeConfig;
import io.weft.node.config.Settings;
import io.weft.node.host.Workload;
import io.weft.node.refusal.Refusal;
import io.weft.node.userjar.LedgerService;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Two nodes, one that checks tokens and one that trusts, and the command line in front of them. */
class WhoCallsTest {
  @TempDir static Path folder;
  private static final KeyPair KEYS = keys();
  private static WeftNode checking;
  private static WeftNode trusting;

  private record Result(int exitCode, String out, String err) {}

  @BeforeAll
  static void start() throws IOException {
    Files.writeString(folder.resolve("keys.pem"), pem());
    Files.writeString(
        folder.resolve("token.jwt"), token(System.currentTimeMillis() / 1_000) + "\n");
    trusting = join(node(Map.of()));
    checking =
        join(
            node(
                Map.of(
                    Key.JWT_ISSUER, "https://issuer.example",
                    Key.JWT_AUDIENCE, "weft",
                    Key.JWT_KEYS, "keys.pem",
                    Key.JWT_ROLES, "realm_access.roles")));
    for (WeftNode node : List.of(trusting, checking)) {
      await().until(() -> call(node, "Ledger/add", "{\"a\":1}").exitCode() == 0);
    }
  }

  @AfterAll
  static void stop() {
    join(checking.stop());
    join(trusting.stop());
  }

  private static Future<WeftNode> node(Map<Key, String> more) {
    int offset = WeftJar.freeOffset(1);
    Map<Key, String> options = new HashMap<>(more);
    options.put(Key.PORT_OFFSET, Integer.toString(offset));
    options.put(Key.MEMBERS, "127.0.0.1:" + (5_701 + offset));
    options.put(Key.CLUSTER_NAME, "who-" + offset + "-" + ProcessHandle.current().pid());
    options.put(Key.DRAIN_GRACE, "1ms");
    NodeConfig config = NodeConfig.of(new Settings(Map.of(), Map.of(), options), folder);
    return WeftNode.start(
        config, new Workload(List.of(), List.of(LedgerService.class.getName()), 1));
  }

  private static <T> T join(Future<T> future) {
    try {
      return future.toCompletionStage().toCompletableFuture().join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  private static KeyPair keys() {
    try {
      return KeyPairGenerator.getInstance("RSA").generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String pem() {
    return "-----BEGIN PUBLIC KEY-----\n"
        + Base64.getMimeEncoder().encodeToString(KEYS.getPublic().getEncoded())
        + "\n-----END PUBLIC KEY-----\n";
  }

  private static String token(long now) {
    JsonObject claims =
        new JsonObject()
            .put("iss", "https://issuer.example")
            .put("aud", "weft")
            .put("sub", "alice")
            .put("exp", now + 600)
            .put("realm_access", new JsonObject().put("roles", new JsonArray().add("auditor")));
    String input = part("{\"alg\":\"RS256\"}") + "." + part(claims.encode());
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(KEYS.getPrivate());
      signature.update(input.getBytes(StandardCharsets.US_ASCII));
      return input + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String part(String json) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }

  private static Result call(WeftNode node, String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine line = Weft.line();
    line.setOut(new PrintWriter(out, true));
    line.setErr(new PrintWriter(err, true));
    String[] all = new String[args.length + 3];
    all[0] = "call";
    all[1] = "--admin";
    all[2] = "localhost:" + node.adminPort();
    System.arraycopy(args, 0, all, 3, args.length);
    return new Result(line.execute(all), out.toString(), err.toString());
  }

  private static void refused(Result result, int exitCode, String message) {
    assertThat(result.err()).contains(message);
    assertThat(result.exitCode()).isEqualTo(exitCode);
    assertThat(result.out()).isEmpty();
  }

  @Test
  void token_callsInItsName() {
    String file = "@" + folder.resolve("token.jwt");
    assertThat(call(checking, "Ledger/audit", "--token", file).out()).isEqualTo("\"alice\"\n");
    String token = token(System.currentTimeMillis() / 1_000);
    assertThat(call(checking, "Ledger/audit", "--token", token).out()).isEqualTo("\"alice\"\n");
    assertThat(call(checking, "Ledger/audits", "1", "2", "--token", token).out())
        .isEqualTo("\"alice 1\"\n\"alice 2\"\n");
  }

  @Test
  void token_refusedOnesAreNotRepeated() {
    String expired = token(System.currentTimeMillis() / 1_000 - 10_000);
    Result result = call(checking, "Ledger/audit", "--token", expired);
    refused(result, 1, "UNAUTHENTICATED: token refused: it expired");
    assertThat(result.err()).doesNotContain(expired.substring(expired.lastIndexOf('.') + 1));
    // A method for everybody too: whoever shows a bad token is told so.
    refused(call(checking, "Ledger/add", "{\"a\":1}", "--token", "a.b.c"), 1, "token refused");
  }

  @Test
  void token_badInputIsUsage() {
    refused(call(checking, "Ledger/audit", "--token", "@none.jwt"), 2, "cannot read none.jwt");
    refused(call(checking, "Ledger/audit", "--token", "a\r\nHost: b"), 2, "not a token");
    refused(call(trusting, "Ledger/audit", "--token", "a.b.c"), 2, "this node checks no tokens");
  }

  @Test
  void nobody_isToldHowToSayWho() {
    for (WeftNode node : List.of(checking, trusting)) {
      Result result = call(node, "Ledger/audit");
      refused(result, 1, "UNAUTHENTICATED: io.weft.node.userjar.Ledger/audit needs a caller");
      assertThat(result.err()).contains("[auditor]", "--token TOKEN or --token @FILE");
      refused(call(node, "Ledger/audits", "1"), 1, "--token");
      assertThat(call(node, "Ledger/add", "{\"a\":1}").exitCode()).isZero();
    }
  }

  @Test
  void as_onATrustingNode() {
    assertThat(call(trusting, "Ledger/audit", "--as", "Bob & Co", "--role", "auditor").out())
        .isEqualTo("\"Bob & Co\"\n");
    refused(
        call(trusting, "Ledger/audit", "--as", "bob", "--role", "clerk", "--role", "cook"),
        1,
        "PERMISSION_DENIED: io.weft.node.userjar.Ledger/audit needs one of the roles [auditor]");
    refused(call(trusting, "Ledger/audit", "--role", "auditor"), 2, "a role without a name");
    refused(call(trusting, "Ledger/audit", "--as", "", "--role", "auditor"), 2, "subject: empty");
  }

  @Test
  void as_refusedWhereTokensAreChecked() {
    refused(
        call(checking, "Ledger/audit", "--as", "alice", "--role", "auditor"),
        2,
        "--as is for development nodes that check no tokens");
    refused(
        call(checking, "Ledger/audit", "--as", "alice", "--token", "a.b.c"),
        2,
        "a token and --as; expected: one of them");
  }

  @Test
  void start_unusableKeysAreTold() throws IOException {
    Files.writeString(folder.resolve("bad.pem"), "nothing");
    assertThatThrownBy(
            () ->
                join(
                    node(
                        Map.of(
                            Key.JWT_ISSUER, "i",
                            Key.JWT_AUDIENCE, "a",
                            Key.JWT_KEYS, "bad.pem"))))
        .isInstanceOf(Refusal.class)
        .hasMessageStartingWith("weft.jwt.keys: ")
        .hasMessageContaining("no public key for one of");
  }
}
