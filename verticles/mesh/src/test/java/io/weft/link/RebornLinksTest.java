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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One end of a link drops it and makes it anew, as after a partition that healed. */
class RebornLinksTest {
  private Town town;
  private Home one;
  private Home two;
  private Probe there;
  private Probe back;

  @BeforeEach
  void start() {
    town = new Town();
    one = town.node("one");
    two = town.node("two");
    there = one.client(0, two.serve(1), 0);
    back = two.client(1, one.serve(0), 0);
    for (int i = 0; i < 5; i++) {
      get(there.countOnce("warm"));
      get(back.countOnce("warm"));
    }
  }

  @AfterEach
  void stop() {
    assertThat(town.uncaught).isEmpty();
    town.close();
  }

  private void drops(Home home, String other) {
    home.lanes.lost(other, Long.MAX_VALUE, "test");
    town.settle();
  }

  /** Both ways work at the first try, and nobody takes the other end for new again and again. */
  private void bothWork(long restarts) {
    for (int i = 0; i < 5; i++) {
      get(there.countOnce("after"));
      get(back.countOnce("after"));
    }
    town.settle();
    assertThat(one.stats().restarts() + two.stats().restarts()).isEqualTo(restarts);
    await().until(() -> one.waiting() + two.waiting() == 0);
  }

  @Test
  void callerThatDropped_isServedAtOnce() {
    drops(one, "two");
    get(there.countOnce("again"));
    assertThat(two.deeds.runs("again")).isEqualTo(1);
    assertThat(two.stats().duplicates()).isZero();
    bothWork(1);
  }

  @Test
  void calleeThatDropped_servesAfterOneUncertainFailure() {
    drops(two, "one");
    assertThat(failure(there.countOnce("uncertain")).fate()).isEqualTo(Fate.UNKNOWN);
    bothWork(1);
  }

  @Test
  void bothDropped_workAtOnce() {
    drops(one, "two");
    drops(two, "one");
    bothWork(0);
  }

  @Test
  void callsOfADroppedLink_areCancelledWhenTheirCallerComesAnew() {
    Future<String> hanging = there.hang("old");
    await().until(() -> two.deeds.contexts.containsKey("old"));
    drops(one, "two");
    assertThat(failure(hanging).fate()).isEqualTo(Fate.UNKNOWN);
    assertThat(two.deeds.contexts.get("old").cancelled()).isFalse();
    get(there.countOnce("new"));
    await().until(() -> two.deeds.contexts.get("old").cancelled());
    two.deeds.hanging.get("old").complete("late");
    bothWork(1);
    assertThat(one.stats().late()).isZero();
  }

  @Test
  void callsToAnEndThatDropped_failAtItsFirstWord() {
    Future<String> hanging = back.hang("forgotten");
    await().until(() -> one.deeds.contexts.containsKey("forgotten"));
    drops(one, "two");
    get(there.countOnce("first word"));
    CallFailure failure = failure(hanging);
    assertThat(failure.code()).isEqualTo(Code.UNAVAILABLE);
    assertThat(failure.fate()).isEqualTo(Fate.UNKNOWN);
    assertThat(failure.message()).contains("made it anew");
    bothWork(1);
  }

  @Test
  void callsToAnEndThatDropped_failEvenIfItSaysNothing() {
    Future<String> hanging = there.hang("forgotten");
    await().until(() -> two.deeds.contexts.containsKey("forgotten"));
    drops(two, "one");
    // Long before the 1,000 ms after which a silent node is given up.
    assertThat(failure(hanging).message()).contains("anew");
    bothWork(1);
  }

  @Test
  void droppedManyTimes_alwaysComesBack() {
    for (int i = 0; i < 50; i++) {
      drops(one, "two");
      get(there.countOnce("again"));
    }
    bothWork(50);
  }

  private Ghost ghost;

  private int lastCall(Probe ignored, int count) {
    await().until(() -> ghost.seen(Frame.CALL).size() == count);
    return ghost.seen(Frame.CALL).get(count - 1).numbers().get(0).intValue();
  }

  private Probe haunted() {
    ghost = new Ghost(town, "ghost", 5, one.at(0));
    return one.client(0, ghost.address, 1, 0);
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

  @Test
  void lateReply_meetsNoOtherCall() {
    Probe probe = haunted();
    Future<Integer> old = probe.countOnce("old");
    int first = lastCall(probe, 1);
    drops(one, "ghost");
    assertThat(failure(old).fate()).isEqualTo(Fate.UNKNOWN);
    Future<Integer> fresh = probe.countOnce("new");
    int second = lastCall(probe, 2);
    reply(first);
    await().until(() -> one.stats().late() == 1);
    assertThat(fresh.isComplete()).isFalse();
    reply(second);
    assertThat(get(fresh)).isEqualTo(42);
  }

  @Test
  void peerMadeAnew_thatHasTheWholeEpoch_keepsItsCalls() {
    Probe probe = haunted();
    ghost.send(out -> {});
    Future<Integer> call = probe.countOnce("kept");
    int number = lastCall(probe, 1);
    ghost.born = 2;
    ghost.epoch = 2;
    ghost.sequence = 0;
    reply(number);
    assertThat(get(call)).isEqualTo(42);
    assertThat(one.stats().restarts()).isEqualTo(1);
  }

  @Test
  void peerMadeAnew_thatHasNothing_losesItsCallsAndOldWordsOfIt() {
    Probe probe = haunted();
    ghost.send(out -> {});
    Future<Integer> call = probe.countOnce("lost");
    int number = lastCall(probe, 1);
    ghost.born = 2;
    ghost.epoch = 2;
    ghost.sequence = 0;
    ghost.ackEpoch = 0;
    ghost.ack = 0;
    ghost.send(out -> {});
    assertThat(failure(call).fate()).isEqualTo(Fate.UNKNOWN);
    long before = one.stats().duplicates();
    ghost.born = 1;
    ghost.epoch = 1;
    ghost.sequence = 1;
    reply(number);
    await().until(() -> one.stats().duplicates() == before + 1);
    assertThat(one.stats().late()).isZero();
  }

  @Test
  void fenceOfAnEpochInWhichNothingWasSent_isNoFence() {
    Probe probe = haunted();
    Future<Integer> call = probe.countOnce("x");
    lastCall(probe, 1);
    int epoch = ghost.headers.peek().epoch();
    ghost.send(
        0,
        out -> {
          for (int i = 0; i < 1_000; i++) {
            frame(Frame.FENCE, epoch + i, 0, 1).accept(out);
          }
        });
    assertThat(failure(call).fate()).isEqualTo(Fate.NOT_PROCESSED);
    probe.tell("next");
    await().until(() -> ghost.seen(Frame.CALL).size() == 2);
    assertThat(ghost.headers.stream().mapToInt(Batch.Header::epoch).max().orElse(0))
        .isEqualTo(epoch + 1);
  }
}
