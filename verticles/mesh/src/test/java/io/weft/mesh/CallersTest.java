package io.weft.mesh;

import static io.weft.mesh.Nodes.failure;
import static io.weft.mesh.Nodes.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Context;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.ThreadingModel;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.internal.VertxInternal;
import io.weft.call.CallFailure;
import io.weft.call.CallScope;
import io.weft.contract.Code;
import io.weft.contract.Fate;
import io.weft.mesh.Probe.Note;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Whoever calls: event loops, workers, virtual threads and threads that Vert.x knows nothing of.
 */
class CallersTest {
  private static final int EACH = 2_000;
  private static final Queue<String> told = new ConcurrentLinkedQueue<>();
  private static Nodes nodes;
  private static ProbeService service;
  private static List<Probe> probes;

  @BeforeAll
  static void start() {
    nodes = new Nodes(2, MeshOptions.defaults());
    service = new ProbeService("one");
    Probe listening =
        (Probe)
            Proxy.newProxyInstance(
                Probe.class.getClassLoader(),
                new Class<?>[] {Probe.class},
                (proxy, method, args) -> {
                  if (method.getName().equals("tell")) {
                    told.add((String) args[0]);
                  }
                  return method.invoke(service, args);
                });
    get(nodes.mesh.get(1).serve(Probe.class, listening));
    probes = List.of(nodes.mesh.get(0).client(Probe.class), nodes.mesh.get(1).client(Probe.class));
    for (Probe probe : probes) {
      await().until(() -> get(probe.countOnce("warm").otherwise(0)) > 0);
    }
  }

  @AfterAll
  static void stop() {
    nodes.close();
  }

  @BeforeEach
  void forget() {
    told.clear();
  }

  /** Everything told by one caller came in its order, nothing twice, nothing lost. */
  private static void inOrder(int callers) {
    await().until(() -> told.size() == callers * EACH);
    Map<String, Integer> next = new HashMap<>();
    for (String one : told) {
      String[] parts = one.split(":");
      assertThat(Integer.parseInt(parts[1]))
          .as(one)
          .isEqualTo(next.merge(parts[0], 1, Integer::sum) - 1);
    }
    assertThat(next).hasSize(callers);
  }

  private static void tellAll(String name, Probe probe) {
    for (int i = 0; i < EACH; i++) {
      probe.tell(name + ":" + i);
    }
  }

  private static List<ThreadFactory> threads() throws ReflectiveOperationException {
    List<ThreadFactory> kinds = new ArrayList<>(List.of(Thread::new));
    if (Runtime.version().feature() >= 21) {
      Object builder = Thread.class.getMethod("ofVirtual").invoke(null);
      Method factory = Class.forName("java.lang.Thread$Builder").getMethod("factory");
      kinds.add((ThreadFactory) factory.invoke(builder));
    } else {
      assertThatThrownBy(() -> Thread.class.getMethod("ofVirtual"))
          .isInstanceOf(NoSuchMethodException.class);
    }
    return kinds;
  }

  @Test
  void threadsOutsideVertx_keepTheOrderOfOneWayCalls() throws Exception {
    for (Probe probe : probes) {
      for (ThreadFactory kind : threads()) {
        told.clear();
        List<Thread> all = new ArrayList<>();
        for (int t = 0; t < 4; t++) {
          String name = "thread" + t;
          all.add(kind.newThread(() -> tellAll(name, probe)));
        }
        all.forEach(Thread::start);
        for (Thread one : all) {
          one.join(20_000);
        }
        inOrder(4);
      }
    }
  }

  private static List<ThreadingModel> models(Vertx vertx) {
    List<ThreadingModel> models =
        new ArrayList<>(List.of(ThreadingModel.EVENT_LOOP, ThreadingModel.WORKER));
    if (((VertxInternal) vertx).isVirtualThreadAvailable()) {
      models.add(ThreadingModel.VIRTUAL_THREAD);
    }
    assertThat(models.contains(ThreadingModel.VIRTUAL_THREAD))
        .isEqualTo(Runtime.version().feature() >= 21);
    return models;
  }

  @Test
  void verticlesOfEveryKind_keepTheOrderOfOneWayCalls() {
    for (int node = 0; node < 2; node++) {
      Vertx vertx = nodes.vertx.get(node);
      Probe probe = probes.get(node);
      for (ThreadingModel model : models(vertx)) {
        told.clear();
        List<String> ids = new ArrayList<>();
        for (int v = 0; v < 3; v++) {
          String name = "verticle" + v;
          VerticleBase verticle =
              new VerticleBase() {
                @Override
                public Future<?> start() {
                  tellAll(name, probe);
                  return Future.succeededFuture();
                }
              };
          ids.add(
              get(
                  vertx.deployVerticle(
                      verticle, new DeploymentOptions().setThreadingModel(model))));
        }
        inOrder(3);
        ids.forEach(id -> get(vertx.undeploy(id)));
      }
    }
  }

