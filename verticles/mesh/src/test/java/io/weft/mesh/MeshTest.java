package io.weft.mesh;

import static io.weft.mesh.Nodes.failure;
import static io.weft.mesh.Nodes.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.AbstractVerticle;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.ThreadingModel;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import io.weft.call.CallFailure;
import io.weft.call.CallScope;
import io.weft.call.Caller;
import io.weft.contract.Code;
import io.weft.contract.Fate;
import io.weft.link.Limits;
import io.weft.mesh.Probe.Note;
import io.weft.mesh.Probe.Refused;
import io.weft.registry.ContractEntry;
import io.weft.registry.NodeEntry;
import io.weft.registry.Registry;
import io.weft.registry.Strategy;
import io.weft.stream.Streams;
import io.weft.stream.Window;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Calls between two nodes, with nothing in their way. The caller is node 0, the service node 1. */
class MeshTest {
  private static final Note NOTE = new Note("hello", List.of(1, -2, 3));
  private static Nodes nodes;
  private static ProbeService service;
  private static Probe probe;

  @BeforeAll
  static void start() {
    Limits small =
        new Limits(1 << 20, 64 << 10, 50, 16L << 20, Window.DEFAULT, Limits.Silence.DEFAULT);
    nodes = new Nodes(2, MeshOptions.defaults().withLimits(small));
    service = new ProbeService("one");
    get(nodes.mesh.get(1).serve(Probe.class, service));
    probe = nodes.mesh.get(0).client(Probe.class);
    await()
        .until(
            () -> nodes.mesh.get(0).registry().table().services().contains(Probe.class.getName()));
  }

  @AfterAll
  static void stop() {
    nodes.close();
  }

  @Test
  void unary_echoes() {
    assertThat(get(probe.echo(NOTE))).isEqualTo(NOTE);
  }

  @Test
  void unary_typedErrorArrivesAsItsRecord() {
    CallFailure failure = (CallFailure) failure(probe.refuse("no"));
    assertThat(failure.code()).isEqualTo(Code.FAILED_PRECONDITION);
    assertThat(failure.fate()).isEqualTo(Fate.PROCESSED);
    assertThat(failure.message()).isEqualTo("refused: no");
    assertThat(failure.details()).isEqualTo(new Refused("no", 7));
    assertThat(failure.node()).isEqualTo(nodes.mesh.get(1).node());
  }

  @Test
  void serverStream_allItemsInOrder() {
    List<Integer> items = get(Streams.toList(probe.numbers(10_000)));
    assertThat(items).isEqualTo(IntStream.range(0, 10_000).boxed().toList());
  }

  @Test
  void serverStream_pausedConsumerStopsProducer() {
    service.produced.set(0);
    List<Integer> got = new ArrayList<>();
    ReadStream<Integer> stream = probe.numbers(1_000_000);
    Promise<Void> ten = Promise.promise();
    stream.pause();
    stream.handler(
        n -> {
          got.add(n);
          if (got.size() == 10) {
            ten.complete();
          }
        });
    stream.fetch(10);
    get(ten.future());
    get(probe.echo(NOTE));
    assertThat(service.produced.get()).isBetween(10, 10 + Window.DEFAULT.items());
    ((io.weft.stream.InboundStream<?>) stream).cancel();
  }

  @Test
  void clientStream_sums() {
    assertThat(get(probe.sum(Streams.from(IntStream.rangeClosed(1, 5_000).boxed().toList()))))
        .isEqualTo(12_502_500L);
  }

  @Test
  void bidirectional_answersEachItem() {
    ReadStream<Integer> in = Streams.from(IntStream.range(0, 3_000).boxed().toList());
    assertThat(get(Streams.toList(probe.doubled(in))))
        .isEqualTo(IntStream.range(0, 3_000).map(n -> n * 2).boxed().toList());
  }

  @Test
  void oneWay_arrives() {
    probe.tell("told");
    await().untilAsserted(() -> assertThat(service.runs("told")).isEqualTo(1));
  }

