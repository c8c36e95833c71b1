package io.weft.mesh;

import static io.weft.mesh.Nodes.failure;
import static io.weft.mesh.Nodes.get;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.circuitbreaker.CircuitBreakerState;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.weft.call.CallFailure;
import io.weft.call.CallScope;
import io.weft.call.Trail;
import io.weft.contract.Code;
import io.weft.filter.breaker.BreakerOptions;
import io.weft.filter.breaker.BreakerStatus;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Breakers as users of a mesh meet them. */
class BreakersTest {
  private final AtomicLong ahead = new AtomicLong();
  private final ProbeService working = new ProbeService("one");
  private final List<CircuitBreakerState> seen = new CopyOnWriteArrayList<>();
  private Vertx vertx;
  private Mesh mesh;
  private Probe probe;

  @BeforeEach
  void start() {
    vertx = Vertx.vertx();
    MeshOptions options = MeshOptions.defaults();
    mesh = get(Mesh.join(vertx, clock(options, () -> System.nanoTime() + ahead.get())));
    mesh.breakers().onChange(status -> seen.add(status.state()));
    probe = mesh.client(Probe.class);
  }

  private static MeshOptions clock(MeshOptions o, io.weft.call.Clock clock) {
    return new MeshOptions(
        o.name(),
        o.zone(),
        o.limits(),
        o.lease(),
        clock,
        o.breaker(),
        o.load(),
        o.interceptors(),
        o.telemetry());
  }

  @AfterEach
  void stop() {
    get(vertx.close());
  }

  private BreakerStatus status() {
    return mesh.breakers().all().get(0);
  }

  private void down(Probe client) {
    for (int i = 0; i < 20; i++) {
      failure(client.count("x"));
    }
  }

  @Test
  void serviceDown_opens_thenComesBack() {
    down(probe);
    assertThat(status().name()).isEqualTo(Probe.class.getName());
    assertThat(status().state()).isEqualTo(CircuitBreakerState.OPEN);
    get(mesh.serve(Probe.class, working));
    CallFailure refused = (CallFailure) failure(probe.count("y"));
    assertThat(refused.message()).contains("left alone", "20 of 20");
    assertThat(refused.retryAfterMillis()).isBetween(1L, 5_000L);
    assertThat(working.runs("y")).as("it never got there").isZero();
    ahead.addAndGet(5_000_000_000L);
    for (int i = 1; i <= 3; i++) {
      assertThat(get(probe.count("y"))).isEqualTo(i);
    }
    assertThat(seen)
        .containsExactly(
            CircuitBreakerState.OPEN, CircuitBreakerState.HALF_OPEN, CircuitBreakerState.CLOSED);
  }

  @Test
  void open_refusal_isNotTriedAgain() {
    down(probe);
    Trail trail = new Trail();
    Future<Integer> call =
        CallScope.detached().explain(trail).run(() -> mesh.client(Probe.class).count("z"));
    assertThat(((CallFailure) failure(call)).code()).isEqualTo(Code.UNAVAILABLE);
    assertThat(trail.lines()).hasSize(1).first().asString().startsWith("breaker open for ");
  }

  @Test
  void clients_shareTheBreaker_unlessTheirOptionsDiffer() {
    down(probe);
    Probe twin = mesh.client(Probe.class);
    assertThat(failure(twin.count("a")).getMessage()).contains("left alone");
    BreakerOptions none =
        new BreakerOptions(
            false, 0.5, 20, BreakerOptions.DEFAULT.window(), BreakerOptions.DEFAULT.open(), 3);
    Probe free = mesh.client(Probe.class, ClientOptions.defaults().withBreaker(none));
    down(free);
    assertThat(failure(free.count("a")).getMessage()).contains("cannot be called");
  }

  @Test
  void callersFaults_neverOpen() {
    get(mesh.serve(Probe.class, working));
    for (int i = 0; i < 50; i++) {
      failure(probe.refuse("no"));
    }
    assertThat(seen).isEmpty();
    assertThat(status().calls()).isEqualTo(50);
    assertThat(status().failures()).isZero();
  }
}
