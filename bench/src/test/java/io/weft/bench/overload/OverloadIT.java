package io.weft.bench.overload;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * A short run on a machine that does other things too, so with some room: the goals of goodput at
 * the median, which a busy neighbour does not move as it moves a 99th percentile.
 */
class OverloadIT {
  @Test
  void overload_twiceAndTenTimes_goodputStaysAndRefusalsAreSoon() {
    List<JsonObject> lines = Scenario.run(new OverloadCommand(), "-o", "json", "--seconds", "6");
    assertThat(lines).extracting(line -> line.getInteger("factor")).containsExactly(2, 10);
    double[] goals = {0.9, 0.8};
    for (int i = 0; i < goals.length; i++) {
      JsonObject line = lines.get(i);
      assertThat(line.getString("scenario")).isEqualTo("overload");
      assertThat(line.getDouble("goodput")).as(line.encode()).isGreaterThan(goals[i] - 0.2);
      assertThat(line.getLong("falseRefusals")).as(line.encode()).isZero();
      assertThat(line.getLong("refused")).as(line.encode()).isPositive();
      assertThat(line.getDouble("refusedMillisP50")).as(line.encode()).isLessThan(10);
      assertThat(line.getDouble("recoverySeconds")).as(line.encode()).isLessThanOrEqualTo(5);
    }
  }
}
