package io.weft.link;

import static io.weft.link.Ghost.frame;
import static io.weft.link.Town.failure;
import static io.weft.link.Town.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Future;
import io.weft.call.CallFailure;
import io.weft.contract.Code;
import io.weft.contract.Fate;
import io.weft.link.frame.Frame;
import io.weft.mesh.Probe;
import io.weft.mesh.Probe.Note;
import io.weft.stream.Streams;
import io.weft.stream.Window;
import io.weft.wire.Writer;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A real caller against a callee that is silent, lies or stammers. */
class CalleeFaultsTest {
  private Town town;
  private Home home;
  private Ghost ghost;
  private Probe probe;

  @BeforeEach
  void start() {
    town = new Town();
    home = town.node("home");
    ghost = new Ghost(town, "ghost", 5, home.at(0));
    probe = home.client(0, ghost.address, 1, 0);
  }

  @AfterEach
  void stop() {
    assertThat(town.uncaught).isEmpty();
    town.close();
  }

  private int lastCall() {
    await().until(() -> !ghost.seen(Frame.CALL).isEmpty());
    town.settle();
    List<Ghost.Seen> calls = ghost.seen(Frame.CALL);
    return calls.get(calls.size() - 1).numbers().get(0).intValue();
  }

  private void reply(int number) {
    ghost.send(
        out -> {
          out.raw(Frame.REPLY);
          out.varint32(number);
          int mark = out.begin();
          out.tag(8);
          out.varint(42);
          out.end(mark);
        });
  }

  /** The caller still gets answers. */
  private void goesOn() {
    int before = ghost.seen(Frame.CALL).size();
    Future<Integer> call = probe.countOnce("goes on");
    await().until(() -> ghost.seen(Frame.CALL).size() > before);
    reply(lastCall());
    assertThat(get(call)).isEqualTo(42);
  }

  @Test
  void certainFence_failsWhatWasBehindItAsNotProcessed() {
    Future<Integer> before = probe.countOnce("before");
    int first = lastCall();
    Future<Integer> behind = probe.countOnce("behind");
    await().until(() -> ghost.seen(Frame.CALL).size() == 2);
    long upTo =
        ghost.headers.stream().filter(h -> h.sequence() > 0).findFirst().orElseThrow().sequence();
    ghost.send(0, frame(Frame.FENCE, 1, upTo, 1));
    CallFailure failure = failure(behind);
    assertThat(failure.fate()).isEqualTo(Fate.NOT_PROCESSED);
    assertThat(failure.code()).isEqualTo(Code.UNAVAILABLE);
    assertThat(before.isComplete()).isFalse();
    await().until(() -> ghost.seen(Frame.QUERY).size() == 1);
    assertThat(ghost.seen(Frame.QUERY).get(0).numbers()).containsExactly((long) first);
    reply(first);
    assertThat(get(before)).isEqualTo(42);
    goesOn();
    assertThat(ghost.headers).anyMatch(h -> h.epoch() == 2 && h.sequence() == 1);
  }

  @Test
  void uncertainFence_failsAsUnknown() {
    Future<Integer> call = probe.countOnce("x");
    lastCall();
    ghost.send(0, frame(Frame.FENCE, 1, 0, 0));
    assertThat(failure(call).fate()).isEqualTo(Fate.UNKNOWN);
    goesOn();
  }

  @Test
  void fenceOfAnotherEpoch_meansNothing() {
    Future<Integer> call = probe.countOnce("x");
    int number = lastCall();
    ghost.send(0, frame(Frame.FENCE, 2, 0, 1));
    ghost.send(0, frame(Frame.FENCE, 0, 0, 1));
    ghost.send(0, frame(Frame.FENCE, -1, 0, 1));
    reply(number);
    assertThat(get(call)).isEqualTo(42);
    goesOn();
  }

  @Test
  void replyTwice_isCountedAsLate() {
    Future<Integer> call = probe.countOnce("x");
    int number = lastCall();
    reply(number);
    reply(number);
    assertThat(get(call)).isEqualTo(42);
    await().until(() -> home.stats().late() == 1);
    goesOn();
  }

  @Test
  void replyThatCannotBeRead_failsItsCallOnly() {
    Future<Note> call = probe.echo(new Note("x", List.of()));
    int number = lastCall();
    ghost.send(
        out -> {
          out.raw(Frame.REPLY);
          out.varint32(number);
          broken(out);
        });
    CallFailure failure = failure(call);
    assertThat(failure.code()).isEqualTo(Code.INTERNAL);
    assertThat(failure.fate()).isEqualTo(Fate.PROCESSED);
    goesOn();
  }

