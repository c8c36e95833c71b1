package io.weft.filter.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.weft.call.Call;
import io.weft.call.CallFailure;
import io.weft.contract.Code;
import io.weft.contract.Fate;
import io.weft.contract.Priority;
import java.util.Comparator;
import java.util.PriorityQueue;
import org.junit.jupiter.api.Test;

/** Against simulated handlers: workers with a queue in front, or others that are waited for. */
class ConcurrencyLimitTest {
  private static final long MILLI = 1_000_000;
  private static final long SECOND = 1_000 * MILLI;
  private static final long DEADLINE = 250 * MILLI;

  private final Refusals refusals = new Refusals();
  private final ConcurrencyLimit limit = new ConcurrencyLimit(refusals);
  private final PriorityQueue<End> ends = new PriorityQueue<>(Comparator.comparingLong(End::at));
  private int refused;
  private int intime;

  private record End(Call call, long at) {}

  private void end(long now) {
    while (!ends.isEmpty() && ends.peek().at() <= now) {
      End end = ends.remove();
      intime += end.at() - end.call().startNanos() <= DEADLINE ? 1 : 0;
      limit.exit(end.call(), null, end.at());
    }
  }

  private boolean arrives(Call call, long begin, long takes) {
    if (limit.enter(call, call.startNanos()) != null) {
      refused++;
      return false;
    }
    call.waitedNanos(begin - call.startNanos());
    ends.add(new End(call, begin + takes));
    return true;
  }

  /** Calls at a steady rate to workers; returns when it is over. */
  private long workers(long start, long[] free, long takes, double perSecond, long nanos) {
    long now = start;
    for (int i = 0; now < start + nanos; i++) {
      now = start + (long) (i * 1e9 / perSecond);
      end(now);
      int next = 0;
      for (int w = 1; w < free.length; w++) {
        next = free[w] < free[next] ? w : next;
      }
      long begin = Math.max(now, free[next]);
      if (arrives(Calls.at(now), begin, takes)) {
        free[next] = begin + takes;
      }
    }
    return now;
  }

  private double goodput(int factor) {
    long[] free = new long[4];
    double capacity = 4 / 0.005;
    long now = workers(0, free, 5 * MILLI, capacity * 0.5, SECOND);
    assertThat(refused).isZero();
    now = workers(now, free, 5 * MILLI, capacity * factor, 3 * SECOND);
    intime = 0;
    now = workers(now, free, 5 * MILLI, capacity * factor, 10 * SECOND);
    double goodput = intime / (capacity * 10);
    // What runs still has to end.
    now = workers(now, free, 5 * MILLI, capacity * 0.5, SECOND / 10);
    refused = 0;
    workers(now, free, 5 * MILLI, capacity * 0.5, 5 * SECOND);
    assertThat(refused).isZero();
    return goodput;
  }

  @Test
  void workers_twiceTheirCapacity_nineTenthsInTime() {
    assertThat(goodput(2)).isGreaterThan(0.9);
    assertThat(refusals.snapshot().concurrency()).isPositive();
  }

  @Test
  void workers_tenTimesTheirCapacity_nineTenthsInTime() {
    assertThat(goodput(10)).isGreaterThan(0.9);
  }

  @Test
  void workers_burstsOfFastCalls_neverRefused() {
    long[] free = new long[4];
    for (int burst = 0; burst < 200; burst++) {
      for (int i = 0; i < 800; i++) {
        long now = burst * 100 * MILLI + i;
        end(now);
        int worker = i % free.length;
        long begin = Math.max(now, free[worker]);
        arrives(Calls.at(now), begin, 50_000);
        free[worker] = begin + 50_000;
      }
    }
    assertThat(refused).isZero();
  }

  @Test
  void others_slowAllAtOnce_fewCallsAreNeverRefused() {
    for (long now = 0; now < 20 * SECOND; now += 10 * MILLI) {
      end(now);
      // Six at once, then sixty.
      arrives(Calls.at(now), now, now < 10 * SECOND ? 60 * MILLI : 600 * MILLI);
    }
    assertThat(refused).isZero();
  }

  @Test
  void others_slowerTheMoreRunAtOnce_limited() {
    int most = 0;
    for (long now = 0; now < 60 * SECOND; now += now < 5 * SECOND ? MILLI : MILLI / 4) {
      end(now);
      // A database that does 2,000 a second, whatever runs at once; after 5 s twice of that comes.
      int running = ends.size();
      most = now > 10 * SECOND ? Math.max(most, running) : 0;
      long last = ends.stream().mapToLong(End::at).max().orElse(now);
      arrives(Calls.at(now), now, Math.max(5 * MILLI, last + MILLI / 2 - now));
    }
    assertThat(most).isLessThan(150);
    assertThat(refused).isPositive();
  }

  @Test
  void otherCallsThanBefore_noGradient() {
    for (long now = 0; now < 20 * SECOND; now += MILLI / 10) {
      end(now);
      boolean slow = now > 10 * SECOND || now / MILLI % 100 == 0;
      arrives(Calls.at(Calls.method(slow ? 2 : 1), now), now, slow ? 80 * MILLI : MILLI);
    }
    assertThat(refused).isZero();
  }

  @Test
  void enter_limitReached_theMoreImportantStillPass() {
    int low = 0;
    for (Priority.Level level : Priority.Level.values()) {
      int passed = 0;
      while (limit.enter(Calls.with(level), 0) == null) {
        passed++;
      }
      assertThat(passed).isPositive();
      low = level == Priority.Level.LOW ? passed : low;
    }
    assertThat(low).isEqualTo(716);
    CallFailure refusal = limit.enter(Calls.with(Priority.Level.LOW), 0);
    assertThat(refusal.code()).isEqualTo(Code.RESOURCE_EXHAUSTED);
    assertThat(refusal.fate()).isEqualTo(Fate.NOT_PROCESSED);
    assertThat(refusal.retryAfterMillis()).isPositive();
  }

  @Test
  void streams_neverRefusedAndNoMeasure() {
    for (int i = 0; i < 5_000; i++) {
      assertThat(limit.enter(Calls.at(Calls.STREAM, 0), 0)).isNull();
    }
    for (int i = 0; i < 5_000; i++) {
      limit.exit(Calls.at(Calls.STREAM, 0), null, SECOND);
    }
    assertThat(limit.enter(Calls.at(0), SECOND)).isNull();
  }
}