  @Test
  void deadline_passesAndCancelsTheHandler() {
    Probe hasty =
        nodes
            .mesh
            .get(0)
            .client(Probe.class, ClientOptions.defaults().withDeadline(Duration.ofMillis(100)));
    CallFailure failure = (CallFailure) failure(hasty.hang("late"));
    assertThat(failure.code()).isEqualTo(Code.DEADLINE_EXCEEDED);
    assertThat(failure.fate()).isEqualTo(Fate.UNKNOWN);
    assertThat(failure.message()).contains("100 ms").contains("Probe/hang");
    await().until(() -> service.contexts.get("late").cancelled());
  }

  @Test
  void cancel_reachesTheHandler() {
    CallScope scope = CallScope.inherit();
    Future<String> call = scope.run(() -> probe.hang("cancelled"));
    await().until(() -> service.contexts.containsKey("cancelled"));
    scope.cancel();
    assertThat(((CallFailure) failure(call)).code()).isEqualTo(Code.CANCELLED);
    await().until(() -> service.contexts.get("cancelled").cancelled());
  }

  @Test
  void baggage_travels() {
    Future<String> call = CallScope.inherit().baggage("tenant", "7").run(() -> probe.hang("bag"));
    await().until(() -> service.contexts.containsKey("bag"));
    assertThat(service.contexts.get("bag").baggage()).containsEntry("tenant", "7");
    service.release("bag");
    assertThat(get(call)).isEqualTo("released bag");
  }

  @Test
  void bounds_tooManyCallsAreRefusedAtOnce() {
    List<Future<String>> calls = new ArrayList<>();
    CallScope scope = CallScope.inherit();
    for (int i = 0; i < 50; i++) {
      String key = "bound" + i;
      calls.add(onOneLane(() -> scope.run(() -> probe.hang(key))));
    }
    await().until(() -> service.contexts.containsKey("bound49"));
    CallFailure failure = (CallFailure) failure(onOneLane(() -> probe.countOnce("beyond")));
    scope.cancel();
    assertThat(failure.code()).isEqualTo(Code.RESOURCE_EXHAUSTED);
    assertThat(failure.fate()).isEqualTo(Fate.NOT_PROCESSED);
    assertThat(service.runs("beyond")).isZero();
    calls.forEach(call -> assertThat(failure(call)).isInstanceOf(CallFailure.class));
  }

  private static io.vertx.core.Context lane;

  private static <T> Future<T> onOneLane(java.util.function.Supplier<Future<T>> code) {
    if (lane == null) {
      lane = nodes.vertx.get(0).getOrCreateContext();
    }
    Promise<T> promise = Promise.promise();
    lane.runOnContext(go -> code.get().onComplete(promise));
    return promise.future();
  }

  @Test
  void oversizedRequest_namesSizeAndLimit() {
    CallFailure failure =
        (CallFailure) failure(probe.echo(new Note("x".repeat(2 << 20), List.of())));
    assertThat(failure.code()).isEqualTo(Code.RESOURCE_EXHAUSTED);
    assertThat(failure.message()).contains("2,097,").contains("1,048,576");
    assertThat(get(probe.echo(NOTE))).isEqualTo(NOTE);
  }

  @Test
  void unknownService_failsAtOnceAndNamesIt() {
    nodes.vertx.get(0).getOrCreateContext();
    CallFailure failure =
        (CallFailure)
            failure(
                nodes
                    .mesh
                    .get(0)
                    .caller(
                        new ContractEntry(
                            "no.such.Service", 1, List.of(), List.of(), Buffer.buffer()))
                    .unary(ProbeSpecs.COUNT, new Object()));
    assertThat(failure.code()).isEqualTo(Code.UNAVAILABLE);
    assertThat(failure.message()).contains("no node of the mesh serves it");
  }

