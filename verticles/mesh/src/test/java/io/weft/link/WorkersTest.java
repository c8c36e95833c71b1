package io.weft.link;

import static io.weft.link.Ghost.call;
import static io.weft.link.Ghost.frame;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Future;
import io.vertx.core.ThreadingModel;
import io.vertx.core.internal.ContextInternal;
import io.vertx.core.internal.WorkerPool;
import io.weft.call.CallFailure;
import io.weft.contract.Code;
import io.weft.contract.Fate;
import io.weft.link.frame.Frame;
import io.weft.mesh.Probe;
import io.weft.mesh.ProbeSpecs;
import io.weft.stream.Streams;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Services whose handlers run on a worker. */
class WorkersTest {
  private static final int ONCE = ProbeSpecs.COUNT_ONCE.name().number();
  private Town town;
  private Home home;
  private ContextInternal worker;
  private Served served;

  @BeforeEach
  void start() {
    town = new Town();
    home = town.node("home");
    worker = town.vertx.contextBuilder().withThreadingModel(ThreadingModel.WORKER).build();
    served = home.serve(worker, ProbeSpecs.CONTRACT, home.deeds);
  }

  @AfterEach
  void stop() {
    await().until(() -> served.inFlight() == 0 && home.waiting() == 0);
    assertThat(town.uncaught).isEmpty();
    town.close();
  }

  @Test
  void everyShape_worksFromAfarAndFromHere() {
    var numbers = IntStream.range(0, 5_000).boxed().toList();
    Home far = town.node("far");
    for (Probe probe :
        new Probe[] {
          far.client(0, served, 0), far.client(1, served, 0), home.local(0, served, 0)
        }) {
      assertThat(Town.get(probe.place())).contains("worker");
      assertThat(Town.get(Streams.toList(probe.numbers(5_000)))).isEqualTo(numbers);
      assertThat(Town.get(probe.sum(Streams.from(numbers)))).isEqualTo(12_497_500L);
      assertThat(Town.get(Streams.toList(probe.doubled(Streams.from(numbers)))))
          .isEqualTo(numbers.stream().map(n -> n * 2).toList());
    }
  }

  @Test
  void cancelledWhileItWaitsForAWorker_neverStarts() {
    Ghost caller = new Ghost(town, "caller", 1, served.lane().address());
    caller.acknowledging = true;
    CountDownLatch gate = new CountDownLatch(1);
    worker.runOnContext(
        go -> {
          try {
            gate.await();
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
        });
    caller.send(call(1, served.id(), ONCE, "queued"));
    caller.send(frame(Frame.CANCEL, 1));
    caller.send(call(2, served.id(), ONCE, "wanted"));
    await().until(() -> home.stats().callsIn() >= 2);
    town.settle();
    gate.countDown();
    await().until(() -> home.deeds.runs("wanted") == 1);
    assertThat(home.deeds.runs("queued")).isZero();
    await().until(() -> served.inFlight() == 0);
  }

  @Test
  void queuedInAPoolThatIsClosed_failsAsNotProcessed() {
    ExecutorService threads = Executors.newSingleThreadExecutor();
    CountDownLatch busy = new CountDownLatch(1);
    threads.execute(
        () -> {
          try {
            busy.await();
          } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
          }
        });
    ContextInternal context =
        town.vertx
            .contextBuilder()
            .withThreadingModel(ThreadingModel.WORKER)
            .withWorkerPool(new WorkerPool(threads, null))
            .build();
    Served closing = home.serve(context, ProbeSpecs.CONTRACT, home.deeds);
    Home far = town.node("far");
    Probe remote = far.client(0, closing, 0);
    Probe local = home.local(0, closing, 0);
    List<Future<Integer>> calls = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      calls.add(remote.countOnce("queued"));
      calls.add(local.countOnce("queued"));
    }
    await().until(() -> closing.inFlight() == 20);
    threads.shutdownNow();
    calls.add(remote.countOnce("after"));
    calls.add(local.countOnce("after"));
    for (Future<Integer> call : calls) {
      CallFailure failure = Town.failure(call);
      assertThat(failure.code()).isEqualTo(Code.UNAVAILABLE);
      assertThat(failure.fate()).isEqualTo(Fate.NOT_PROCESSED);
    }
    assertThat(home.deeds.all.get()).isZero();
    assertThat(closing.inFlight()).isZero();
    await().until(() -> far.waiting() == 0 && !home.ticking());
  }
}
