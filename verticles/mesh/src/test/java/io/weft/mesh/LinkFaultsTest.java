package io.weft.mesh;

import static io.weft.mesh.Nodes.failure;
import static io.weft.mesh.Nodes.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.eventbus.DeliveryOptions;
import io.vertx.core.eventbus.EventBus;
import io.weft.call.CallFailure;
import io.weft.contract.Code;
import io.weft.contract.Fate;
import io.weft.link.LaneAddress;
import io.weft.registry.NodeEntry;
import io.weft.stream.Streams;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What calls suffer when batches are lost, doubled or damaged. Caller: node 0, service: node 1. */
class LinkFaultsTest {
  private Nodes nodes;
  private ProbeService service;
  private Probe probe;
  private Context lane;

  @BeforeEach
  void start() {
    nodes = new Nodes(2, MeshOptions.defaults());
    service = new ProbeService("one");
    get(nodes.mesh.get(1).serve(Probe.class, service));
    probe = nodes.mesh.get(0).client(Probe.class);
    lane = nodes.vertx.get(0).getOrCreateContext();
    await().until(() -> served() == 1);
    get(call(() -> probe.count("warm")));
  }

  private int served() {
    return nodes.mesh.get(0).registry().table().endpoints(Probe.class.getName(), 1).size();
  }

  @AfterEach
  void stop() {
    nodes.close();
  }

  /** Makes a call on always the same lane, so that batches have one order. */
  private <T> Future<T> call(Supplier<Future<T>> code) {
    Promise<T> promise = Promise.promise();
    lane.runOnContext(go -> code.get().onComplete(promise));
    return promise.future();
  }

  /** Loses the next batches that a node sends. */
  private AtomicInteger drop(int node, int count) {
    AtomicInteger left = new AtomicInteger(count);
    Vertx vertx = nodes.vertx.get(node);
    vertx
        .eventBus()
        .addOutboundInterceptor(
            delivery -> {
              boolean ours = delivery.message().address().startsWith("weft.lane.");
              if (!ours || left.getAndUpdate(n -> Math.max(0, n - 1)) == 0) {
                delivery.next();
              }
            });
    return left;
  }

  /** Sends every batch of a node twice. */
  private void repeat(int node) {
    EventBus bus = nodes.vertx.get(node).eventBus();
    DeliveryOptions again = new DeliveryOptions().setCodecName("w").addHeader("again", "1");
    bus.addOutboundInterceptor(
        delivery -> {
          String address = delivery.message().address();
          boolean copy = delivery.message().headers().contains("again");
          delivery.next();
          if (address.startsWith("weft.lane.") && !copy) {
            bus.send(address, delivery.body(), again);
          }
        });
  }

  @Test
  void lostRequest_atMostOnceRunsOnceAfterTheFence() {
    drop(0, 1);
    assertThat(get(call(() -> probe.countOnce("lost request")))).isEqualTo(1);
    assertThat(service.runs("lost request")).isEqualTo(1);
    assertThat(nodes.mesh.get(1).stats().links().gaps()).isEqualTo(1);
  }

  @Test
  void lostRequest_otherCallsInFlightGoOn() {
    Future<String> hanging = call(() -> probe.hang("in flight"));
    await().until(() -> service.hanging.containsKey("in flight"));
    drop(0, 1);
    assertThat(get(call(() -> probe.countOnce("lost")))).isEqualTo(1);
    service.release("in flight");
    assertThat(get(hanging)).isEqualTo("released in flight");
  }

  @Test
  void lostReply_atMostOnceFailsUnknownBeforeItsDeadline() {
    Future<String> hanging = call(() -> probe.hang("lost reply"));
    await().until(() -> service.hanging.containsKey("lost reply"));
    drop(1, 1);
    service.release("lost reply");
    CallFailure failure = (CallFailure) failure(hanging);
    assertThat(failure.code()).isEqualTo(Code.UNAVAILABLE);
    assertThat(failure.fate()).isEqualTo(Fate.UNKNOWN);
    assertThat(service.runs("lost reply")).isEqualTo(1);
  }

  @Test
  void lostReply_atLeastOnceIsRepeated() {
    Future<String> hanging = call(() -> probe.hangAgain("again"));
    await().until(() -> service.hanging.containsKey("again"));
    drop(1, 1);
    service.release("again");
    await().until(() -> service.hanging.containsKey("again"));
    service.release("again");
    assertThat(get(hanging)).isEqualTo("released again");
    assertThat(service.runs("again")).isEqualTo(2);
  }

