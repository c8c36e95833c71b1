package io.weft.filter.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.weft.call.Call;
import io.weft.call.CallFailure;
import io.weft.call.Metadata;
import io.weft.call.Trail;
import io.weft.contract.Code;
import io.weft.contract.Fate;
import io.weft.contract.Priority;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class QueueLimitTest {
  private static final long MILLI = 1_000_000;
  private final Refusals refusals = new Refusals();
  private final QueueLimit limit = new QueueLimit(refusals);

  private List<Priority.Level> refused(long queuedMillis) {
    List<Priority.Level> levels = new ArrayList<>();
    for (Priority.Level level : Priority.Level.values()) {
      if (limit.admit(Calls.SPEC, level, queuedMillis * MILLI, Long.MAX_VALUE) != null) {
        levels.add(level);
      }
    }
    return levels;
  }

  @Test
  void admit_theLessImportantTheSooner() {
    assertThat(refused(0)).isEmpty();
    assertThat(refused(2)).isEmpty();
    assertThat(refused(3)).containsExactly(Priority.Level.LOW);
    assertThat(refused(6)).containsExactly(Priority.Level.LOW, Priority.Level.NORMAL);
    assertThat(refused(20))
        .containsExactly(Priority.Level.LOW, Priority.Level.NORMAL, Priority.Level.HIGH);
    assertThat(refused(101)).containsExactly(Priority.Level.values());
    assertThat(refusals.snapshot().queue()).isEqualTo(1 + 2 + 3 + 4);
  }

  @Test
  void admit_refusal_surelyNotProcessedWithSpreadHints() {
    CallFailure one = limit.admit(Calls.SPEC, Priority.Level.NORMAL, 7 * MILLI, Long.MAX_VALUE);
    assertThat(one.code()).isEqualTo(Code.RESOURCE_EXHAUSTED);
    assertThat(one.fate()).isEqualTo(Fate.NOT_PROCESSED);
    assertThat(one).hasMessageContaining("a NORMAL call waited 7 ms (expected: at most 5)");
    List<Long> hints = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      hints.add(
          limit
              .admit(Calls.SPEC, Priority.Level.NORMAL, 7 * MILLI + i * 1_700, Long.MAX_VALUE)
              .retryAfterMillis());
    }
    assertThat(hints).allMatch(hint -> hint >= 30 && hint < 100);
    assertThat(hints.stream().distinct().count()).isGreaterThan(20);
  }

  @Test
  void enter_explains() {
    Trail trail = new Trail();
    Call call = Calls.at(0);
    call.metadata(Metadata.EMPTY.withTrail(trail));
    assertThat(limit.enter(call, 0)).isNull();
    assertThat(trail.lines()).containsExactly("queue: none stands");
  }
}
