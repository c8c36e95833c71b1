package io.weft.mesh;

import static io.weft.mesh.Nodes.failure;
import static io.weft.mesh.Nodes.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.weft.call.Call;
import io.weft.call.CallFailure;
import io.weft.call.Filter;
import io.weft.call.Policy;
import io.weft.contract.Code;
import io.weft.filter.standard.CallLog;
import io.weft.filter.standard.CallLogOptions;
import io.weft.filter.standard.Fallback;
import io.weft.filter.standard.FaultInjection;
import io.weft.filter.standard.Faults;
import io.weft.filter.standard.LastGood;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What sees a call, in which order, and which outcome. */
class InterceptorsTest {
  private final List<String> seen = new CopyOnWriteArrayList<>();
  private final AtomicInteger refusals = new AtomicInteger();
  private Nodes nodes;
  private Probe probe;

  private Filter filter(String name) {
    return (call, next) -> {
      seen.add("> " + name);
      return next.call(call).onComplete((reply, cause) -> seen.add("< " + name + outcome(cause)));
    };
  }

  private Policy policy(String name) {
    return new Policy() {
      @Override
      public @Nullable CallFailure enter(Call call, long nowNanos) {
        seen.add("> " + name);
        return null;
      }

      @Override
      public void exit(Call call, @Nullable CallFailure failure, long nowNanos) {
        seen.add("< " + name + outcome(failure));
      }
    };
  }

  private static String outcome(@Nullable Throwable cause) {
    return cause == null ? ": OK" : ": " + ((CallFailure) cause).code();
  }

  /** Refuses as often as it is told to. */
  private Future<Object> refusing(Call call, io.weft.call.Service next) {
    seen.add("> server refusing");
    if (refusals.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
      return Future.failedFuture(CallFailure.of(Code.UNAVAILABLE, "not now"));
    }
    return next.call(call)
        .onComplete((reply, cause) -> seen.add("< server refusing" + outcome(cause)));
  }

  @BeforeEach
  void start() {
    Interceptors interceptors =
        Interceptors.NONE
            .withClient(List.of(filter("client node 1"), filter("client node 2")))
            .withServer(List.of(filter("server node")))
            .withMade(List.of(policy("made")))
            .withServed(List.of(policy("served")));
    nodes = new Nodes(2, MeshOptions.defaults().withInterceptors(interceptors));
    ServeOptions serve =
        ServeOptions.defaults()
            .withFilters(
                List.of(
                    filter("server service"),
                    filter("server count").only("count"),
                    this::refusing));
    get(nodes.mesh.get(1).serve(Probe.class, new ProbeService("one"), serve));
    probe = client(filter("client service"), filter("client count").only("count", "countOnce"));
    await().until(() -> get(probe.countOnce("warm").otherwise(0)) > 0);
    seen.clear();
  }

  private Probe client(Filter... filters) {
    return nodes
        .mesh
        .get(0)
        .client(Probe.class, ClientOptions.defaults().withFilters(List.of(filters)));
  }

  @AfterEach
  void stop() {
    nodes.close();
  }

  @Test
  void order_isNodeThenServiceThenMethodAndBack() {
    get(probe.count("x"));
    await().until(() -> seen.contains("< client node 1: OK"));
    assertThat(seen)
        .containsExactly(
            "> client node 1",
            "> client node 2",
            "> client service",
            "> client count",
            "> made",
            "> served",
            "> server node",
            "> server service",
            "> server count",
            "> server refusing",
            "< server refusing: OK",
            "< server count: OK",
            "< server service: OK",
            "< server node: OK",
            "< served: OK",
            "< made: OK",
            "< client count: OK",
            "< client service: OK",
            "< client node 2: OK",
            "< client node 1: OK");
  }

  @Test
  void otherMethods_doNotMeetTheFiltersOfAMethod() {
    get(probe.echo(new Probe.Note("x", List.of())));
    assertThat(seen).doesNotContain("> client count", "> server count").contains("> server node");
  }

  @Test
  void attempts_areOneCallForTheCallerAndTwoForTheServer() {
    refusals.set(1);
    get(probe.count("x"));
    await().until(() -> seen.contains("< client node 1: OK"));
    assertThat(seen.stream().filter(one -> one.matches(".*(client node 1|made|served).*")))
        .containsExactly(
            "> client node 1",
            "> made",
            "> served",
            "< served: UNAVAILABLE",
            "> served",
            "< served: OK",
            "< made: OK",
            "< client node 1: OK");
  }

  @Test
  void fallback_isTheOutcomeForWhatIsOutsideAndNotForWhatIsInside() {
    Probe steady =
        client(
            filter("outside"),
            Fallback.of("countOnce").lastGood(LastGood.<Integer>marked(n -> -n)),
            filter("inside"));
    int good = get(steady.countOnce("x"));
    seen.clear();
    refusals.set(100);
    assertThat(get(steady.countOnce("x"))).isEqualTo(-good);
    await().until(() -> seen.contains("< client node 1: OK"));
    assertThat(seen.stream().filter(one -> one.startsWith("<") && !one.contains("server")))
        .endsWith(
            "< made: UNAVAILABLE",
            "< inside: UNAVAILABLE",
            "< outside: OK",
            "< client node 2: OK",
            "< client node 1: OK");
  }

