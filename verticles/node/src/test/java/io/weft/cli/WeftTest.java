package io.weft.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class WeftTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... args) {
    CommandLine line = Weft.line();
    line.setOut(new PrintWriter(out, true));
    line.setErr(new PrintWriter(err, true));
    return line.execute(args);
  }

  @Test
  void noCommand_isUsage() {
    assertThat(run()).isEqualTo(2);
    assertThat(err.toString()).contains("no command; expected one of: bench, call");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void unknownCommand_namesTheNearest() {
    assertThat(run("nodez")).isEqualTo(2);
    assertThat(err.toString()).contains("Did you mean").contains("nodes");
  }

  @Test
  void unknownOption_isUsage() {
    assertThat(run("nodes", "--outptu", "json")).isEqualTo(2);
    assertThat(err.toString()).contains("--outptu").contains("Try \"weft nodes --help\".");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "demo",
        "run",
        "nodes",
        "services",
        "describe",
        "call",
        "publish",
        "subscribe",
        "drain"
      })
  void help_isReadableAt80Columns(String command) {
    String[] args = command.isEmpty() ? new String[] {"--help"} : new String[] {command, "--help"};
    assertThat(run(args)).isZero();
    assertThat(out.toString().lines())
        .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(80));
    assertThat(out.toString()).contains("Examples:").doesNotContain(" ./cluster.\n");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void bench_hasAUsageBeforeItIsBuilt() {
    assertThat(BenchCommand.usage().lines())
        .anySatisfy(line -> assertThat(line).startsWith("Usage: weft bench"))
        .anySatisfy(line -> assertThat(line).contains("then --help lists its options"))
        .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(80));
  }

  @Test
  void version_tellsJava() {
    assertThat(run("--version")).isZero();
    assertThat(out.toString()).contains("Java " + Runtime.version());
  }

  @Test
  void nobodyListens_saysWhatToDo() throws IOException {
    int free;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      free = socket.getLocalPort();
    }
    assertThat(run("nodes", "--admin", "localhost:" + free)).isEqualTo(1);
    assertThat(err.toString())
        .contains("no node answers on localhost:" + free)
        .contains("weft demo")
        .contains("--admin");
    assertThat(err.toString().lines())
        .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(80));
  }

  @Test
  void adminAddress_isChecked() {
    assertThat(run("nodes", "--admin", "localhost:none")).isEqualTo(2);
    assertThat(err.toString()).contains("expected: host:port");
  }

  @Test
  void call_needsServiceAndMethod() {
    assertThat(run("call", "Calculator")).isEqualTo(2);
    assertThat(err.toString()).contains("expected: SERVICE/METHOD");
  }

  @Test
  void topic_isNotEmpty() {
    assertThat(run("subscribe", "")).isEqualTo(2);
    assertThat(err.toString())
        .contains("\"\" is no topic; expected: a name like system.alerts.cpu");
    assertThat(run("publish", " ", "1")).isEqualTo(2);
    assertThat(err.toString()).contains("\" \" is no topic; expected: a name like news.local");
  }

  @Test
  void describe_needsAService() {
    assertThat(run("describe", "")).isEqualTo(2);
    assertThat(err.toString()).contains("\"\" is no service; see: weft services");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1"})
  void subscribe_countIsAtLeastOne(String count) {
    assertThat(run("subscribe", "a.*", "--count", count)).isEqualTo(2);
    assertThat(err.toString()).contains("--count: " + count + "; expected: at least 1");
  }

  @Test
  void run_tellsMembersThatNobodyKnows() {
    assertThat(run("run", "--members", "nowhere.invalid:5701", "--service", "my.Missing"))
        .isNotZero();
    assertThat(err.toString())
        .contains("weft: cannot find member \"nowhere.invalid:5701\" (--members)")
        .contains("Expected: host:port,");
  }

  @Test
  void run_refusesWrongInput() {
    assertThat(run("run", "--instances", "0")).isEqualTo(2);
    assertThat(run("run", "--port-offset", "x")).isEqualTo(2);
    assertThat(err.toString()).contains("weft.port.offset: \"x\" (from --port-offset)");
    assertThat(run("run", "--jar", "/nowhere/my.jar", "--port-offset", "41000")).isEqualTo(3);
    assertThat(err.toString()).contains("no file /nowhere/my.jar");
  }

  @Test
  void run_unknownClass() {
    assertThat(run("run", "--service", "my.Missing", "--port-offset", "41000")).isEqualTo(3);
    assertThat(err.toString()).contains("no class my.Missing in weft.jar (give yours with --jar)");
  }

  @Test
  void run_classThatIsNoService() {
    assertThat(run("run", "--service", "java.lang.String", "--port-offset", "41000")).isEqualTo(2);
    assertThat(err.toString()).contains("java.lang.String is neither a service nor a verticle");
  }

  @Test
  void run_portInUse() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = socket.getLocalPort();
      assertThat(run("run", "--admin-port", Integer.toString(port))).isEqualTo(1);
      assertThat(err.toString())
          .contains("port " + port + " (admin) on 127.0.0.1 is in use")
          .contains("--port-offset ");
    }
  }

  @Test
  void demo_refusesNonsense() {
    assertThat(run("demo", "--nodes", "0")).isEqualTo(2);
    assertThat(run("demo", "--seconds", "0")).isEqualTo(2);
  }
}
