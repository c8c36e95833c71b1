package io.weft.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weft.call.CallContext;
import io.weft.link.ledger.Arrivals;
import io.weft.link.ledger.Arrivals.Verdict;
import io.weft.link.ledger.Deadlines;
import io.weft.link.ledger.SentBytes;
import io.weft.wire.Reader;
import io.weft.wire.Writer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The small parts of a link, each against a model that is too simple to be wrong. */
class LinkPartsTest {
  private static long millis(long value) {
    return value * 1_000_000;
  }

  @Test
  void deadlines_findExactlyWhatIsDue() {
    for (int seed = 0; seed < 100; seed++) {
      Random random = new Random(seed);
      Deadlines deadlines = new Deadlines();
      List<Long> table = new ArrayList<>();
      long now = random.nextLong() / 4;
      for (int step = 0; step < 300; step++) {
        now += random.nextInt(1_000);
        if (random.nextBoolean()) {
          long deadline =
              random.nextInt(5) == 0 ? CallContext.NO_DEADLINE : now + random.nextInt(5_000);
          table.add(deadline);
          deadlines.add(deadline);
        } else if (!table.isEmpty() && random.nextInt(3) == 0) {
          table.remove(random.nextInt(table.size()));
        } else {
          long moment = now;
          List<Long> due = deadlines.due(() -> table, deadline -> deadline, now);
          assertThat(due)
              .containsExactlyInAnyOrderElementsOf(
                  table.stream().filter(d -> d <= moment).toList());
          table.removeAll(due);
        }
      }
    }
  }

  @Test
  void deadlines_lookOnlyWhenSomethingMayBeDue() {
    Deadlines deadlines = new Deadlines();
    deadlines.add(100);
    deadlines.add(50);
    int[] looks = {0};
    for (long now = 0; now < 50; now++) {
      deadlines.due(
          () -> {
            looks[0]++;
            return List.of(50L, 100L);
          },
          d -> d,
          now);
    }
    assertThat(looks[0]).isZero();
    deadlines.due(
        () -> {
          looks[0]++;
          return List.of(50L, 100L);
        },
        d -> d,
        50);
    deadlines.due(
        () -> {
          looks[0]++;
          return List.of(100L);
        },
        d -> d,
        60);
    assertThat(looks[0]).isEqualTo(1);
  }

  private final Silence silence = new Silence(new Limits.Silence(100, 300, 1_000), 0);

  private Silence.Verdict checkEvery10(long from, long to, boolean owed) {
    Silence.Verdict last = Silence.Verdict.FINE;
    for (long at = from; at <= to; at += 10) {
      last = silence.check(millis(at), owed);
    }
    return last;
  }

  @Test
  void silence_asksThenSuspectsThenGivesUp() {
    assertThat(checkEvery10(0, 100, true)).isEqualTo(Silence.Verdict.FINE);
    assertThat(silence.check(millis(110), true)).isEqualTo(Silence.Verdict.ASK);
    assertThat(silence.check(millis(120), true)).isEqualTo(Silence.Verdict.FINE);
    assertThat(silence.suspect()).isFalse();
    checkEvery10(130, 310, true);
    assertThat(silence.suspect()).isTrue();
    assertThat(checkEvery10(320, 1_000, true)).isNotEqualTo(Silence.Verdict.LOST);
    assertThat(silence.check(millis(1_010), true)).isEqualTo(Silence.Verdict.LOST);
    assertThat(checkEvery10(1_020, 2_010, true)).isNotEqualTo(Silence.Verdict.LOST);
    assertThat(silence.check(millis(2_020), true)).isEqualTo(Silence.Verdict.LOST);
  }

  @Test
  void silence_staysSuspectUntilHeard() {
    checkEvery10(0, 310, true);
    for (long at = 320; at < 10_000; at += 10) {
      silence.check(millis(at), true);
      assertThat(silence.suspect()).as("after %d ms", at).isTrue();
      if (at % 500 == 0) {
        silence.waitingSince(millis(at)); // a new call, after the earlier ones were given up
      }
    }
    silence.heard(millis(10_000));
    assertThat(silence.suspect()).isFalse();
  }

  @Test
  void silence_whoIsHeardIsFine() {
    checkEvery10(0, 400, true);
    assertThat(silence.suspect()).isTrue();
    silence.heard(millis(405));
    assertThat(silence.suspect()).isFalse();
    assertThat(checkEvery10(410, 500, true)).isEqualTo(Silence.Verdict.FINE);
  }

  @Test
  void silence_whoOwesNothingIsFineHoweverLong() {
    assertThat(checkEvery10(0, 100_000, false)).isEqualTo(Silence.Verdict.FINE);
    silence.waitingSince(millis(100_005));
    assertThat(checkEvery10(100_010, 100_100, true)).isEqualTo(Silence.Verdict.FINE);
    assertThat(silence.suspect()).isFalse();
  }

  @Test
  void silence_ofAStoppedLaneItself_isNotHeldAgainstThePeer() {
    checkEvery10(0, 50, true);
    assertThat(silence.check(millis(60_000), true)).isNotEqualTo(Silence.Verdict.LOST);
    assertThat(silence.suspect()).isFalse();
    silence.askSoon();
    assertThat(silence.check(millis(60_001), true)).isEqualTo(Silence.Verdict.ASK);
  }

