package io.weft.link;

import static io.weft.link.Ghost.call;
import static io.weft.link.Ghost.frame;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.weft.call.CallFailure;
import io.weft.contract.Code;
import io.weft.contract.Fate;
import io.weft.link.frame.Frame;
import io.weft.mesh.Probe;
import io.weft.mesh.ProbeSpecs;
import io.weft.stream.Window;
import io.weft.wire.Writer;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Readable, but not what an honest caller would send. */
class HostilePeerTest {
  private static final int ECHO = ProbeSpecs.ECHO.name().number();
  private static final int ONCE = ProbeSpecs.COUNT_ONCE.name().number();
  private static final int HANG = ProbeSpecs.HANG.name().number();
  private static final int REFUSE = ProbeSpecs.REFUSE.name().number();
  private Town town;
  private Home home;
  private Probe good;
  private Ghost ghost;

  @BeforeEach
  void start() {
    town = new Town();
    home = town.node("home");
    good = town.node("good").client(1, home.serve(0), 0);
    ghost = new Ghost(town, "ghost", 5, home.at(0));
  }

  @AfterEach
  void stop() {
    assertThat(Town.get(good.countOnce("good goes on"))).isPositive();
    assertThat(home.stats().malformed()).isZero();
    assertThat(home.stats().foreign()).isZero();
    assertThat(town.uncaught).isEmpty();
    town.close();
  }

  /** The link still works after what was sent. */
  private void goesOn() {
    int replies = ghost.seen(Frame.REPLY).size();
    ghost.send(call(1_000_000, 1, ONCE, "goes on"));
    await().until(() -> ghost.seen(Frame.REPLY).size() == replies + 1);
  }

  private Ghost.Seen answer(int type) {
    await().until(() -> ghost.seen(type).size() == 1);
    return ghost.seen(type).get(0);
  }

  @Test
  void unknownService_isNotHere() {
    for (int service : new int[] {0, 2, 1_000_000, -1, Integer.MIN_VALUE}) {
      ghost.seen.clear();
      ghost.send(call(3, service, ONCE, "x"));
      assertThat(answer(Frame.NOT_HERE).numbers()).containsExactly(3L);
    }
    ghost.send(call(0, 2, ONCE, "one way"));
    goesOn();
  }

  @Test
  void serviceOfAnotherLane_isNotHere() {
    Served other = home.serve(1);
    ghost.send(call(3, other.id(), ONCE, "x"));
    answer(Frame.NOT_HERE);
    assertThat(home.deeds.runs("x")).isZero();
  }

  @Test
  void unknownMethod_isUnimplemented() {
    for (int method : new int[] {0, 12, 1_000_000, -1, Integer.MIN_VALUE}) {
      ghost.seen.clear();
      ghost.send(call(4, 1, method, "x"));
      Ghost.Seen failure = answer(Frame.FAIL);
      assertThat(failure.numbers())
          .containsExactly(
              4L, (long) Code.UNIMPLEMENTED.number(), (long) Fate.NOT_PROCESSED.ordinal());
    }
    goesOn();
  }

  @Test
  void answersNobodyAskedFor_areCountedAsLate() {
    ghost.send(
        out -> {
          frame(Frame.REPLY, 7, 0).accept(out);
          frame(Frame.FAIL, -7, 99, 99, 0, 0, 0, 0).accept(out);
          frame(Frame.NOT_HERE, 7).accept(out);
          frame(Frame.REPLY_ITEM, 7, 0).accept(out);
          frame(Frame.REQUEST_CREDIT, 7, -1, -1).accept(out);
          frame(Frame.CANCEL, 7).accept(out);
          frame(Frame.REQUEST_ITEM, 7, 0).accept(out);
          frame(Frame.REQUEST_END, 7).accept(out);
          frame(Frame.REPLY_CREDIT, 7, -1, -1).accept(out);
          frame(Frame.FENCE, 999, -1, 1).accept(out);
          frame(Frame.QUERY, -1).accept(out);
        });
    goesOn();
    assertThat(home.stats().late()).isEqualTo(2);
  }

