package io.weft.node.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.hazelcast.config.Config;
import io.weft.node.refusal.Refusal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClusterXmlTest {
  private static final String HEAD =
      "<hazelcast xmlns=\"http://www.hazelcast.com/schema/config\">\n";

  @TempDir Path folder;

  @Test
  void resolve_refusesAnUnresolvedPlaceholder() {
    ClusterXml xml =
        new ClusterXml(
            HEAD
                + "<!-- ${in.a.comment}\n -->\n<cluster-name>${weft.clustr}</cluster-name></hazelcast>",
            "/etc/cluster.xml");
    assertThatThrownBy(() -> xml.resolve(name -> null))
        .isInstanceOf(Refusal.class)
        .hasMessageStartingWith(
            "${weft.clustr} in /etc/cluster.xml, line 4, has no value; set it with -Dweft.clustr=…"
                + " or the environment variable WEFT_CLUSTR, or correct the name (known: ")
        .extracting(e -> ((Refusal) e).kind())
        .isEqualTo(Refusal.Kind.USAGE);
  }

  @Test
  void resolve_refusesWhatHazelcastRefuses() {
    ClusterXml xml = new ClusterXml(HEAD + "<netwrk/></hazelcast>", "cluster.xml");
    assertThatThrownBy(() -> xml.resolve(name -> "x"))
        .isInstanceOf(Refusal.class)
        .hasMessage(
            "cluster.xml is not a valid Hazelcast configuration: <netwrk> is not expected here;"
                + " did you mean network?");
  }

  @Test
  void resolve_refusesWhatIsNoXml_andNobodyElseSpeaks() {
    ClusterXml xml = new ClusterXml(HEAD + "<network>", "cluster.xml");
    PrintStream before = System.err;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      assertThatThrownBy(() -> xml.resolve(name -> "x"))
          .isInstanceOf(Refusal.class)
          .hasMessageStartingWith("cluster.xml is not a valid Hazelcast configuration: line 2: ");
    } finally {
      System.setErr(before);
    }
    assertThat(printed.toString(StandardCharsets.UTF_8)).isEmpty();
  }

  @Test
  void find_prefersTheGivenFileThenTheFolderThenTheJar() throws IOException {
    assertThat(ClusterXml.find("", folder).origin()).isEqualTo("cluster.xml (in the jar)");
    Files.writeString(folder.resolve("cluster.xml"), "a");
    assertThat(ClusterXml.find("", folder).text()).isEqualTo("a");
    Files.writeString(folder.resolve("other.xml"), "b");
    assertThat(ClusterXml.find("other.xml", folder).text()).isEqualTo("b");
    assertThatThrownBy(() -> ClusterXml.find("none.xml", folder))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("no file " + folder.resolve("none.xml"));
  }

  @Test
  void shippedFile_keepsItsPromises() {
    NodeConfig config =
        NodeConfig.of(new Settings(Map.of(), Map.of(), Map.of(Key.PORT_OFFSET, "12")), folder);
    Config hazelcast = config.cluster().hazelcast();
    assertThat(hazelcast.getClusterName()).isEqualTo("weft");
    assertThat(hazelcast.getNetworkConfig().getPort()).isEqualTo(5713);
    assertThat(hazelcast.getNetworkConfig().isPortAutoIncrement()).isFalse();
    assertThat(hazelcast.getNetworkConfig().getJoin().getMulticastConfig().isEnabled()).isFalse();
    assertThat(hazelcast.getNetworkConfig().getJoin().getAutoDetectionConfig().isEnabled())
        .isFalse();
    assertThat(hazelcast.getNetworkConfig().getJoin().getTcpIpConfig().getMembers())
        .contains("127.0.0.1:5701", "127.0.0.1:5711", "127.0.0.1:5720")
        .hasSize(20);
    assertThat(hazelcast.getProperty("hazelcast.local.localAddress")).isEqualTo("127.0.0.1");
    assertThat(hazelcast.getProperty("hazelcast.socket.bind.any")).isEqualTo("false");
    assertThat(hazelcast.getProperty("hazelcast.phone.home.enabled")).isEqualTo("false");
    assertThat(hazelcast.getProperty("hazelcast.wait.seconds.before.join")).isNotEqualTo("0");
    assertThat(hazelcast.getMultiMapConfigs()).containsKey("__vertx.subs");
    assertThat(hazelcast.getMapConfigs())
        .containsKeys("__vertx.haInfo", "__vertx.nodeInfo", "weft.nodes", "weft.contracts");
    assertThat(hazelcast.getSerializationConfig().getJavaSerializationFilterConfig()).isNotNull();
  }

  @Test
  void shippedFile_obeysTheSchema() {
    ClusterXml shipped = ClusterXml.find("", folder);
    ClusterXml checked = new ClusterXml(shipped.text() + "\n", "cluster.xml");
    Config config =
        checked.resolve(
            name -> name.endsWith("port") ? "5701" : name.endsWith("host") ? "127.0.0.1" : "x");
    assertThat(config.getClusterName()).isEqualTo("x");
  }
}
