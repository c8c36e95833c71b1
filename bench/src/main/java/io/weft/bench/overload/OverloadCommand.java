package io.weft.bench.overload;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * {@code bench overload}: what a server still does when more comes than it can do. Measures its
 * capacity in a closed loop, then calls it at multiples of that, whatever it answers, and at half
 * of it afterwards.
 */
@Command(
    name = "overload",
    mixinStandardHelpOptions = true,
    description = {
      "Calls a server process at multiples of what it can do. One line for each factor:",
      "goodput: calls answered within their deadline of 250 ms, divided by the capacity;",
      "refusedMillisP99: how soon refusals are answered, those of the first moments included;",
      "recoverySeconds: when half a second without any bad call begins, after the load fell to half"
          + " of the capacity."
    })
public final class OverloadCommand implements Callable<Integer> {
  /** CPU time of a call, about. */
  static final long HANDLER_MICROS = 300;

  private static final int IN_FLIGHT = 16;
  private static final int CAPACITY_MILLIS = 3_000;
  private static final int WARM_UPS = 4;
  private static final double AFTERWARDS = 0.5;

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = {"-o", "--output"},
      defaultValue = "table",
      description = "table or json (one object a line); default ${DEFAULT-VALUE}")
  private String output = "table";

  @Option(
      names = "--factor",
      split = ",",
      defaultValue = "2,10",
      description = "multiples of the capacity; default ${DEFAULT-VALUE}")
  private List<Double> factors = List.of();

  @Option(
      names = "--seconds",
      defaultValue = "20",
      description = "how long each load lasts; default ${DEFAULT-VALUE}")
  private double seconds;

  @Option(names = "--no-limits", description = "the server refuses nothing, for comparison")
  private boolean unlimited;

  /** Refused while a closed loop kept the server busy and no more. */
  private long falseRefusals;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = commandSpec().commandLine().getOut();
    boolean json = output.toLowerCase(Locale.ROOT).equals("json");
    if (!json && !output.equalsIgnoreCase("table")) {
      throw wrong("--output: " + output + " (expected: table or json)");
    }
    if (!(seconds >= 1 && seconds <= 600)) {
      throw wrong("--seconds: " + seconds + " (expected: 1 to 600)");
    }
    for (double factor : factors) {
      if (!(factor > 0 && factor <= 100)) {
        throw wrong("--factor: " + factor + " (expected: more than 0, up to 100)");
      }
    }
    run(line -> print(line, json, out));
    return 0;
  }

  /** Takes one result. */
  @FunctionalInterface
  interface Sink {
    /** Takes the result of one factor. */
    void take(JsonObject line);
  }

  private void run(Sink sink) throws IOException {
    String cluster = "overload-" + ProcessHandle.current().pid();
    String[] own = unlimited ? new String[] {"unlimited"} : new String[0];
    long millis = Math.round(seconds * 1e3);
    try (PartProcess server = PartProcess.start("work", cluster, "0", own);
        PartProcess client = PartProcess.start("load", cluster, server.port())) {
      // Cold, it looks as if it could do less, and the factors would be smaller than they say.
      for (int i = 0; i < WARM_UPS; i++) {
        capacity(client);
      }
      for (double factor : factors) {
        // Before and after: on a shared machine it is not the same for long.
        double capacity = capacity(client);
        JsonObject load = client.ask("open " + factor * capacity + " " + millis);
        long rest = Math.max(5_000, millis / 2);
        JsonObject after = client.ask("open " + AFTERWARDS * capacity + " " + rest);
        sink.take(line(factor, Math.max(capacity, capacity(client)), load, after));
      }
    }
  }

  private double capacity(PartProcess client) throws IOException {
    JsonObject loop = client.ask("closed " + IN_FLIGHT + " " + CAPACITY_MILLIS);
    falseRefusals += loop.getLong("refused");
    return loop.getDouble("perSecond");
  }

  private JsonObject line(double factor, double capacity, JsonObject load, JsonObject after) {
    Object shown = factor == Math.rint(factor) ? (Object) (int) factor : (Object) factor;
    return new JsonObject()
        .put("scenario", "overload")
        .put("factor", shown)
        .put("goodput", rounded(load.getLong("served") / seconds / capacity))
        .put("refusedMillisP99", rounded(load.getDouble("refusedMillisP99")))
        .put("recoverySeconds", after.getDouble("calmAfter"))
        .put("capacity", Math.round(capacity))
        .put("offered", rounded(offered(load) / seconds / capacity))
        .put("falseRefusals", falseRefusals)
        .put("refused", load.getLong("refused"))
        .put("refusedMillisP50", rounded(load.getDouble("refusedMillisP50")))
        .put("lost", load.getLong("lost"))
        .put("servedMillisP50", rounded(load.getDouble("servedMillisP50")))
        .put("servedMillisP99", rounded(load.getDouble("servedMillisP99")));
  }

  /** Made in truth: the capacity may have been another before the load than it was after it. */
  private static long offered(JsonObject load) {
    return load.getLong("served") + load.getLong("refused") + load.getLong("lost");
  }

  private static double rounded(double value) {
    return Math.round(value * 1e3) / 1e3;
  }

  private static void print(JsonObject line, boolean json, PrintWriter out) {
    if (json) {
      out.println(line.encode());
    } else {
      out.printf(
          Locale.ROOT,
          "%s× of %,d/s: goodput %.2f, refused in %.1f ms (p99), recovered after %.1f s%n",
          line.getValue("factor"),
          line.getLong("capacity"),
          line.getDouble("goodput"),
          line.getDouble("refusedMillisP99"),
          line.getDouble("recoverySeconds"));
    }
    out.flush();
  }

  private ParameterException wrong(String message) {
    return new ParameterException(commandSpec().commandLine(), message);
  }

  private CommandSpec commandSpec() {
    if (spec == null) {
      throw new IllegalStateException("not run by picocli");
    }
    return spec;
  }
}
