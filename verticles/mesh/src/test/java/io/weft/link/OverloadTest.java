package io.weft.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Future;
import io.vertx.core.ThreadingModel;
import io.vertx.core.internal.ContextInternal;
import io.weft.call.Call;
import io.weft.call.CallFailure;
import io.weft.call.CallScope;
import io.weft.call.Contract;
import io.weft.call.Policy;
import io.weft.call.Spec;
import io.weft.contract.Code;
import io.weft.contract.Fate;
import io.weft.contract.Priority;
import io.weft.filter.limit.QueueLimit;
import io.weft.filter.limit.Refusals;
import io.weft.mesh.Probe;
import io.weft.mesh.ProbeSpecs;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A server with handlers that take time of a clock that is turned by hand. */
class OverloadTest {
  private static final int COST_MILLIS = 10;
  private final Refusals refusals = new Refusals();
  private final AtomicInteger seen = new AtomicInteger();
  private final AtomicInteger refusedEarly = new AtomicInteger();
  private final Policy counter =
      new Policy() {
        @Override
        public @Nullable CallFailure enter(Call call, long nowNanos) {
          seen.incrementAndGet();
          return null;
        }

        @Override
        public void refused(Spec spec, CallFailure failure) {
          refusedEarly.incrementAndGet();
        }
      };
  private Town town;
  private Home server;
  private Home client;
  private Served served;
  private Probe probe;

  @BeforeEach
  void start() {
    town = new Town();
    server = town.node("server");
    client = town.node("client");
    served = serve(ProbeSpecs.CONTRACT, server.deeds);
    probe = client.client(1, served, 0);
    // What the way takes without a queue.
    Town.get(probe.countOnce("first"));
    server.deeds.onRun = () -> town.turn(COST_MILLIS);
  }

  @AfterEach
  void stop() {
    server.deeds.onRun = () -> {};
    await().until(() -> served.inFlight() == 0 && client.waiting() == 0);
    assertThat(town.uncaught).isEmpty();
    town.close();
  }

  private <T> Served serve(Contract<T> contract, T service) {
    ContextInternal context = town.vertx.createEventLoopContext();
    while (server.lanes.of(context) != server.lane(0)) {
      context = town.vertx.createEventLoopContext();
    }
    return server.serve(context, contract, service, List.of(counter, new QueueLimit(refusals)));
  }

  /** All of them in one batch, since they leave in one turn of the loop. */
  private List<Future<Integer>> calls(int count, Priority.@Nullable Level level) {
    CallScope scope = CallScope.detached().priority(level);
    return Town.on(
        client.lane(1),
        () -> {
          List<Future<Integer>> futures = new ArrayList<>();
          for (int i = 0; i < count; i++) {
            futures.add(scope.run(() -> probe.countOnce("x")));
          }
          return futures;
        });
  }

  private static int refused(List<Future<Integer>> calls) {
    int refused = 0;
    for (Future<Integer> call : calls) {
      Throwable failure = Town.get(call.transform((value, cause) -> Future.succeededFuture(cause)));
      if (failure != null) {
        CallFailure f = (CallFailure) failure;
        assertThat(f.code()).isEqualTo(Code.RESOURCE_EXHAUSTED);
        assertThat(f.fate()).isEqualTo(Fate.NOT_PROCESSED);
        assertThat(f.retryAfterMillis()).isPositive();
        refused++;
      }
    }
    return refused;
  }

  @Test
  void batchOfMoreThanCanBeDone_theRestRefusedUnread() {
    List<Future<Integer>> calls = calls(150, null);
    int refused = refused(calls);
    // 50 ms until they wait that long, and a second until that counts.
    assertThat(refused).isBetween(30, 45);
    assertThat(server.deeds.runs("x")).isEqualTo(150 - refused);
    assertThat(refusals.snapshot().queue()).isEqualTo(refused);
    assertThat(server.stats().refused()).isEqualTo(refused);
    assertThat(refusedEarly.get()).isEqualTo(refused);
    assertThat(seen.get()).isEqualTo(1 + 150 - refused);
  }

  @Test
  void importantCalls_passWhileOthersAreRefused() {
    assertThat(refused(calls(150, null))).isPositive();
    assertThat(refused(calls(4, Priority.Level.CRITICAL))).isZero();
    assertThat(refused(calls(4, Priority.Level.HIGH))).isBetween(1, 2);
    assertThat(refused(calls(4, null))).isBetween(3, 4);
    // With metadata the request is read before it is refused.
    assertThat(refused(calls(4, Priority.Level.LOW))).isBetween(3, 4);
  }

  @Test
  void burstThatIsWorkedOff_nothingRefused() {
    for (int i = 0; i < 30; i++) {
      assertThat(refused(calls(8, null))).isZero();
      town.turn(20);
    }
  }

  @Test
  void deadlinePassesInTheQueue_handlerNeverBegins() {
    Probe hurried = client.client(1, served, 35);
    List<Future<Integer>> calls =
        Town.on(
            client.lane(1),
            () -> {
              List<Future<Integer>> futures = new ArrayList<>();
              for (int i = 0; i < 8; i++) {
                futures.add(hurried.countOnce("late"));
              }
              return futures;
            });
    for (Future<Integer> call : calls) {
      Town.get(call.transform((value, cause) -> Future.succeededFuture()));
    }
    // At 0, 10, 20 and 30 ms.
    assertThat(server.deeds.runs("late")).isEqualTo(4);
  }

  @Test
  void deadlinePassesInAWorkersQueue_handlerNeverBegins() {
    ContextInternal worker =
        town.vertx.contextBuilder().withThreadingModel(ThreadingModel.WORKER).build();
    Served slow = server.serve(worker, ProbeSpecs.CONTRACT, server.deeds, List.of(counter));
    Probe hurried = client.client(1, slow, 500);
    CountDownLatch gate = new CountDownLatch(1);
    worker.runOnContext(
        go -> {
          try {
            gate.await();
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
        });
    Future<Integer> call = hurried.countOnce("queued");
    await().until(() -> slow.inFlight() == 1);
    town.turn(600);
    gate.countDown();
    assertThat(Town.failure(call).code()).isEqualTo(Code.DEADLINE_EXCEEDED);
    await().until(() -> slow.inFlight() == 0);
    assertThat(server.deeds.runs("queued")).isZero();
  }
}