  @Test
  void sentBytes_behaveAsAMapOfBatches() {
    for (int seed = 0; seed < 200; seed++) {
      Random random = new Random(seed);
      SentBytes sent = new SentBytes();
      TreeMap<Long, Integer> model = new TreeMap<>();
      long number = 0;
      for (int step = 0; step < 300; step++) {
        switch (random.nextInt(5)) {
          case 0, 1 -> {
            int size = random.nextInt(1_000) + 1;
            sent.add(++number, size);
            model.put(number, size);
          }
          case 2 -> {
            long upTo = random.nextLong(-2, number + 3);
            boolean any = !model.headMap(upTo, true).isEmpty();
            assertThat(sent.acknowledge(upTo)).isEqualTo(any);
            model.headMap(upTo, true).clear();
          }
          default -> {
            if (random.nextInt(20) == 0) {
              sent.clear();
              model.clear();
            }
          }
        }
        assertThat(sent.bytes()).isEqualTo(model.values().stream().mapToLong(n -> n).sum());
        assertThat(sent.size()).isEqualTo(model.size());
        assertThat(sent.isEmpty()).isEqualTo(model.isEmpty());
      }
    }
  }

  @Test
  void arrivals_anyOrder_areTakenAtMostOnceAndOnlyWithoutGaps() {
    for (int seed = 0; seed < 300; seed++) {
      Random random = new Random(seed);
      Arrivals arrivals = new Arrivals(random.nextBoolean());
      Set<String> taken = new HashSet<>();
      Set<Integer> fenced = new HashSet<>();
      for (int step = 0; step < 200; step++) {
        int epoch = 1 + random.nextInt(1 + step / 20);
        long number = random.nextInt(4) == 0 ? 1 + random.nextInt(10) : arrivals.sequence() + 1;
        Verdict verdict = arrivals.judge(epoch, number);
        String name = epoch + "/" + number;
        if (verdict == Verdict.TAKE) {
          assertThat(taken.add(name)).isTrue();
          assertThat(number == 1 || taken.contains(epoch + "/" + (number - 1))).isTrue();
          assertThat(fenced).doesNotContain(epoch);
        } else if (verdict == Verdict.GAP) {
          assertThat(fenced.add(epoch)).isTrue();
          assertThat(taken).doesNotContain(name);
        }
        if (fenced.contains(epoch) && epoch == arrivals.epoch()) {
          assertThat(arrivals.fenceOwed()).isTrue();
          Writer out = new Writer(16);
          arrivals.writeFence(out);
          Reader in = out.toReader();
          assertThat(in.varint32()).isEqualTo(epoch);
          long upTo = in.varint();
          assertThat(taken).doesNotContain(epoch + "/" + (upTo + 1));
          assertThat(upTo == 0 || taken.contains(epoch + "/" + upTo)).isTrue();
          assertThat(arrivals.fenceOwed()).isFalse();
        }
      }
    }
  }

  @Test
  void arrivals_afterAForgottenPast_areNotCertain() {
    Arrivals forgotten = new Arrivals(false);
    assertThat(forgotten.judge(1, 5)).isEqualTo(Verdict.GAP);
    assertThat(fence(forgotten)).containsExactly(1, 0, 0);
    assertThat(forgotten.judge(2, 1)).isEqualTo(Verdict.TAKE);
    assertThat(forgotten.judge(2, 3)).isEqualTo(Verdict.GAP);
    assertThat(fence(forgotten)).containsExactly(2, 1, 1);
    Arrivals broken = new Arrivals(true);
    broken.judge(1, 1);
    broken.judge(1, 2);
    broken.broken();
    assertThat(fence(broken)).containsExactly(1, 1, 0);
    assertThat(broken.judge(1, 2)).isEqualTo(Verdict.DROP);
  }

  private static List<Integer> fence(Arrivals arrivals) {
    Writer out = new Writer(16);
    arrivals.writeFence(out);
    Reader in = out.toReader();
    return List.of(in.varint32(), (int) in.varint(), in.bool() ? 1 : 0);
  }

  @Test
  void limits_outOfOrder_areRefused() {
    assertThatThrownBy(() -> new Limits.Silence(9, 100, 1_000))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Limits.Silence(100, 99, 1_000))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Limits.Silence(100, 300, 200)).hasMessageContaining("lost 200 ms");
    Limits good = Limits.DEFAULT;
    assertThatThrownBy(() -> new Limits(0, 1, 1, 1, good.window(), good.silence()))
        .hasMessageContaining("messageBytes: 0");
    assertThatThrownBy(() -> new Limits(1, 0, 1, 1, good.window(), good.silence()))
        .hasMessageContaining("batchBytes");
    assertThatThrownBy(() -> new Limits(1, 1, 0, 1, good.window(), good.silence()))
        .hasMessageContaining("callsPerLink");
    assertThatThrownBy(() -> new Limits(1, 1, 1, -1, good.window(), good.silence()))
        .hasMessageContaining("bytesPerLink: -1");
  }
}