  @Test
  void replies_comeOnTheContextOfTheCaller() {
    for (int node = 0; node < 2; node++) {
      Vertx vertx = nodes.vertx.get(node);
      Probe probe = probes.get(node);
      for (ThreadingModel model : models(vertx)) {
        Context context =
            ((VertxInternal) vertx).contextBuilder().withThreadingModel(model).build();
        Promise<Boolean> same = Promise.promise();
        context.runOnContext(
            go ->
                probe
                    .countOnce("where")
                    .onComplete(done -> same.complete(Vertx.currentContext() == context)));
        assertThat(get(same.future())).as("%s", model).isTrue();
      }
    }
  }

  @Test
  void await_worksOutsideVertxAndOnVirtualThreads() throws Exception {
    Note note = new Note("hello", List.of(1));
    for (Probe probe : probes) {
      for (ThreadFactory kind : threads()) {
        Promise<Note> reply = Promise.promise();
        kind.newThread(
                () -> {
                  try {
                    Note first = probe.echo(note).await();
                    reply.complete(probe.echo(first).await());
                  } catch (Throwable t) {
                    reply.fail(t);
                  }
                })
            .start();
        assertThat(get(reply.future())).isEqualTo(note);
      }
    }
  }

  @Test
  void await_worksInVerticlesOnVirtualThreadsOnly() {
    for (int node = 0; node < 2; node++) {
      Vertx vertx = nodes.vertx.get(node);
      Probe probe = probes.get(node);
      for (ThreadingModel model : models(vertx)) {
        Context context =
            ((VertxInternal) vertx).contextBuilder().withThreadingModel(model).build();
        Promise<Integer> reply = Promise.promise();
        context.runOnContext(
            go -> {
              try {
                int first = probe.countOnce("await").await();
                reply.complete(probe.countOnce("await").await() - first);
              } catch (Throwable t) {
                reply.fail(t);
              }
            });
        if (model == ThreadingModel.VIRTUAL_THREAD) {
          assertThat(get(reply.future())).isPositive();
        } else {
          assertThat(failure(reply.future())).isInstanceOf(IllegalStateException.class);
        }
      }
    }
  }

  @Test
  void await_ofAFailedCall_throwsTheFailure() throws Exception {
    Promise<Throwable> thrown = Promise.promise();
    new Thread(
            () -> {
              try {
                probes.get(0).refuse("no").await();
              } catch (Throwable t) {
                thrown.complete(t);
              }
            })
        .start();
    CallFailure failure = (CallFailure) get(thrown.future());
    assertThat(failure.code()).isEqualTo(Code.FAILED_PRECONDITION);
    assertThat(failure.details()).isEqualTo(new Probe.Refused("no", 7));
  }

  @Test
  void cancelledScope_callsFailAtOnceAndNeverRun() {
    for (Probe probe : probes) {
      CallScope scope = CallScope.inherit();
      scope.cancel();
      CallFailure failure = (CallFailure) failure(scope.run(() -> probe.countOnce("never")));
      assertThat(failure.code()).isEqualTo(Code.CANCELLED);
      assertThat(failure.fate()).isEqualTo(Fate.NOT_PROCESSED);
    }
    assertThat(service.runs("never")).isZero();
  }

  @Test
  void deadline_ofAllTime_isNone() {
    ClientOptions patient =
        ClientOptions.defaults().withDeadline(Duration.ofMillis(Long.MAX_VALUE));
    for (Mesh mesh : nodes.mesh) {
      assertThat(get(mesh.client(Probe.class, patient).countOnce("patient"))).isPositive();
    }
  }

  @Test
  void join_twice_failsAndHarmsNobody() {
    assertThat(failure(Mesh.join(nodes.vertx.get(0)))).isInstanceOf(IllegalStateException.class);
    for (Probe probe : probes) {
      assertThat(get(probe.countOnce("still"))).isPositive();
    }
  }

  @Test
  void closedMesh_failsCallsAtOnce() {
    Vertx vertx = Vertx.vertx();
    Mesh mesh = get(Mesh.join(vertx));
    get(mesh.serve(Probe.class, new ProbeService("alone")));
    Probe probe = mesh.client(Probe.class);
    assertThat(get(probe.countOnce("open"))).isEqualTo(1);
    get(mesh.close());
    CallFailure failure = (CallFailure) failure(probe.countOnce("closed"));
    assertThat(failure.code()).isEqualTo(Code.UNAVAILABLE);
    assertThat(failure.fate()).isEqualTo(Fate.NOT_PROCESSED);
    get(vertx.close());
  }
}
