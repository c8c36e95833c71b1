package io.weft.mesh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.weft.call.CallFailure;
import io.weft.call.CallScope;
import io.weft.call.Principal;
import io.weft.call.Trail;
import io.weft.contract.Code;
import io.weft.contract.Fate;
import io.weft.filter.limit.LimitOptions;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Limits where users set them. */
class LimitsTest {
  private final Vertx vertx = Vertx.vertx();
  private final ProbeService service = new ProbeService("one");

  @AfterEach
  void stop() {
    Nodes.get(vertx.close());
  }

  private Mesh join(LimitOptions load) {
    return Nodes.get(Mesh.join(vertx, MeshOptions.defaults().withLoad(load)));
  }

  @Test
  void bulkheadOfOne_secondCallRefusedUntilTheFirstEnds() {
    Mesh mesh = join(LimitOptions.DEFAULT);
    ServeOptions one = ServeOptions.defaults().withLoad(LimitOptions.DEFAULT.withBulkhead(1));
    Nodes.get(mesh.serve(Probe.class, service, one));
    Probe probe = mesh.client(Probe.class);
    Future<String> hanging = probe.hang("a");
    await().until(() -> service.runs("a") == 1);
    CallFailure refused = (CallFailure) Nodes.failure(probe.countOnce("b"));
    assertThat(refused.code()).isEqualTo(Code.RESOURCE_EXHAUSTED);
    assertThat(refused.fate()).isEqualTo(Fate.NOT_PROCESSED);
    assertThat(service.runs("b")).isZero();
    // Tried again three times, as it surely did not run.
    assertThat(mesh.stats().refused().bulkhead()).isEqualTo(4);
    service.release("a");
    assertThat(Nodes.get(hanging)).isEqualTo("released a");
    assertThat(Nodes.get(probe.countOnce("b"))).isEqualTo(1);
  }

  @Test
  void rateOfTheNode_holdsForEachPrincipal() {
    Mesh mesh = join(LimitOptions.DEFAULT.withRate(0.5, 2));
    Nodes.get(mesh.serve(Probe.class, service));
    Probe probe =
        mesh.client(Probe.class, ClientOptions.defaults().withDeadline(Duration.ofMillis(900)));
    for (String name : new String[] {"anna", "bert"}) {
      CallScope scope = CallScope.detached().principal(Principal.of(name));
      assertThat(Nodes.get(scope.run(() -> probe.countOnce(name)))).isEqualTo(1);
      assertThat(Nodes.get(scope.run(() -> probe.countOnce(name)))).isEqualTo(2);
      // The hint lies behind the deadline: so it is not tried again.
      CallFailure refused = (CallFailure) Nodes.failure(scope.run(() -> probe.countOnce(name)));
      assertThat(refused).hasMessageContaining("principal " + name);
      assertThat(service.runs(name)).isEqualTo(2);
    }
    assertThat(mesh.stats().refused().rate()).isEqualTo(2);
  }

  @Test
  void callThatExplainsItself_tellsOfTheLimits() {
    Mesh mesh = join(LimitOptions.DEFAULT);
    Nodes.get(mesh.serve(Probe.class, service));
    Trail trail = new Trail();
    Probe probe = mesh.client(Probe.class);
    Nodes.get(CallScope.detached().explain(trail).run(() -> probe.countOnce("x")));
    assertThat(String.join("\n", trail.lines()))
        .contains("queue: none stands")
        .contains("concurrency: 0 running of at most 921");
  }
}
