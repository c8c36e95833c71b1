package io.weft.link;

import static io.weft.link.Town.failure;
import static io.weft.link.Town.get;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.streams.ReadStream;
import io.weft.call.CallFailure;
import io.weft.call.Caller;
import io.weft.call.Spec;
import io.weft.contract.Code;
import io.weft.contract.Fate;
import io.weft.stream.Streams;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Values that users' records do not take or give: the call fails, the link and the lane go on. */
class CodecFaultsTest {
  private final AtomicInteger runs = new AtomicInteger();
  private Town town;
  private Home home;
  private Served served;
  private Caller far;
  private Caller near;

  @BeforeEach
  void start() {
    town = new Town();
    home = town.node("home");
    served = home.serve(0, new Handmade(), runs);
    far = town.node("far").caller(1, home.at(0), served.id(), 0);
    near = home.localCaller(1, served, 0);
  }

  @AfterEach
  void stop() {
    for (Caller caller : List.of(far, near)) {
      assertThat(get(caller.<String>unary(Handmade.ECHO, "fine"))).isEqualTo("fine");
    }
    assertThat(home.stats().malformed() + home.stats().gaps()).isZero();
    org.awaitility.Awaitility.await().until(() -> served.inFlight() == 0 && home.waiting() == 0);
    assertThat(town.uncaught).isEmpty();
    town.close();
  }

  private CallFailure fails(Caller caller, Spec spec, Object request) {
    Future<String> reply = caller.unary(spec, request);
    return failure(reply);
  }

  @ParameterizedTest
  @ValueSource(strings = {"unreadable", "unwritable", "endless"})
  void request_thatCannotTravel_neverRuns(String text) {
    CallFailure failure = fails(far, Handmade.ECHO, text);
    assertThat(failure.code()).isEqualTo(Code.INVALID_ARGUMENT);
    assertThat(failure.fate()).isEqualTo(Fate.NOT_PROCESSED);
    assertThat(failure.message()).contains("test.Handmade/echo");
    assertThat(fails(near, Handmade.ECHO, text).code()).isEqualTo(Code.INVALID_ARGUMENT);
    assertThat(runs).hasValue(0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"reply _nreadable", "reply _nwritable"})
  void reply_thatCannotTravel_isInternalAndProcessed(String text) {
    for (Caller caller : List.of(far, near)) {
      CallFailure failure = fails(caller, Handmade.ECHO, text);
      assertThat(failure.code()).isEqualTo(Code.INTERNAL);
      assertThat(failure.fate()).isEqualTo(Fate.PROCESSED);
    }
    assertThat(runs).hasValue(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"fail x", "fail unreadable", "fail unwritable"})
  void details_thatCannotTravel_areLeftOut(String text) {
    // The request itself is a text that travels: only its end is not.
    String request = text.replace("un", "u_n");
    for (Caller caller : List.of(far, near)) {
      CallFailure failure = fails(caller, Handmade.ECHO, request);
      assertThat(failure.code()).isEqualTo(Code.ABORTED);
      assertThat(failure.fate()).isEqualTo(Fate.PROCESSED);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"a,b,_nreadable,c", "a,b,_nwritable,c"})
  void itemOfReplies_thatCannotTravel_failsTheStream(String items) {
    for (Caller caller : List.of(far, near)) {
      ReadStream<String> stream = caller.serverStream(Handmade.LIST, items);
      CallFailure failure = failure(Streams.toList(stream));
      assertThat(failure.code()).isEqualTo(Code.INTERNAL);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"unreadable", "unwritable"})
  void itemOfRequests_thatCannotTravel_failsTheCall(String item) {
    for (Caller caller : List.of(far, near)) {
      Future<String> size =
          caller.clientStream(Handmade.SIZE, Streams.from(List.of("a", item, "b")));
      assertThat(failure(size).code()).isEqualTo(Code.INVALID_ARGUMENT);
    }
  }
}
