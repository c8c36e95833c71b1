package io.weft.filter.breaker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class RateWindowTest {
  private static final long SECOND = 1_000_000_000;

  /** Whatever comes and whenever: what is counted is what is at most ten slots old. */
  @Property(tries = 300)
  void counts_anyHistory_asAPlainList(
      @ForAll @Size(max = 200) List<@IntRange(max = 40) Integer> steps, @ForAll long origin) {
    RateWindow window = new RateWindow(10 * SECOND, origin);
    List<long[]> history = new ArrayList<>();
    long now = origin;
    for (int step : steps) {
      now += step * SECOND / 7;
      boolean failed = step % 3 == 0;
      window.record(now, failed);
      history.add(new long[] {(now - origin) / SECOND, failed ? 1 : 0});
      long slot = (now - origin) / SECOND;
      long calls = history.stream().filter(h -> slot - h[0] < 10).count();
      long failures = history.stream().filter(h -> slot - h[0] < 10 && h[1] == 1).count();
      long counts = window.counts(now);
      assertThat(RateWindow.calls(counts)).isEqualTo(calls);
      assertThat(RateWindow.failures(counts)).isEqualTo(failures);
    }
  }

  @net.jqwik.api.Example
  void record_overflow_keepsTheRate() {
    RateWindow window = new RateWindow(10 * SECOND, 0);
    for (int i = 0; i < 3_000_000; i++) {
      window.record(SECOND, i % 4 == 0);
    }
    long counts = window.counts(SECOND);
    double rate = (double) RateWindow.failures(counts) / RateWindow.calls(counts);
    assertThat(rate).isBetween(0.24, 0.26);
  }

  @net.jqwik.api.Example
  void record_manyThreads_losesNothing() throws Exception {
    RateWindow window = new RateWindow(10 * SECOND, 0);
    List<Thread> threads = new ArrayList<>();
    for (int t = 0; t < 4; t++) {
      boolean failed = t == 0;
      Thread thread =
          new Thread(
              () -> {
                for (int i = 0; i < 50_000; i++) {
                  window.record(SECOND + i, failed);
                }
              });
      threads.add(thread);
      thread.start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
    long counts = window.counts(2 * SECOND);
    assertThat(RateWindow.calls(counts)).isEqualTo(200_000);
    assertThat(RateWindow.failures(counts)).isEqualTo(50_000);
  }
}
