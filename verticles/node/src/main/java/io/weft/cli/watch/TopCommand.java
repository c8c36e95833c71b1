package io.weft.cli.watch;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.weft.cli.common.Globals;
import io.weft.cli.common.Table;
import io.weft.cli.common.Terminal;
import io.weft.node.config.Settings;
import io.weft.node.refusal.Refusal;
import io.weft.telemetry.metrics.Side;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code weft top}. */
@Command(
    name = "top",
    description = "Shows the methods that are called in the mesh, the busiest first.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Rates and times are those of the last interval, over all nodes. Times",
      "are measured at the serving nodes, with --client at the callers.",
      "",
      "Examples:",
      "  weft top",
      "  weft top --client --interval 5s",
      "  weft top -o json            one sample",
      "  weft top -o json --watch    one line each interval"
    })
public final class TopCommand implements Callable<Integer> {
  private static final String CLEAR = "\u001b[H\u001b[2J";

  @ParentCommand private Globals globals;

  @Option(
      names = "--interval",
      paramLabel = "TIME",
      defaultValue = "1s",
      description = "How long each sample takes (default: 1s).")
  private String interval;

  @Option(names = "--client", description = "Measured at the callers, over all attempts.")
  private boolean client;

  @Option(names = "--watch", description = "Go on until Ctrl-C, also without a terminal.")
  private boolean watch;

  @Option(names = "--once", description = "Show one table and end.")
  private boolean once;

  @SuppressWarnings("NullAway.Init")
  TopCommand() {}

  @Override
  public Integer call() {
    Duration pause = Settings.parseDuration(interval);
    if (pause == null || pause.toMillis() < 100) {
      throw Refusal.usage(
          "--interval: \"" + interval + "\"; expected: at least 100ms, like 500ms or 2s");
    }
    boolean json = globals.output() == Globals.Output.json;
    boolean live = !json && !once && Terminal.present();
    boolean goOn = watch || live;
    JsonArray before = sample();
    do {
      long end = System.nanoTime() + pause.toNanos();
      for (long left = pause.toNanos(); left > 0; left = end - System.nanoTime()) {
        LockSupport.parkNanos(left);
      }
      JsonArray now = sample();
      List<Rates.Row> rows = Rates.between(before, now, client ? Side.CLIENT : Side.SERVER);
      if (json) {
        globals.out().println(json(rows, now).encode());
      } else {
        show(rows, now, live);
      }
      globals.out().flush();
      before = now;
    } while (goOn && !globals.out().checkError());
    return 0;
  }

  private JsonArray sample() {
    return (JsonArray) globals.admin().get("/watch/calls");
  }

  private static JsonObject json(List<Rates.Row> rows, JsonArray nodes) {
    JsonArray methods = new JsonArray();
    for (Rates.Row row : rows) {
      methods.add(
          new JsonObject()
              .put("service", row.service())
              .put("method", row.method())
              .put("rate", row.rate())
              .put("errors", row.errors())
              .put("p50Millis", row.p50Millis())
              .put("p95Millis", row.p95Millis())
              .put("p99Millis", row.p99Millis())
              .put("inFlight", row.inFlight())
              .put("breaker", row.breaker()));
    }
    return new JsonObject()
        .put("nodes", nodes.size())
        .put("silent", Silent.names(nodes))
        .put("methods", methods);
  }

  private void show(List<Rates.Row> rows, JsonArray nodes, boolean clear) {
    Table table =
        new Table(
            "SERVICE",
            "METHOD",
            "RATE/S",
            "ERRORS/S",
            "P50 MS",
            "P95 MS",
            "P99 MS",
            "IN FLIGHT",
            "BREAKER");
    for (Rates.Row row : rows) {
      table.row(
          row.service(),
          row.method(),
          number(row.rate(), 1),
          number(row.errors(), 1),
          number(row.p50Millis(), 2),
          number(row.p95Millis(), 2),
          number(row.p99Millis(), 2),
          Long.toString(row.inFlight()),
          row.breaker());
    }
    if (clear) {
      globals.out().print(CLEAR);
    }
    table.print(globals);
    Silent.tell(nodes, globals.err());
  }

  private static String number(double value, int digits) {
    return String.format(Locale.ROOT, "%." + digits + "f", value);
  }
}