  @Test
  void requestThatIsNotValid_meetsThePoliciesButNoFilterOfTheServer() {
    get(nodes.mesh.get(1).serve(Orders.class, new RefusingOrders().proxy()));
    Orders orders = nodes.mesh.get(0).client(Orders.class);
    await()
        .until(
            () ->
                failure(orders.pay(new Orders.Card(""))) instanceof CallFailure refused
                    && refused.code() == Code.INVALID_ARGUMENT);
    assertThat(seen).contains("< served: INVALID_ARGUMENT").doesNotContain("> server node");
  }

  /** An implementation that nobody may reach. */
  private static final class RefusingOrders {
    Orders proxy() {
      return (Orders)
          java.lang.reflect.Proxy.newProxyInstance(
              Orders.class.getClassLoader(),
              new Class<?>[] {Orders.class},
              (self, method, args) -> {
                throw new AssertionError(method + " ran");
              });
    }
  }

  @Test
  void filterOfUnknownMethod_failsAtOnceAndNamesThoseThatAre() {
    assertThatThrownBy(() -> client(filter("x").only("cuont")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("filter of method cuont: io.weft.mesh.Probe has none of that name")
        .hasMessageContaining("count, countOnce, doubled");
    assertThatThrownBy(() -> client(Fallback.of("numbers").value(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("fallback for io.weft.mesh.Probe/numbers: it is SERVER_STREAM");
    ServeOptions wrong = ServeOptions.defaults().withFilters(List.of(filter("x").only("nope")));
    assertThat(failure(nodes.mesh.get(0).serve(Probe.class, new ProbeService("two"), wrong)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("filter of method nope");
  }

  @Test
  void filterThatThrows_failsTheCall() {
    Filter broken =
        (call, next) -> {
          throw new IllegalStateException("broken");
        };
    CallFailure failed = (CallFailure) failure(client(broken).countOnce("x"));
    assertThat(failed.code()).isEqualTo(Code.INTERNAL);
    assertThat(failed)
        .hasMessageContaining("a filter of io.weft.mesh.Probe/countOnce failed")
        .hasMessageContaining("broken");
  }

  @Test
  void policiesThatThrow_failTheCallAndHarmNobodyElse() {
    Policy broken =
        new Policy() {
          @Override
          public @Nullable CallFailure enter(Call call, long nowNanos) {
            if (call.spec().name().method().equals("countOnce")) {
              throw new IllegalStateException("broken");
            }
            return null;
          }

          @Override
          public void exit(Call call, @Nullable CallFailure failure, long nowNanos) {
            throw new IllegalStateException("broken at the end");
          }
        };
    Vertx vertx = Vertx.vertx();
    for (boolean made : new boolean[] {true, false}) {
      Interceptors with =
          made
              ? Interceptors.NONE.withMade(List.of(broken))
              : Interceptors.NONE.withServed(List.of(broken));
      Mesh mesh = get(Mesh.join(vertx, MeshOptions.defaults().withInterceptors(with)));
      get(mesh.serve(Probe.class, new ProbeService("one")));
      CallFailure failed = (CallFailure) failure(mesh.client(Probe.class).countOnce("x"));
      assertThat(failed.code()).isEqualTo(Code.INTERNAL);
      assertThat(failed).hasMessageContaining("a policy of io.weft.mesh.Probe/countOnce failed");
      assertThat(get(mesh.client(Probe.class).count("x"))).isEqualTo(1);
      get(mesh.close());
    }
    get(vertx.close());
  }

  /** The example of the guide. */
  @Test
  void guide_interceptors() {
    Vertx vertx = Vertx.vertx();
    Filter audit =
        (call, next) ->
            next.call(call).onFailure(cause -> seen.add(call.principal() + " " + call.spec()));
    FaultInjection chaos =
        new FaultInjection(vertx, Faults.allowed(true).withAbort(1, Code.UNAVAILABLE));
    Interceptors everywhere =
        Interceptors.NONE
            .withServer(List.of(audit))
            .withServed(List.of(CallLog.served(CallLogOptions.DEFAULT.withSampling(0.01))));
    Mesh mesh = get(Mesh.join(vertx, MeshOptions.defaults().withInterceptors(everywhere)));
    get(
        mesh.serve(
            Probe.class,
            new ProbeService("one"),
            ServeOptions.defaults().withFilters(List.of(chaos.only("countOnce")))));
    Probe client = mesh.client(Probe.class);
    assertThat(get(client.count("x"))).isEqualTo(1);
    assertThat(((CallFailure) failure(client.countOnce("x"))).code()).isEqualTo(Code.UNAVAILABLE);
    assertThat(seen).contains("null io.weft.mesh.Probe/countOnce");
    get(vertx.close());
  }
}
