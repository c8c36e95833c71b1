package io.weft.bench.scenario;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.util.List;

/**
 * One of three servers fails half of its calls.
 *
 * @param successRate the share of calls that succeeded in the end
 * @param retryRate attempts beyond the first, for each call
 */
public record Flaky(double successRate, double retryRate) {
  private static final double ROUNDING = 1e5;

  /**
   * Runs it.
   *
   * @param perSecond calls a second
   * @param millis how long
   * @return what happened
   * @throws IOException when a process fails
   */
  public static Flaky run(long perSecond, long millis) throws IOException {
    try (Stage stage = Stage.open(List.of(0.0, 0.0, 0.5))) {
      stage.ask("start " + perSecond);
      Stage.pause(millis);
      JsonObject report = stage.ask("stop");
      double calls = report.getLong("sent");
      long runs = 0;
      for (Stage.Server server : stage.servers()) {
        runs += Long.parseLong(server.child().ask("runs"));
      }
      double good = report.getLong("succeeded") + report.getLong("slow");
      return new Flaky(rounded(good / calls), rounded((runs - calls) / calls));
    }
  }

  private static double rounded(double value) {
    return Math.round(value * ROUNDING) / ROUNDING;
  }

  /** One line of JSON. */
  JsonObject toJson() {
    return new JsonObject()
        .put("scenario", "flaky")
        .put("successRate", successRate)
        .put("retryRate", retryRate);
  }
}
