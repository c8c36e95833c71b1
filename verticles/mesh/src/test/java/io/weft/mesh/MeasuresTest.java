package io.weft.mesh;

import static io.weft.mesh.Nodes.failure;
import static io.weft.mesh.Nodes.get;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.weft.telemetry.Telemetry;
import io.weft.telemetry.metrics.FlowKey;
import io.weft.telemetry.metrics.Recorders.Series;
import io.weft.telemetry.metrics.Side;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a node measures of calls through the whole pipeline. */
class MeasuresTest {
  private static final String PROBE = "io.weft.mesh.Probe";
  private static final String RELAY = "io.weft.mesh.Relay";

  private Vertx vertx;
  private Mesh mesh;

  @BeforeEach
  void start() {
    vertx = Vertx.vertx();
    mesh =
        get(
            Mesh.join(
                vertx, MeshOptions.defaults().withName("one").withTelemetry(Telemetry.MEASURED)));
    get(mesh.serve(Probe.class, new ProbeService("one")));
    Probe probe = mesh.client(Probe.class);
    get(mesh.serve(Relay.class, wish -> probe.count(wish).map(String::valueOf)));
  }

  @AfterEach
  void stop() {
    get(vertx.close());
  }

  private Series series(Side side, String caller, String service, String method) {
    FlowKey key = new FlowKey(side, caller, service, method);
    return mesh.telemetry().recorders().series().stream()
        .filter(s -> s.key().equals(key))
        .findFirst()
        .orElseThrow(
            () -> new AssertionError(key + " in " + mesh.telemetry().recorders().series()));
  }

  @Test
  void caller_isTheServiceWhoseHandlerCalls_elseTheNode() {
    get(mesh.client(Relay.class).pass("x"));
    assertThat(series(Side.CLIENT, "one", RELAY, "pass").count()).isEqualTo(1);
    assertThat(series(Side.CLIENT, RELAY, PROBE, "count").count()).isEqualTo(1);
    assertThat(series(Side.ATTEMPT, RELAY, PROBE, "count").count()).isEqualTo(1);
    assertThat(series(Side.SERVER, "one", PROBE, "count").count()).isEqualTo(1);
  }

  @Test
  void failures_areCountedByCode() {
    failure(mesh.client(Probe.class).refuse("no"));
    for (Side side : Side.values()) {
      Series series = series(side, "one", PROBE, "refuse");
      assertThat(series.failed()).as(side.name()).isEqualTo(1);
      assertThat(series.outcomes()).as(side.name()).containsOnlyKeys("FAILED_PRECONDITION");
      assertThat(series.inFlight()).as(side.name()).isZero();
    }
  }

  @Test
  void nothingIsMeasured_withoutTelemetry() {
    Vertx other = Vertx.vertx();
    Mesh plain = get(Mesh.join(other));
    get(plain.serve(Probe.class, new ProbeService("two")));
    get(plain.client(Probe.class).count("x"));
    assertThat(plain.telemetry().recorders().series()).isEmpty();
    get(other.close());
  }
}
