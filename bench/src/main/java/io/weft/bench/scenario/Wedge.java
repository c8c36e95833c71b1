package io.weft.bench.scenario;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.util.List;

/**
 * One of three servers is stopped under load, then goes on.
 *
 * @param ejectMillis from its stop until the caller leaves it alone; -1 when it never did
 * @param suffered calls that failed or took more than 1 s
 * @param returnMillis from its waking until the caller has taken it back; -1 when it never did
 * @param falseEjections ejections of servers that worked
 */
public record Wedge(long ejectMillis, long suffered, long returnMillis, long falseEjections) {
  private static final long POLL_MILLIS = 50;
  private static final long RETURN_MILLIS = 30_000;
  private static final long AFTER_MILLIS = 2_000;

  /**
   * How long and how much.
   *
   * @param perSecond calls a second
   * @param healthyMillis before the stop
   * @param stoppedMillis of the stop
   */
  public record Plan(long perSecond, long healthyMillis, long stoppedMillis) {}

  /**
   * Runs it.
   *
   * @param plan how
   * @return what happened
   * @throws IOException when a process fails
   */
  public static Wedge run(Plan plan) throws IOException {
    try (Stage stage = Stage.open(List.of(0.0, 0.0, 0.0))) {
      stage.ask("start " + plan.perSecond());
      Stage.pause(plan.healthyMillis());
      JsonObject before = stage.ask("report");
      Stage.Server victim = stage.servers().get(1);
      long stopped = System.currentTimeMillis();
      long woken;
      long ejected;
      Stage.signal(victim, "STOP");
      try {
        ejected = await(stage, victim, true, stopped, plan.stoppedMillis());
        Stage.pause(stopped + plan.stoppedMillis() - System.currentTimeMillis());
      } finally {
        woken = System.currentTimeMillis();
        Stage.signal(victim, "CONT");
      }
      long back = await(stage, victim, false, woken, RETURN_MILLIS);
      Stage.pause(AFTER_MILLIS);
      JsonObject after = stage.ask("stop");
      long good = ejected < 0 ? 0 : 1;
      return new Wedge(ejected, suffered(after) - suffered(before), back, ejections(after) - good);
    }
  }

  private static long suffered(JsonObject report) {
    return report.getLong("failed") + report.getLong("slow");
  }

  private static long ejections(JsonObject report) {
    return report.getJsonArray("events").stream()
        .filter(event -> ((JsonObject) event).getBoolean("ejected"))
        .count();
  }

  /** Milliseconds until the caller noticed, or -1. */
  private static long await(
      Stage stage, Stage.Server victim, boolean ejected, long since, long most) throws IOException {
    while (System.currentTimeMillis() - since <= most) {
      for (Object each : stage.ask("report").getJsonArray("events")) {
        JsonObject event = (JsonObject) each;
        if (event.getString("node").equals(victim.node())
            && event.getBoolean("ejected") == ejected
            && event.getLong("at") >= since) {
          return event.getLong("at") - since;
        }
      }
      Stage.pause(POLL_MILLIS);
    }
    return -1;
  }

  /** One line of JSON. */
  JsonObject toJson() {
    return new JsonObject()
        .put("scenario", "wedge")
        .put("ejectMillis", ejectMillis)
        .put("suffered", suffered)
        .put("returnMillis", returnMillis)
        .put("falseEjections", falseEjections);
  }
}
