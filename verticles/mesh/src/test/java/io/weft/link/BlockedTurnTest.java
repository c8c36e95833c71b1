package io.weft.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Future;
import io.weft.call.Call;
import io.weft.call.CallFailure;
import io.weft.call.Caller;
import io.weft.contract.Code;
import io.weft.contract.Fate;
import io.weft.link.frame.Frame;
import io.weft.mesh.Probe;
import io.weft.mesh.ProbeSpecs;
import io.weft.stream.Window;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Calls of an event loop that somebody blocks for a while. */
class BlockedTurnTest {
  private Town town;
  private Home home;
  private Ghost ghost;
  private Target target;
  private final List<Call> made = new ArrayList<>();

  @BeforeEach
  void start() {
    town = new Town();
    home = town.node("home");
    ghost = new Ghost(town, "ghost", 5, home.at(0));
    ghost.acknowledging = true;
    target = Town.on(home.lane(0), () -> home.lane(0).remote(ghost.address, 1));
  }

  @AfterEach
  void stop() {
    assertThat(town.uncaught).isEmpty();
    town.close();
  }

  /** Makes a call that does not leave yet. */
  private Future<Integer> makeCall(long deadlineMillis) {
    Caller caller =
        new Caller(
            town.vertx,
            call -> {
              made.add(call);
              return call.future();
            },
            town.clock,
            new Caller.Defaults(Window.DEFAULT, deadlineMillis, java.util.Map.of()));
    Probe probe = ProbeSpecs.CONTRACT.proxy(caller);
    return probe.countOnce("x");
  }

  private void send(Target to, int index) {
    to.call(made.get(index), (call, reply, failure) -> call.complete(reply, failure));
  }

  private long millisLeft(int call) {
    await().until(() -> ghost.seen(Frame.CALL).size() > call);
    return Long.parseLong(ghost.seen(Frame.CALL).get(call).text());
  }

  @Test
  void callThatWaitedForItsLane_tellsWhatIsLeftOfItsTime() {
    makeCall(60_000);
    town.turn(45_000);
    Town.on(
        home.lane(0),
        () -> {
          send(target, 0);
          return 0;
        });
    assertThat(millisLeft(0)).isBetween(1L, 15_000L);
  }

  @Test
  void callThatWaitedForItsLaneTooLong_neverLeaves() {
    Future<Integer> call = makeCall(1_000);
    Served served = home.serve(0);
    Future<Integer> near = makeCall(1_000);
    Target local = home.lane(0).local(served);
    town.turn(2_000);
    Town.on(
        home.lane(0),
        () -> {
          send(target, 0);
          send(local, 1);
          return 0;
        });
    for (Future<Integer> late : List.of(call, near)) {
      CallFailure failure = Town.failure(late);
      assertThat(failure.code()).isEqualTo(Code.DEADLINE_EXCEEDED);
      assertThat(failure.fate()).isEqualTo(Fate.NOT_PROCESSED);
    }
    town.settle();
    assertThat(ghost.seen(Frame.CALL)).isEmpty();
    assertThat(home.deeds.all.get()).isZero();
  }

  @Test
  void callMadeLateInABlockedTurn_hasAllItsTime() {
    Served served = home.serve(0);
    Target local = home.lane(0).local(served);
    Future<Integer> near =
        Town.on(
            home.lane(0),
            () -> {
              makeCall(60_000);
              send(target, 0);
              town.turn(100_000);
              makeCall(60_000);
              send(target, 1);
              Future<Integer> last = makeCall(60_000);
              send(local, 2);
              return last;
            });
    assertThat(millisLeft(1)).isBetween(59_000L, 60_000L);
    assertThat(Town.get(near)).isEqualTo(1);
  }
}
