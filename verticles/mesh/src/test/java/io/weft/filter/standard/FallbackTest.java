package io.weft.filter.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.weft.call.Call;
import io.weft.call.CallFailure;
import io.weft.call.CallScope;
import io.weft.call.Principal;
import io.weft.call.Service;
import io.weft.call.Trail;
import io.weft.contract.Code;
import io.weft.contract.Fate;
import io.weft.contract.Shape;
import io.weft.wire.WellKnown;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class FallbackTest {
  private static final Service GONE = Calls.fails(Code.UNAVAILABLE);

  private final AtomicLong now = new AtomicLong();

  private LastGood<String> store() {
    return LastGood.<String>marked(text -> text + " (stale)").withClock(now::get);
  }

  private static Object result(Fallback fallback, Call call, Service service) {
    return fallback.apply(call, service).result();
  }

  private static CallFailure failure(Fallback fallback, Call call, Service service) {
    return (CallFailure) fallback.apply(call, service).cause();
  }

  @Test
  void value_isGivenWhenTheServiceFails() {
    Fallback fallback = Fallback.of("get", "find").value("nothing");
    assertThat(result(fallback, Calls.of("get", "a"), GONE)).isEqualTo("nothing");
    assertThat(result(fallback, Calls.of("find", "a"), GONE)).isEqualTo("nothing");
    assertThat(result(fallback, Calls.of("get", "a"), Calls.answers("good"))).isEqualTo("good");
    assertThat(failure(fallback, Calls.of("put", "a"), GONE).code()).isEqualTo(Code.UNAVAILABLE);
    assertThat(Fallback.of("get").value(null).apply(Calls.of("get", "a"), GONE).succeeded())
        .isTrue();
  }

  @Test
  void function_seesRequestAndFailure() {
    Fallback fallback =
        Fallback.of("get")
            .function(String.class, (request, failure) -> request.length() + " " + failure.code());
    assertThat(result(fallback, Calls.of("get", "four"), GONE)).isEqualTo("4 UNAVAILABLE");
  }

  @Test
  void function_thatThrows_failsTheCallAndTellsBoth() {
    Fallback fallback =
        Fallback.of("get")
            .function(
                String.class,
                (request, failure) -> {
                  throw new IllegalStateException("no idea");
                });
    CallFailure thrown = failure(fallback, Calls.of("get", "a"), GONE);
    assertThat(thrown.code()).isEqualTo(Code.INTERNAL);
    assertThat(thrown.fate()).isEqualTo(Fate.UNKNOWN);
    assertThat(thrown).hasMessageContaining("no idea").hasMessageContaining("it is gone");
    Fallback other = Fallback.of("get").function(Integer.class, (request, failure) -> "x");
    assertThat(failure(other, Calls.of("get", "a"), GONE).code()).isEqualTo(Code.INTERNAL);
  }

  @Test
  void codes_areThoseOfTheServiceByDefaultAndNeverTheCallersOwn() {
    Set<Code> answered = EnumSet.noneOf(Code.class);
    for (Code code : Code.values()) {
      Fallback fallback = Fallback.of("get").value("x");
      if (fallback.apply(Calls.of("get", "a"), Calls.fails(code)).succeeded()) {
        answered.add(code);
      }
    }
    assertThat(answered)
        .containsExactlyInAnyOrder(
            Code.UNAVAILABLE,
            Code.DEADLINE_EXCEEDED,
            Code.RESOURCE_EXHAUSTED,
            Code.INTERNAL,
            Code.UNKNOWN);
    Fallback narrow = Fallback.of("get").value("x").when(Code.DATA_LOSS, Code.ABORTED);
    assertThat(failure(narrow, Calls.of("get", "a"), GONE).code()).isEqualTo(Code.UNAVAILABLE);
    assertThat(result(narrow, Calls.of("get", "a"), Calls.fails(Code.ABORTED))).isEqualTo("x");
    assertThatThrownBy(() -> narrow.when(Code.INTERNAL, Code.PERMISSION_DENIED))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("PERMISSION_DENIED")
        .hasMessageContaining("expected: some of [UNKNOWN, DEADLINE_EXCEEDED");
  }

  @Test
  void streams_areRefused() {
    Fallback fallback = Fallback.of("get").value("x");
    Call call =
        new Call(
            Calls.spec("get", Shape.SERVER_STREAM, WellKnown.STRING),
            "a",
            null,
            null,
            Call.Time.of(0, 0));
    CallFailure refused = failure(fallback, call, Calls.answers("never"));
    assertThat(refused.code()).isEqualTo(Code.FAILED_PRECONDITION);
    assertThat(refused)
        .hasMessageContaining("fallback for test.Service/get: it is SERVER_STREAM")
        .hasMessageContaining("expected: a unary method");
  }

  @Test
  void lastGood_isGivenToTheSameRequestAndMarked() {
    Fallback fallback = Fallback.of("get", "find").lastGood(store());
    assertThat(result(fallback, Calls.of("get", "a"), Calls.answers("A"))).isEqualTo("A");
    assertThat(result(fallback, Calls.of("get", "a"), Calls.answers("A2"))).isEqualTo("A2");
    assertThat(result(fallback, Calls.of("get", "a"), GONE)).isEqualTo("A2 (stale)");
    assertThat(result(fallback, Calls.of("get", "a"), GONE)).isEqualTo("A2 (stale)");
    assertThat(failure(fallback, Calls.of("get", "b"), GONE).code()).isEqualTo(Code.UNAVAILABLE);
    assertThat(failure(fallback, Calls.of("find", "a"), GONE).code()).isEqualTo(Code.UNAVAILABLE);
  }

  @Test
  void lastGood_isNeverGivenToSomebodyElse() {
    Fallback fallback = Fallback.of("get").lastGood(store());
    Principal ada = new Principal("ada", Set.of("user"), Map.of("iss", "a", "exp", "1"));
    assertThat(result(fallback, Calls.of("get", "my", ada), Calls.answers("A"))).isEqualTo("A");
    Principal later = new Principal("ada", Set.of("user"), Map.of("iss", "a", "exp", "2"));
    assertThat(result(fallback, Calls.of("get", "my", later), GONE)).isEqualTo("A (stale)");
    for (Principal other :
        new Principal[] {
          null,
          Principal.of("bob", "user"),
          new Principal("ada", Set.of("user"), Map.of("iss", "b")),
          new Principal("ada", Set.of(), Map.of("iss", "a"))
        }) {
      assertThat(failure(fallback, Calls.of("get", "my", other), GONE).code())
          .as("%s", other)
          .isEqualTo(Code.UNAVAILABLE);
    }
  }

  @Test
  void lastGood_isForgottenWithAge() {
    Fallback fallback = Fallback.of("get").lastGood(store().withAge(Duration.ofSeconds(10)));
    assertThat(result(fallback, Calls.of("get", "a"), Calls.answers("A"))).isEqualTo("A");
    now.set(Duration.ofSeconds(10).toNanos());
    assertThat(result(fallback, Calls.of("get", "a"), GONE)).isEqualTo("A (stale)");
    now.incrementAndGet();
    assertThat(failure(fallback, Calls.of("get", "a"), GONE).code()).isEqualTo(Code.UNAVAILABLE);
  }

  @Test
  void lastGood_isBoundedAndKeepsWhatIsUsed() {
    LastGood<String> store = store().withEntries(3);
    Fallback fallback = Fallback.of("get").lastGood(store);
    for (String name : new String[] {"a", "b", "c"}) {
      fallback.apply(Calls.of("get", name), Calls.answers(name));
    }
    assertThat(result(fallback, Calls.of("get", "a"), GONE)).isEqualTo("a (stale)");
    for (int i = 0; i < 100; i++) {
      fallback.apply(Calls.of("get", "other" + i), Calls.answers("x"));
      assertThat(result(fallback, Calls.of("get", "a"), GONE)).isEqualTo("a (stale)");
      assertThat(store.size()).isEqualTo(3);
    }
    assertThat(failure(fallback, Calls.of("get", "b"), GONE).code()).isEqualTo(Code.UNAVAILABLE);
  }

  @Test
  void lastGood_byAnotherKey() {
    Fallback fallback =
        Fallback.of("get").lastGood(store().withKey(call -> call.baggage().get("tenant")));
    Service seven = call -> Future.succeededFuture("seven");
    assertThat(tenant("7").run(() -> result(fallback, inherited("x"), seven))).isEqualTo("seven");
    assertThat(tenant("7").run(() -> result(fallback, inherited("y"), GONE)))
        .isEqualTo("seven (stale)");
    assertThat(tenant("8").run(() -> failure(fallback, inherited("x"), GONE)).code())
        .isEqualTo(Code.UNAVAILABLE);
  }

  private static CallScope tenant(String id) {
    return CallScope.detached().baggage("tenant", id);
  }

  private static Call inherited(String request) {
    return new Call(
        Calls.spec("get", Shape.UNARY, WellKnown.STRING),
        request,
        null,
        io.weft.call.CallContext.current(),
        Call.Time.of(0, 0));
  }

  @Test
  void lastGood_keyThatFails_harmsNoGoodCall() {
    Fallback fallback =
        Fallback.of("get")
            .lastGood(
                store()
                    .withKey(
                        call -> {
                          throw new IllegalStateException("no key");
                        }));
    assertThat(result(fallback, Calls.of("get", "a"), Calls.answers("A"))).isEqualTo("A");
    assertThat(failure(fallback, Calls.of("get", "a"), GONE))
        .hasMessageContaining("no key")
        .hasMessageContaining("it is gone");
  }

  @Test
  void lastGood_whatCanChange_isCopiedInAndOut() {
    Fallback fallback = Fallback.of("get").lastGood(LastGood.unmarked());
    Buffer reply = Buffer.buffer("good");
    fallback.apply(buffers("key"), Calls.answers(reply));
    reply.appendString(" and changed by the caller");
    Buffer first = (Buffer) result(fallback, buffers("key"), GONE);
    assertThat(first).hasToString("good");
    first.appendString(" and changed again");
    assertThat(result(fallback, buffers("key"), GONE)).hasToString("good");
  }

  private static Call buffers(String key) {
    return new Call(
        Calls.spec("get", Shape.UNARY, WellKnown.BUFFER),
        Buffer.buffer(key),
        null,
        null,
        Call.Time.of(0, 0));
  }

  @Test
  void trail_tellsWhatWasDone() {
    Fallback fallback = Fallback.of("get").lastGood(store());
    fallback.apply(Calls.of("get", "a"), Calls.answers("A"));
    now.set(12_000_000);
    Trail trail = new Trail();
    CallScope.detached().explain(trail).run(() -> result(fallback, inherited("a"), GONE));
    CallScope.detached().explain(trail).run(() -> failure(fallback, inherited("b"), GONE));
    assertThat(trail.lines())
        .containsExactly(
            "fallback for UNAVAILABLE: the last good answer, 12 ms old",
            "fallback for UNAVAILABLE: no earlier answer is known");
  }

  @Test
  void wrongValues_areNamed() {
    assertThatThrownBy(Fallback::of).hasMessageContaining("expected: at least one name");
    assertThatThrownBy(() -> store().withEntries(0)).hasMessageContaining("entries: 0");
    assertThatThrownBy(() -> store().withAge(Duration.ZERO)).hasMessageContaining("age: PT0S");
    assertThat(store().withAge(Duration.ofSeconds(Long.MAX_VALUE)).size()).isZero();
  }
}
