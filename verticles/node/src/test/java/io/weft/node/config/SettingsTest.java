package io.weft.node.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weft.node.refusal.Refusal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTest {
  @Test
  void get_theStrongestSourceCounts() {
    Map<String, String> environment = Map.of("WEFT_PORT_OFFSET", "1", "WEFT_ZONE", "a");
    Map<String, String> properties = Map.of("weft.port.offset", "2");

    Settings all = new Settings(environment, properties, Map.of(Key.PORT_OFFSET, "3"));
    assertThat(all.get(Key.PORT_OFFSET)).isEqualTo(new Settings.Value("3", "--port-offset"));
    assertThat(all.get(Key.ZONE)).isEqualTo(new Settings.Value("a", "WEFT_ZONE"));
    assertThat(all.get(Key.PROFILE)).isEqualTo(new Settings.Value("dev", "default"));

    Settings noOptions = new Settings(environment, properties, Map.of());
    assertThat(noOptions.get(Key.PORT_OFFSET))
        .isEqualTo(new Settings.Value("2", "-Dweft.port.offset"));
    Settings onlyEnvironment = new Settings(environment, Map.of(), Map.of());
    assertThat(onlyEnvironment.get(Key.PORT_OFFSET))
        .isEqualTo(new Settings.Value("1", "WEFT_PORT_OFFSET"));
  }

  @Test
  void number_namesSourceAndExpectation() {
    Settings settings = new Settings(Map.of("WEFT_BUS_PORT", "high"), Map.of(), Map.of());
    assertThatThrownBy(() -> settings.number(Key.BUS_PORT, 1, 65_535))
        .isInstanceOf(Refusal.class)
        .hasMessage(
            "weft.bus.port: \"high\" (from WEFT_BUS_PORT) is not valid; expected: a number from 1 to 65535");
  }

  @Test
  void duration_readsUnits() {
    assertThat(Settings.parseDuration("500ms")).isEqualTo(Duration.ofMillis(500));
    assertThat(Settings.parseDuration("10s")).isEqualTo(Duration.ofSeconds(10));
    assertThat(Settings.parseDuration("2m")).isEqualTo(Duration.ofMinutes(2));
    assertThat(Settings.parseDuration("1h")).isEqualTo(Duration.ofHours(1));
    assertThat(Settings.parseDuration("10")).isNull();
    assertThat(Settings.parseDuration("-1s")).isNull();
    assertThat(Settings.parseDuration("99999999999s")).isNull();
  }

  @Test
  void refuseUnknown_namesTheNearest() {
    Settings settings = new Settings(Map.of(), Map.of("weft.port.ofset", "1"), Map.of());
    assertThatThrownBy(() -> settings.refuseUnknown(List.of()))
        .isInstanceOf(Refusal.class)
        .hasMessage("unknown setting -Dweft.port.ofset; did you mean weft.port.offset?");
  }

  @Test
  void refuseUnknown_placeholdersAndForeignPropertiesPass() {
    Settings settings =
        new Settings(
            Map.of(), Map.of("weft.backups", "2", "other", "x", "weft.demo.rate", "5"), Map.of());
    settings.refuseUnknown(List.of("weft.backups"));
  }

  @Test
  void unknownVariables_areToldButNotThoseOfKubernetes() {
    Settings settings =
        new Settings(
            Map.of(
                "WEFT_ZONES", "a",
                "WEFT_SERVICE_HOST", "10.0.0.1",
                "WEFT_PORT", "tcp://10.0.0.1:9090",
                "WEFT_PORT_9090_TCP_ADDR", "10.0.0.1",
                "WEFT_HEADLESS_SERVICE_PORT_BUS", "15701",
                "WEFT_ADMIN", "localhost:9091"),
            Map.of(),
            Map.of());
    assertThat(settings.unknownVariables(List.of()))
        .containsExactly("unknown variable WEFT_ZONES is ignored; did you mean WEFT_ZONE?");
  }
}