  @Test
  void doubledBatches_runOnce() {
    repeat(0);
    repeat(1);
    for (int i = 0; i < 50; i++) {
      get(call(() -> probe.countOnce("doubled")));
    }
    assertThat(service.runs("doubled")).isEqualTo(50);
    assertThat(nodes.mesh.get(1).stats().links().duplicates()).isGreaterThanOrEqualTo(50);
  }

  @Test
  void lostStreamItem_failsTheStreamAtOnce() {
    var stream = probe.numbers(1_000_000);
    AtomicInteger got = new AtomicInteger();
    AtomicInteger left = drop(1, 0);
    Future<Void> done =
        Streams.forEach(
            stream,
            n -> {
              if (got.incrementAndGet() == 5_000) {
                left.set(1);
              }
            });
    assertThat(((CallFailure) failure(done)).code()).isEqualTo(Code.UNAVAILABLE);
    assertThat(get(call(() -> probe.countOnce("after")))).isEqualTo(1);
  }

  @Test
  void foreignMessage_isCountedAndHarmless() {
    NodeEntry one = nodes.mesh.get(1).registry().own();
    String address = new LaneAddress(one.node(), one.incarnation(), 0).eventBus();
    for (int i = 0; i < 3; i++) {
      nodes.vertx.get(0).eventBus().send(address, "not a batch");
      nodes.vertx.get(0).eventBus().send(address, Buffer.buffer(new byte[] {1, 2, 3}));
    }
    await().until(() -> nodes.mesh.get(1).stats().links().foreign() == 6);
    assertThat(get(call(() -> probe.countOnce("fine")))).isEqualTo(1);
  }

  @Test
  void silentPeer_suspectedThenFailedWithoutWaitingForTheDeadline() {
    Future<String> hanging = call(() -> probe.hang("silent"));
    await().until(() -> service.hanging.containsKey("silent"));
    drop(1, Integer.MAX_VALUE);
    CallFailure failure = (CallFailure) failure(hanging);
    assertThat(failure.code()).isEqualTo(Code.UNAVAILABLE);
    assertThat(failure.fate()).isEqualTo(Fate.UNKNOWN);
    assertThat(failure.message()).contains("silent for 3000 ms");
  }

  @Test
  void nodeLeaves_pendingCallsFailAtOnce() {
    Future<String> hanging = call(() -> probe.hang("left"));
    await().until(() -> service.hanging.containsKey("left"));
    get(nodes.vertx.get(1).close());
    CallFailure failure = (CallFailure) failure(hanging);
    assertThat(failure.code()).isEqualTo(Code.UNAVAILABLE);
    nodes.vertx.remove(1);
  }

  @Test
  void drain_losesNoCallAndRefusesLateOnes() {
    Future<String> inFlight = call(() -> probe.hang("draining"));
    await().until(() -> service.hanging.containsKey("draining"));
    get(nodes.mesh.get(0).serve(Probe.class, new ProbeService("zero")));
    Probe any =
        nodes
            .mesh
            .get(0)
            .client(
                Probe.class,
                ClientOptions.defaults()
                    .withLocality(io.weft.registry.Strategy.Locality.NONE)
                    .withStrategy(io.weft.registry.Strategy.roundRobin()));
    AtomicInteger failed = new AtomicInteger();
    AtomicInteger done = new AtomicInteger();
    Promise<Void> stopped = Promise.promise();
    boolean[] on = {true};
    lane.runOnContext(go -> load(any, failed, done, on, stopped));
    await().until(() -> done.get() > 1_000);
    Future<Void> drained = nodes.mesh.get(1).drain(java.time.Duration.ofSeconds(10));
    int half = done.get();
    await().until(() -> done.get() > half + 1_000);
    assertThat(drained.isComplete()).isFalse();
    service.release("draining");
    assertThat(get(inFlight)).isEqualTo("released draining");
    get(drained);
    get(nodes.mesh.get(1).close());
    int before = done.get();
    await().until(() -> done.get() > before + 1_000);
    on[0] = false;
    get(stopped.future());
    assertThat(failed.get()).isZero();
  }

  private void load(
      Probe any, AtomicInteger failed, AtomicInteger done, boolean[] on, Promise<Void> stopped) {
    any.countOnce("load")
        .onComplete(
            (value, failure) -> {
              done.incrementAndGet();
              if (failure != null) {
                failed.incrementAndGet();
              }
              if (on[0]) {
                lane.runOnContext(next -> load(any, failed, done, on, stopped));
              } else {
                stopped.tryComplete();
              }
            });
  }
}
