package io.weft.node.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weft.identity.JwtOptions;
import io.weft.node.refusal.Refusal;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NodeConfigTest {
  @TempDir Path folder;

  private NodeConfig of(Map<Key, String> options) {
    return NodeConfig.of(new Settings(Map.of(), Map.of(), options), folder);
  }

  @Test
  void of_defaults() {
    NodeConfig config = of(Map.of());
    assertThat(config.ports())
        .isEqualTo(new NodeConfig.Ports("127.0.0.1", 0, 15_701, 5_701, 9_090));
    assertThat(config.identity().name()).isEqualTo(host() + "-0");
    assertThat(config.identity().zone()).isEmpty();
    assertThat(config.drainGrace()).isEqualTo(Duration.ofSeconds(10));
    assertThat(config.cluster().members()).hasSize(10);
    assertThat(config.notes()).isEmpty();
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "node";
    }
  }

  @Test
  void of_nameFromTheEnvironment() {
    Settings settings =
        new Settings(Map.of("HOSTNAME", "ada"), Map.of(), Map.of(Key.PORT_OFFSET, "2"));
    assertThat(NodeConfig.of(settings, folder).identity().name()).isEqualTo("ada-2");
  }

  @Test
  void of_tellsMembersThatNobodyKnows() {
    String members = "nowhere.invalid, localhost:5701,10.0.0.1-9:5701,10.0.*.7,[::1]:5701";
    NodeConfig config = of(Map.of(Key.MEMBERS, members));
    assertThat(config.cluster().members()).hasSize(5);
    assertThat(config.notes())
        .singleElement()
        .asString()
        .startsWith("cannot find member \"nowhere.invalid\" (--members): no host of that name;");
  }

  @Test
  void of_offsetMovesEveryPort() {
    assertThat(of(Map.of(Key.PORT_OFFSET, "2", Key.ADMIN_PORT, "8000")).ports())
        .isEqualTo(new NodeConfig.Ports("127.0.0.1", 2, 15_703, 5_703, 8_002));
  }

  @Test
  void of_refusesAPortBeyondTheLast() {
    assertThatThrownBy(() -> of(Map.of(Key.PORT_OFFSET, "50000")))
        .isInstanceOf(Refusal.class)
        .hasMessage("weft.bus.port 15701 + offset 50000 is 65701; expected: at most 65535");
  }

  @Test
  void of_bindsToOtherAddressesOnlyWhenTold() {
    assertThatThrownBy(() -> of(Map.of(Key.HOST, "0.0.0.0")))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("--insecure");
    assertThat(of(Map.of(Key.HOST, "0.0.0.0", Key.INSECURE, "true")).notes())
        .singleElement()
        .asString()
        .startsWith("INSECURE: ");
  }

  @Test
  void of_refusesUnknownProfile() {
    assertThatThrownBy(() -> of(Map.of(Key.PROFILE, "prd")))
        .isInstanceOf(Refusal.class)
        .hasMessage("weft.profile: \"prd\" (from --profile) is not valid; expected: dev");
  }

  @Test
  void of_placeholdersOfTheUserComeFromPropertyOrEnvironment() throws IOException {
    Files.writeString(
        folder.resolve("cluster.xml"),
        "<hazelcast xmlns=\"http://www.hazelcast.com/schema/config\">\n"
            + "<instance-name>${weft.label}-${POD_NAME}-${weft.name}</instance-name></hazelcast>");
    Settings settings =
        new Settings(
            Map.of("POD_NAME", "pod-7"), Map.of("weft.label", "blue"), Map.of(Key.NAME, "n1"));
    NodeConfig config = NodeConfig.of(settings, folder);
    assertThat(config.cluster().hazelcast().getInstanceName()).isEqualTo("blue-pod-7-n1");
  }

  @Test
  void of_jwt() throws IOException {
    Files.writeString(folder.resolve("keys.json"), "{}");
    assertThat(of(Map.of()).jwt()).isNull();
    Map<Key, String> given =
        Map.of(
            Key.JWT_ISSUER, "https://issuer.example",
            Key.JWT_AUDIENCE, "weft",
            Key.JWT_KEYS, "keys.json",
            Key.JWT_ALGORITHMS, "RS256, EdDSA",
            Key.JWT_ROLES, "realm_access.roles");
    JwtOptions jwt = of(given).jwt();
    assertThat(jwt)
        .isEqualTo(
            JwtOptions.of("https://issuer.example", "weft", folder.resolve("keys.json"))
                .withAlgorithms("RS256", "EdDSA")
                .withPrincipal("sub", "realm_access.roles"));
  }

  @Test
  void of_jwtIsCompleteOrRefused() throws IOException {
    Files.writeString(folder.resolve("keys.json"), "{}");
    Map<Key, String> good =
        Map.of(Key.JWT_ISSUER, "i", Key.JWT_AUDIENCE, "a", Key.JWT_KEYS, "keys.json");
    for (Key missing : good.keySet()) {
      Map<Key, String> some = new HashMap<>(good);
      some.remove(missing);
      assertThatThrownBy(() -> of(some))
          .isInstanceOf(Refusal.class)
          .hasMessageStartingWith(missing.property() + ": \"\" is not valid; expected: ");
    }
    assertWrong(good, Key.JWT_KEYS, "none.json", "a readable file; there is none at ");
    assertWrong(good, Key.JWT_ALGORITHMS, "RS265", "did you mean RS256");
    assertWrong(good, Key.JWT_ALGORITHMS, "none", "some of RS256,");
    assertWrong(good, Key.JWT_ALGORITHMS, "RS256,HS256", "not HS256");
    assertWrong(good, Key.JWT_ALGORITHMS, "", "some of RS256,");
    assertWrong(good, Key.JWT_LEEWAY, "6m", "at most 5m");
    assertWrong(good, Key.JWT_LEEWAY, "soon", "a duration like");
    assertWrong(good, Key.JWT_ROLES, "", "the name of a claim");
  }

  private void assertWrong(Map<Key, String> good, Key key, String value, String expected) {
    Map<Key, String> wrong = new HashMap<>(good);
    wrong.put(key, value);
    assertThatThrownBy(() -> of(wrong))
        .isInstanceOf(Refusal.class)
        .hasMessageStartingWith(
            key.property()
                + ": \""
                + value
                + "\" (from "
                + key.flag()
                + ") is not valid; expected: ")
        .hasMessageContaining(expected);
  }
}
