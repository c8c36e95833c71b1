package io.weft.mesh;

import static io.weft.mesh.Nodes.failure;
import static io.weft.mesh.Nodes.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Future;
import io.weft.call.CallFailure;
import io.weft.contract.Code;
import io.weft.contract.Fate;
import io.weft.link.LaneAddress;
import io.weft.registry.NodeEntry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A node that leaves the mesh and stays in the cluster, or joins again. Caller: node 0. */
class RejoinTest {
  private Nodes nodes;
  private ProbeService service;
  private Probe probe;

  @BeforeEach
  void start() {
    nodes = new Nodes(2, MeshOptions.defaults());
    service = new ProbeService("one");
    get(nodes.mesh.get(1).serve(Probe.class, service));
    probe = nodes.mesh.get(0).client(Probe.class);
    await().until(() -> served() == 1);
    get(probe.count("warm"));
  }

  @AfterEach
  void stop() {
    nodes.close();
  }

  private int served() {
    return nodes.mesh.get(0).registry().table().endpoints(Probe.class.getName(), 1).size();
  }

  private static LaneAddress lane(Mesh mesh) {
    NodeEntry own = mesh.registry().own();
    return new LaneAddress(own.node(), own.incarnation(), 0);
  }

  @Test
  void closedMesh_failsItsCallsAtOnceThoughTheNodeStaysInTheCluster() {
    Future<String> hanging = probe.hang("left behind");
    await().until(() -> service.hanging.containsKey("left behind"));
    get(nodes.mesh.get(1).close());
    CallFailure failure = (CallFailure) failure(hanging);
    assertThat(failure.code()).isEqualTo(Code.UNAVAILABLE);
    assertThat(failure.fate()).isEqualTo(Fate.UNKNOWN);
    assertThat(failure.message()).contains("left the mesh");
  }

  @Test
  void joinedAgain_listensElsewhereAndIsCalledAtOnce() {
    LaneAddress before = lane(nodes.mesh.get(1));
    Future<String> hanging = probe.hang("before");
    await().until(() -> service.hanging.containsKey("before"));
    get(nodes.mesh.get(1).close());
    Mesh again = get(Mesh.join(nodes.vertx.get(1), MeshOptions.defaults().withName("again")));
    ProbeService later = new ProbeService("two");
    get(again.serve(Probe.class, later));
    assertThat(lane(again).node()).isEqualTo(before.node());
    assertThat(lane(again).eventBus()).isNotEqualTo(before.eventBus());
    assertThat(((CallFailure) failure(hanging)).fate()).isEqualTo(Fate.UNKNOWN);
    await().until(() -> served() == 1);
    assertThat(get(probe.countOnce("again"))).isEqualTo(1);
    assertThat(later.runs("again")).isEqualTo(1);
    get(again.close());
  }
}
