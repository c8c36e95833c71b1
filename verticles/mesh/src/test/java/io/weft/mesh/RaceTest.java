package io.weft.mesh;

import static io.weft.mesh.Nodes.failure;
import static io.weft.mesh.Nodes.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.weft.call.CallContext;
import io.weft.call.CallFailure;
import io.weft.call.CallScope;
import io.weft.call.Principal;
import io.weft.call.Trail;
import io.weft.contract.Code;
import io.weft.contract.Fate;
import io.weft.contract.Priority;
import io.weft.contract.Semantics;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Repeated, hedged and timed attempts. Caller: node 0; services: nodes 1 and 2. */
class RaceTest {
  private static final WaysService one = new WaysService(key -> Future.succeededFuture("one"));
  private static final WaysService two = new WaysService(key -> Future.succeededFuture("two"));
  private static Nodes nodes;
  private static Ways ways;

  /** What the first caller gets; the next ones succeed. */
  private final AtomicInteger calls = new AtomicInteger();

  @BeforeAll
  static void start() {
    nodes = new Nodes(3, MeshOptions.defaults());
    get(nodes.mesh.get(1).serve(Ways.class, one));
    get(nodes.mesh.get(2).serve(Ways.class, two));
    ways = nodes.mesh.get(0).client(Ways.class);
    await()
        .until(
            () -> {
              get(ways.repeated("warm"));
              return !one.calls.isEmpty() && !two.calls.isEmpty();
            });
  }

  @AfterAll
  static void stop() {
    nodes.close();
  }

  @BeforeEach
  void forget() {
    one.calls.clear();
    two.calls.clear();
  }

  private void first(Future<String> outcome) {
    one.deed = key -> calls.incrementAndGet() == 1 ? outcome : Future.succeededFuture("one");
    two.deed = key -> calls.incrementAndGet() == 1 ? outcome : Future.succeededFuture("two");
  }

  private static void always(CallFailure failure) {
    one.deed = key -> Future.failedFuture(failure);
    two.deed = one.deed;
  }

  private static List<CallContext> seen() {
    return java.util.stream.Stream.concat(one.calls.stream(), two.calls.stream()).toList();
  }

  @Test
  void hedged_secondAnswerWinsAndTheFirstIsCancelled() {
    Promise<String> never = Promise.promise();
    first(never.future());
    assertThat(get(ways.hedged("late"))).isIn("one", "two");
    assertThat(one.calls).hasSize(1);
    assertThat(two.calls).hasSize(1);
    await().until(() -> seen().stream().anyMatch(CallContext::cancelled));
    assertThat(seen().stream().map(CallContext::attempt)).containsExactlyInAnyOrder(1, 2);
  }

  @Test
  void hedged_answeredInTimeRunsOnce() {
    first(Future.succeededFuture("at once"));
    for (int i = 0; i < 20; i++) {
      get(ways.hedged("fast"));
    }
    assertThat(seen()).hasSize(20);
  }

  @Test
  void hedged_bothFail_isRepeatedAndThenTold() {
    always(CallFailure.of(Code.FAILED_PRECONDITION, "no"));
    CallFailure failure = (CallFailure) failure(ways.hedged("no"));
    assertThat(failure.code()).isEqualTo(Code.FAILED_PRECONDITION);
    assertThat(seen()).hasSize(1);
  }

  @Test
  void hedged_cancelledByItsCaller_cancelsBoth() {
    Promise<String> never = Promise.promise();
    one.deed = key -> never.future();
    two.deed = one.deed;
    CallScope scope = CallScope.inherit();
    Future<String> call = scope.run(() -> ways.hedged("cancelled"));
    await().until(() -> seen().size() == 2);
    scope.cancel();
    assertThat(((CallFailure) failure(call)).code()).isEqualTo(Code.CANCELLED);
    await().until(() -> seen().stream().allMatch(CallContext::cancelled));
  }

  @Test
  void timed_attemptThatTakesTooLongGoesElsewhere() {
    Promise<String> never = Promise.promise();
    first(never.future());
    assertThat(get(ways.timed("slow"))).isIn("one", "two");
    assertThat(one.calls).hasSize(1);
    assertThat(two.calls).hasSize(1);
  }

  @Test
  void timed_allAttemptsTooLong_failsNamingTheirTime() {
    Promise<String> never = Promise.promise();
    one.deed = key -> never.future();
    two.deed = one.deed;
    CallFailure failure = (CallFailure) failure(ways.timed("slow"));
    assertThat(failure.code()).isEqualTo(Code.UNAVAILABLE);
    assertThat(failure.fate()).isEqualTo(Fate.UNKNOWN);
    assertThat(failure.message()).contains("attempt 3", "100 ms");
    assertThat(seen()).hasSize(3);
  }

