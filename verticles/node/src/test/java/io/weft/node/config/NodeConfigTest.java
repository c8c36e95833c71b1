package io.weft.node.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weft.node.refusal.Refusal;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
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
}
