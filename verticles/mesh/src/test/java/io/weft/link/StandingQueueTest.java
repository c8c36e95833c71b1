package io.weft.link;

import static org.assertj.core.api.Assertions.assertThat;

import io.weft.link.ledger.OneWayDelay;
import io.weft.link.ledger.StandingQueue;
import org.junit.jupiter.api.Test;

/** The two that tell how long calls wait, with times made by hand. */
class StandingQueueTest {
  private static final long MILLI = 1_000_000;
  private static final long SECOND = 1_000 * MILLI;

  private final StandingQueue queue = new StandingQueue();
  private long now = 1;

  /** A lane that does nothing but calls, which wait longer and longer. */
  private void work(long millis, long waitedMillis, long growthMillis) {
    for (int i = 0; i < millis; i++) {
      queue.begin(now);
      queue.observe(now, (waitedMillis + growthMillis * i / Math.max(1, millis)) * MILLI);
      now += MILLI;
      queue.end(now);
    }
  }

  /** A lane that waits for calls most of the time. */
  private void idle(long millis, long waitedMillis) {
    for (int i = 0; i < millis / 10; i++) {
      queue.begin(now);
      queue.observe(now, waitedMillis * MILLI);
      queue.end(now + MILLI);
      now += 10 * MILLI;
    }
  }

  @Test
  void stands_twiceAndTenTimesAsMuchAsCanBeDone_withinASixthOfASecond() {
    work(150, 0, 75);
    assertThat(queue.stands()).isTrue();
    now += 10 * SECOND;
    idle(2_000, 0);
    assertThat(queue.stands()).isFalse();
    work(150, 0, 135);
    assertThat(queue.stands()).isTrue();
  }

  @Test
  void stands_oneBurst_no() {
    for (int i = 0; i < 10; i++) {
      work(100, 0, 100); // all sent at once
      idle(40, 0);
      assertThat(queue.stands()).isFalse();
    }
  }

  @Test
  void stands_aLittleTooMuch_soonerOrLater() {
    work(200, 0, 20);
    assertThat(queue.stands()).isFalse();
    work(2_000, 20, 240);
    assertThat(queue.stands()).isTrue();
  }

  @Test
  void stands_burstsThatAreWorkedOff_no() {
    for (int i = 0; i < 100; i++) {
      work(90, 90, -90);
      idle(20, 0);
      assertThat(queue.stands()).isFalse();
    }
  }

  @Test
  void stands_closedLoopOfManyCallers_no() {
    work(10_000, 30, 0);
    work(800, 200, 0); // while it is compiled, perhaps
    work(10_000, 40, 0);
    assertThat(queue.stands()).isFalse();
  }

  @Test
  void stands_slowNetworkAndIdleLane_no() {
    idle(10_000, 300);
    assertThat(queue.stands()).isFalse();
  }

  @Test
  void stands_firstCallAfterALongPause_no() {
    queue.begin(now);
    queue.observe(now, 0);
    queue.end(now + MILLI);
    now += 30 * SECOND;
    work(40, 80, 0);
    assertThat(queue.stands()).isFalse();
  }

  @Test
  void stands_keptShort_staysUntilEmptyForASecond() {
    work(300, 0, 150);
    assertThat(queue.stands()).isTrue();
    work(5_000, 5, 0); // what is kept short by refusals is not gone
    assertThat(queue.stands()).isTrue();
    idle(700, 0);
    assertThat(queue.stands()).isTrue();
    work(100, 5, 0);
    idle(700, 0);
    assertThat(queue.stands()).isTrue();
    idle(500, 0);
    assertThat(queue.stands()).isFalse();
  }

  @Test
  void stands_stillTooMuchAfterHalfAMinute_triedOutAndBackSoon() {
    work(150, 0, 75);
    work(29_000, 5, 0);
    assertThat(queue.stands()).isTrue();
    work(2_000, 5, 0);
    assertThat(queue.stands()).isFalse();
    work(200, 5, 100);
    assertThat(queue.stands()).isTrue();
  }

  @Test
  void stands_noCallsAnyMore_goneWithTheNext() {
    work(300, 0, 150);
    now += 10 * SECOND;
    work(60, 0, 0);
    assertThat(queue.stands()).isFalse();
  }

  @Test
  void waited_clocksDiffer_onlyTheDifferenceToTheFastestCounts() {
    for (long skew : new long[] {0, 5 * SECOND, -5 * SECOND, Long.MAX_VALUE - SECOND}) {
      OneWayDelay way = new OneWayDelay();
      way.arrived(10 * MILLI + skew, 9 * MILLI, false);
      assertThat(way.waited(10 * MILLI + skew)).isZero();
      way.arrived(20 * MILLI + skew, 12 * MILLI, false);
      assertThat(way.waited(20 * MILLI + skew)).isEqualTo(7 * MILLI);
      assertThat(way.waited(22 * MILLI + skew)).isEqualTo(9 * MILLI);
      way.arrived(30 * MILLI + skew, 30 * MILLI - 100, false);
      assertThat(way.waited(30 * MILLI + skew)).isZero();
    }
  }

  @Test
  void waited_wayBecameLonger_forgottenAfterTwentySecondsButNotInAQueue() {
    for (boolean standing : new boolean[] {false, true}) {
      OneWayDelay way = new OneWayDelay();
      way.arrived(SECOND, SECOND, standing);
      for (int i = 2; i <= 24; i++) {
        way.arrived(i * SECOND + 4 * MILLI, i * SECOND, standing);
      }
      assertThat(way.waited(24 * SECOND + 4 * MILLI)).isEqualTo(standing ? 4 * MILLI : 0);
    }
  }

  @Test
  void waited_noStamp_countsFromArrival() {
    OneWayDelay way = new OneWayDelay();
    way.arrived(SECOND, 0, false);
    assertThat(way.waited(SECOND + 5)).isEqualTo(5);
  }
}