  @Test
  void repeated_onlyOneLayerOfAChainRepeats() {
    AtomicInteger inner = new AtomicInteger();
    two.deed =
        key -> {
          inner.incrementAndGet();
          return Future.failedFuture(CallFailure.of(Code.UNAVAILABLE, "down"));
        };
    // Every call of the chain may be repeated three times; unchecked, nine attempts reach its end.
    Ways next = nodes.mesh.get(1).client(Ways.class);
    one.deed = key -> key.equals("end") ? two.deed.apply(key) : next.repeated("end");
    CallFailure failure = (CallFailure) failure(ways.repeated("start"));
    assertThat(failure.code()).isEqualTo(Code.UNAVAILABLE);
    assertThat(inner.get()).isLessThanOrEqualTo(5);
  }

  @Test
  void repeated_serverSaysNever_isNotRepeated() {
    always(CallFailure.of(Code.UNAVAILABLE, "down").withRetryAfter(CallFailure.NEVER));
    CallFailure failure = (CallFailure) failure(ways.repeated("never"));
    assertThat(failure.retryAfterMillis()).isEqualTo(CallFailure.NEVER);
    assertThat(seen()).hasSize(1);
  }

  @Test
  void refused_serversWordOnTryingAgainArrives() {
    always(CallFailure.of(Code.RESOURCE_EXHAUSTED, "busy").withRetryAfter(1_234));
    CallFailure failure = (CallFailure) failure(ways.once("busy"));
    assertThat(failure.retryAfterMillis()).isEqualTo(1_234);
  }

  @Test
  void tightened_isSentOnce() {
    ClientOptions options =
        ClientOptions.defaults().withSemantics(Map.of("repeated", Semantics.AT_MOST_ONCE));
    Ways tight = nodes.mesh.get(0).client(Ways.class, options);
    await().until(() -> get(tight.once("warm").map(v -> true).otherwise(false)));
    forget();
    always(CallFailure.of(Code.UNAVAILABLE, "down"));
    failure(tight.repeated("tight"));
    assertThat(seen()).hasSize(1);
    failure(ways.repeated("as the contract says"));
    assertThat(seen()).hasSize(4);
  }

  @Test
  void tightened_looserThanTheContractOrUnknown_isRefused() {
    assertThatThrownBy(() -> client(ClientOptions.defaults(), "once", Semantics.AT_LEAST_ONCE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("may only tighten");
    assertThatThrownBy(() -> client(ClientOptions.defaults(), "twice", Semantics.MAYBE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no such method");
  }

  private static Ways client(ClientOptions options, String method, Semantics semantics) {
    return nodes.mesh.get(0).client(Ways.class, options.withSemantics(Map.of(method, semantics)));
  }

  @Test
  void metadata_travelsToTheHandlerAndBelow() {
    Principal ann = new Principal("ann", Set.of("admin"), Map.of("team", "blue"));
    Ways next = nodes.mesh.get(1).client(Ways.class);
    one.deed = key -> key.equals("end") ? Future.succeededFuture("end") : next.once("end");
    two.deed = one.deed;
    for (int i = 0; i < 8; i++) {
      CallScope scope =
          CallScope.inherit().principal(ann).priority(Priority.Level.HIGH).baggage("a", "1");
      get(scope.run(() -> ways.once("start")));
    }
    assertThat(seen()).hasSize(16);
    for (CallContext context : seen()) {
      assertThat(context.principal()).isEqualTo(ann);
      assertThat(context.metadata().priority()).isEqualTo(Priority.Level.HIGH);
      assertThat(context.baggage()).containsExactly(Map.entry("a", "1"));
    }
  }

  @Test
  void explained_tellsCandidatesAttemptsAndWhatTheHandlerCalled() {
    Ways next = nodes.mesh.get(1).client(Ways.class);
    first(Future.failedFuture(CallFailure.of(Code.UNAVAILABLE, "on purpose")));
    Trail trail = new Trail();
    get(CallScope.inherit().explain(trail).run(() -> ways.repeated("why")));
    assertThat(String.join("\n", trail.lines()))
        .contains("attempt 1 of", "candidate node-1", "candidate node-2", "chosen")
        .contains("UNAVAILABLE", "on purpose", "tried again in", "attempt 2: answered");

    one.deed = key -> key.equals("end") ? Future.succeededFuture("end") : next.once("end");
    two.deed = key -> key.equals("end") ? Future.succeededFuture("end") : next.once("end");
    Trail deep = new Trail();
    get(CallScope.inherit().explain(deep).run(() -> ways.once("start")));
    assertThat(deep.lines()).anyMatch(line -> line.startsWith("  attempt 1 of"));
  }
}