  private static ContractEntry contradicting() {
    ContractEntry contract = ContractEntry.of(ProbeSpecs.CONTRACT);
    List<String> signature = new ArrayList<>(contract.signature());
    int number = ProbeSpecs.COUNT.name().number();
    signature.replaceAll(line -> line.startsWith("method " + number + "=") ? line + "X" : line);
    return new ContractEntry(
        contract.service(), 1, signature, contract.methods(), contract.descriptors());
  }

  @Test
  void anotherNodeServesAContradictingContract_isToldWithTheRemedy() {
    ContractEntry other = contradicting();
    Registry registry = nodes.mesh.get(0).registry();
    get(registry.publish(other));
    get(
        registry.update(
            own ->
                own.withService(
                    NodeEntry.ServiceEntry.of(
                        other.service(), 1, 99, List.of(0), other.fingerprint()))));
    await().until(() -> !nodes.mesh.get(1).contradictions().isEmpty());
    get(registry.update(own -> own.withoutService(99)));
    assertThat(nodes.mesh.get(1).contradictions())
        .singleElement()
        .asString()
        .contains(Probe.class.getName(), "contradict each other", "build both from one");
  }

  @Test
  void rawCaller_withAnotherContract_isRefusedAndNothingRuns() {
    ContractEntry other = contradicting();
    Caller caller = nodes.mesh.get(0).caller(other);
    AtomicReference<CallFailure> last = new AtomicReference<>();
    await()
        .until(
            () -> {
              last.set((CallFailure) failure(caller.unary(ProbeSpecs.COUNT, "contradicts")));
              return last.get().code() == Code.FAILED_PRECONDITION;
            });
    assertThat(last.get().message()).contains("contradict each other", "X\"");
    assertThat(service.runs("contradicts")).isZero();
  }

  @Test
  void worker_handlerRunsThere() {
    Vertx vertx = nodes.vertx.get(1);
    Mesh mesh = nodes.mesh.get(1);
    ProbeService onWorker = new ProbeService("worker");
    AbstractVerticle verticle =
        new AbstractVerticle() {
          @Override
          public void start(Promise<Void> started) {
            mesh.serve(Probe.class, onWorker).<Void>mapEmpty().onComplete(started);
          }
        };
    String id =
        get(
            vertx.deployVerticle(
                verticle, new DeploymentOptions().setThreadingModel(ThreadingModel.WORKER)));
    Probe any =
        nodes
            .mesh
            .get(0)
            .client(Probe.class, ClientOptions.defaults().withStrategy(Strategy.roundRobin()));
    await().until(() -> get(any.place()).equals("worker worker"));
    get(vertx.undeploy(id));
    await()
        .until(
            () ->
                nodes.mesh.get(0).registry().table().endpoints(Probe.class.getName(), 1).size()
                    == 1);
    for (int i = 0; i < 20; i++) {
      assertThat(get(any.place())).startsWith("one");
    }
  }

  @Test
  void sameNode_mutableValuesAreCopied() {
    List<Integer> numbers = new ArrayList<>(List.of(1, 2));
    Probe local = nodes.mesh.get(1).client(Probe.class);
    Note back = get(local.echo(new Note("mutable", numbers)));
    numbers.set(0, 99);
    assertThat(back.numbers()).containsExactly(1, 2);
    assertThat(get(Streams.toList(local.numbers(500)))).hasSize(500);
    assertThat(get(local.sum(Streams.from(List.of(1, 2, 3))))).isEqualTo(6);
    assertThat(get(Streams.toList(local.doubled(Streams.from(List.of(1, 2))))))
        .containsExactly(2, 4);
  }

  @Test
  void plainVertx_isAMeshOfOneNode() {
    Vertx vertx = Vertx.vertx();
    Mesh mesh = get(Mesh.join(vertx));
    get(mesh.serve(Probe.class, new ProbeService("alone")));
    Probe client = mesh.client(Probe.class);
    assertThat(get(client.echo(NOTE))).isEqualTo(NOTE);
    assertThat(((CallFailure) failure(client.refuse("x"))).details())
        .isEqualTo(new Refused("x", 7));
    get(mesh.close());
    get(vertx.close());
  }
}
