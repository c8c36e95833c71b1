package io.weft.bench.overload;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Promise;
import org.junit.jupiter.api.Test;

class CommandsTest {
  @Test
  void overload_wrongArguments_saysWhatIsExpected() {
    assertThat(Scenario.wrong(new OverloadCommand(), "-o", "xml"))
        .contains("--output: xml (expected: table or json)");
    assertThat(Scenario.wrong(new OverloadCommand(), "--seconds", "0"))
        .contains("--seconds: 0.0 (expected: 1 to 600)");
    assertThat(Scenario.wrong(new OverloadCommand(), "--factor", "2,-1"))
        .contains("--factor: -1.0 (expected: more than 0, up to 100)");
  }

  @Test
  void deadline_wrongArguments_saysWhatIsExpected() {
    assertThat(Scenario.wrong(new DeadlineCommand(), "-o", "xml"))
        .contains("--output: xml (expected: table or json)");
    assertThat(Scenario.wrong(new DeadlineCommand(), "--seconds", "601"))
        .contains("--seconds: 601.0 (expected: 1 to 600)");
  }

  @Test
  void answered_calmAfterTheLastBadWindow() {
    Answered answered = new Answered(20);
    long window = Answered.WINDOW_MILLIS * 1_000_000;
    answered.add(0, 1_000_000, true, false);
    answered.add(2 * window, 1_000_000, false, true);
    answered.add(5 * window, 100_000_000, true, false);
    answered.add(6 * window, 1_000_000, false, false);
    Promise<Void> end = Promise.promise();
    answered.onEnd(5, end);
    assertThat(end.future().isComplete()).isFalse();
    answered.add(19 * window, 1_000_000, true, false);
    assertThat(end.future().succeeded()).isTrue();
    assertThat(answered.toJson().getDouble("calmAfter")).isEqualTo(0.7);
    assertThat(answered.toJson().getLong("served")).isEqualTo(3);
    assertThat(answered.toJson().getLong("refused")).isEqualTo(1);
    assertThat(answered.toJson().getLong("lost")).isEqualTo(1);
  }

  @Test
  void spin_resultDependsOnAllRounds() {
    assertThat(WorkServer.spin(1_000).result()).isNotEqualTo(WorkServer.spin(1_002).result());
    assertThat(WorkServer.rounds(100)).isPositive();
  }
}