  @Test
  void question_forUnknownCalls_isAnsweredUnknown() {
    ghost.send(call(5, 1, HANG, "known"));
    ghost.send(frame(Frame.QUERY, 3, 4, 5, -6));
    await().until(() -> ghost.seen(Frame.FAIL).size() == 2);
    assertThat(ghost.seen(Frame.FAIL).get(0).numbers())
        .containsExactly(4L, (long) Code.UNAVAILABLE.number(), (long) Fate.UNKNOWN.ordinal());
    assertThat(home.deeds.runs("known")).isEqualTo(1);
  }

  @Test
  void gap_isAnsweredByAFenceThatHoldsForTheEpoch() {
    goesOn();
    ghost.send(5, call(2, 1, ONCE, "behind the gap"));
    assertThat(answer(Frame.FENCE).numbers()).containsExactly(1L, 1L, 1L);
    assertThat(home.stats().gaps()).isEqualTo(1);
    long duplicates = home.stats().duplicates();
    ghost.send(2, call(3, 1, ONCE, "late part of the epoch"));
    ghost.send(6, call(4, 1, ONCE, "rest of the epoch"));
    // Whoever still sends in the epoch has not heard of the fence.
    await().until(() -> ghost.seen(Frame.FENCE).size() > 1);
    await().until(() -> home.stats().duplicates() == duplicates + 2);
    assertThat(ghost.seen(Frame.FENCE)).allMatch(f -> f.numbers().equals(List.of(1L, 1L, 1L)));
    assertThat(ghost.headers).anyMatch(header -> header.sequence() == 0);
    assertThat(home.stats().gaps()).isEqualTo(1);
    ghost.epoch = 2;
    ghost.sequence = 0;
    goesOn();
    ghost.epoch = 1;
    ghost.send(7, call(5, 1, ONCE, "an old epoch"));
    await().until(() -> home.stats().duplicates() == duplicates + 3);
    for (String key :
        List.of("behind the gap", "late part of the epoch", "rest of the epoch", "an old epoch")) {
      assertThat(home.deeds.runs(key)).as(key).isZero();
    }
  }

  @Test
  void duplicates_runOnce() {
    Consumer<Writer> once = call(2, 1, ONCE, "once");
    ghost.send(once);
    for (int i = 0; i < 10; i++) {
      ghost.send(1, once);
    }
    await().until(() -> home.stats().duplicates() == 10);
    assertThat(home.deeds.runs("once")).isEqualTo(1);
    goesOn();
  }

  @Test
  void oldIncarnation_isNotHeardAndANewOneEndsTheOld() {
    ghost.send(call(2, 1, HANG, "old"));
    await().until(() -> home.deeds.contexts.containsKey("old"));
    Ghost newer = new Ghost(town, "ghost", 6, home.at(0));
    newer.send(call(2, 1, ONCE, "new"));
    await().until(() -> home.deeds.contexts.get("old").cancelled());
    long before = home.stats().duplicates();
    ghost.send(call(3, 1, ONCE, "from the grave"));
    await().until(() -> home.stats().duplicates() == before + 1);
    assertThat(home.deeds.runs("from the grave")).isZero();
    assertThat(home.deeds.runs("new")).isEqualTo(1);
  }

  @Test
  void badPayload_cannotBringFramesOfItsOwn() {
    ghost.send(
        out -> {
          call(2, 1, ECHO, 0, HostilePeerTest::smuggle).accept(out);
          call(3, 1, ONCE, "behind").accept(out);
        });
    answer(Frame.FAIL);
    await().until(() -> home.deeds.runs("behind") == 1);
    assertThat(home.deeds.runs("smuggled")).isZero();
  }

  /** A message whose nested list is cut, followed by what would be a CALL. */
  private static void smuggle(Writer out) {
    int mark = out.begin();
    out.tag(18);
    int inner = out.begin();
    out.raw(0x80);
    out.end(inner);
    call(9, 1, ONCE, "smuggled").accept(out);
    out.end(mark);
  }