  private static void broken(Writer out) {
    int mark = out.begin();
    out.tag(18);
    int inner = out.begin();
    out.raw(0x80);
    out.end(inner);
    frame(Frame.NOT_HERE, 1).accept(out);
    out.end(mark);
  }

  @Test
  void failureOfNonsense_isUnderstoodAsUnknown() {
    Future<Integer> call = probe.countOnce("x");
    int number = lastCall();
    ghost.send(
        out -> {
          frame(Frame.FAIL, number, 99, -3).accept(out);
          out.string("odd");
          out.string("no.such.Error");
          out.bytes(new byte[] {1, 2, 3});
          out.varint(-9);
        });
    CallFailure failure = failure(call);
    assertThat(failure.code()).isEqualTo(Code.UNKNOWN);
    assertThat(failure.fate()).isEqualTo(Fate.UNKNOWN);
    assertThat(failure.details()).isNull();
    goesOn();
  }

  @Test
  void brokenBatch_failsCallsAtOnceAndRefusesNewOnes() {
    Future<Integer> call = probe.countOnce("x");
    lastCall();
    ghost.send(frame(99));
    assertThat(failure(call).fate()).isEqualTo(Fate.UNKNOWN);
    CallFailure refused = failure(probe.countOnce("y"));
    assertThat(refused.fate()).isEqualTo(Fate.NOT_PROCESSED);
    assertThat(refused.message()).contains("ignored");
    // Nothing is asked or awaited of such a peer any more.
    await().until(() -> home.waiting() == 0 && !home.ticking());
  }

  @Test
  void listenerThatThrows_harmsNobodyButItself() {
    Future<Integer> call = probe.countOnce("x");
    call.onComplete(
        (value, failure) -> {
          throw new IllegalStateException("on purpose");
        });
    reply(lastCall());
    goesOn();
    Probe hasty = home.client(0, ghost.address, 1, 50);
    for (int i = 0; i < 3; i++) {
      Future<Integer> late = hasty.countOnce("late");
      late.onComplete(
          (value, failure) -> {
            throw new AssertionError("on purpose");
          });
      await().until(late::isComplete);
    }
    goesOn();
  }

  @Test
  void silentPeer_isAskedSuspectedAndGivenUp() {
    Future<Integer> call = probe.countOnce("x");
    lastCall();
    await().until(() -> !ghost.seen(Frame.PING).isEmpty());
    CallFailure failure = failure(call);
    assertThat(failure.message()).contains("silent for 1000 ms");
    assertThat(failure.fate()).isEqualTo(Fate.UNKNOWN);
  }

  @Test
  void talkativePeerThatDoesNotAcknowledge_isAskedToo() {
    // Heard every few milliseconds, so it is never silent for as long as this: a minute.
    Limits.Silence patient = new Limits.Silence(60, 60_000, 60_000);
    Home deaf =
        town.node(
            "deaf", 1, new Limits(1 << 20, 64 << 10, 1 << 16, 1 << 20, Window.DEFAULT, patient));
    Ghost talker = new Ghost(town, "talker", 1, deaf.at(0));
    AtomicBoolean talking = new AtomicBoolean(true);
    talk(talker, talking);
    deaf.client(0, talker.address, 1, 0).tell("lost, perhaps");
    await().until(() -> !talker.seen(Frame.CALL).isEmpty());
    await().until(() -> !talker.seen(Frame.PING).isEmpty());
    talking.set(false);
  }

  /** Sends batches that acknowledge nothing, one each turn of a timer. */
  private void talk(Ghost talker, AtomicBoolean talking) {
    if (talking.get()) {
      talker.ackEpoch = 0;
      talker.send(0, out -> {});
      town.vertx.setTimer(2, again -> talk(talker, talking));
    }
  }

  @Test
  void streamOfRequestsThatEndedUnread_isNotSentAgain() {
    Future<Long> sum = probe.sum(Streams.from(List.of()));
    int number = lastCall();
    await().until(() -> !ghost.seen(Frame.REQUEST_END).isEmpty());
    ghost.send(frame(Frame.NOT_HERE, number));
    assertThat(failure(sum).fate()).isEqualTo(Fate.NOT_PROCESSED);
  }
}