  @Test
  void manyBadPayloads_inOneBatch_harmNobody() {
    ghost.send(
        out -> {
          for (int i = 1; i <= 500; i++) {
            call(i, 1, ECHO, 0, HostilePeerTest::smuggle).accept(out);
          }
        });
    await().until(() -> ghost.seen(Frame.FAIL).size() == 500);
    assertThat(ghost.seen(Frame.FAIL))
        .allMatch(f -> f.numbers().get(1) == Code.INVALID_ARGUMENT.number());
    goesOn();
  }

  @Test
  void moreCallsThanTheBound_areRefused() {
    Limits narrow =
        new Limits(1 << 20, 64 << 10, 3, 1 << 20, Window.DEFAULT, Limits.Silence.DEFAULT);
    Home strict = town.node("strict", 1, narrow);
    strict.serve(0);
    Ghost greedy = new Ghost(town, "greedy", 1, strict.at(0));
    for (int i = 1; i <= 5; i++) {
      greedy.send(call(i, 1, HANG, "h" + i));
    }
    await().until(() -> greedy.seen(Frame.FAIL).size() == 2);
    assertThat(greedy.seen(Frame.FAIL).get(0).numbers())
        .containsExactly(
            4L, (long) Code.RESOURCE_EXHAUSTED.number(), (long) Fate.NOT_PROCESSED.ordinal());
    assertThat(strict.deeds.all.get()).isEqualTo(3);
    greedy.send(frame(Frame.CANCEL, 1));
    greedy.send(call(6, 1, HANG, "h6"));
    await().until(() -> strict.deeds.runs("h6") == 1);
  }

  @Test
  void deadline_passesAtTheCalleeToo() {
    ghost.send(
        call(
            2,
            1,
            HANG,
            Frame.DEADLINE,
            out -> {
              out.varint(5_000);
              Ghost.text(out, "late");
            }));
    await().until(() -> home.deeds.contexts.containsKey("late"));
    assertThat(ghost.seen(Frame.FAIL)).isEmpty();
    town.turn(5_100);
    assertThat(answer(Frame.FAIL).numbers())
        .containsExactly(2L, (long) Code.DEADLINE_EXCEEDED.number(), (long) Fate.UNKNOWN.ordinal());
    await().until(() -> home.deeds.contexts.get("late").cancelled());
    // Its number is free again, and its late outcome goes nowhere.
    home.deeds.hanging.get("late").complete("too late");
    ghost.send(call(2, 1, ONCE, "same number"));
    await().until(() -> ghost.seen(Frame.REPLY).size() == 1);
    assertThat(ghost.seen(Frame.FAIL)).hasSize(1);
  }

  @Test
  void handlersActionThatThrowsOnCancel_harmsNobody() {
    ghost.send(call(2, 1, HANG, "rude"));
    await().until(() -> home.deeds.contexts.containsKey("rude"));
    home.deeds
        .contexts
        .get("rude")
        .onCancel(
            () -> {
              throw new IllegalStateException("on purpose");
            });
    ghost.send(frame(Frame.CANCEL, 2));
    await().until(() -> home.deeds.contexts.get("rude").cancelled());
    goesOn();
  }

  @Test
  void failureOfThisNodeInTheMiddle_fencesInsteadOfIgnoring() {
    home.failEvents(new IllegalStateException("on purpose"));
    ghost.send(
        out -> {
          frame(Frame.EVENT, 0).accept(out);
          call(2, 1, ONCE, "behind").accept(out);
        });
    assertThat(answer(Frame.FENCE).numbers()).containsExactly(1L, 0L, 0L);
    assertThat(town.surprises.remove().getThrown()).hasMessage("on purpose");
    assertThat(home.deeds.runs("behind")).isZero();
    ghost.epoch = 2;
    ghost.sequence = 0;
    goesOn();
  }

  @Test
  void detailsThatCannotBeWritten_stillGiveTheFailure() {
    home.deeds.refusal =
        CallFailure.of(Code.ABORTED, "x".repeat(3 << 20)).withDetails(new Probe.Refused(null, 1));
    ghost.send(call(2, 1, REFUSE, "refuse"));
    Ghost.Seen failure = answer(Frame.FAIL);
    assertThat(failure.numbers().get(1)).isEqualTo(Code.ABORTED.number());
    assertThat(failure.text()).hasSizeLessThan(10_000).startsWith("xxx").endsWith("…");
  }
}
