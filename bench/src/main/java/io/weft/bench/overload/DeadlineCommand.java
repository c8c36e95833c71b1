package io.weft.bench.overload;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code bench deadline}: a chain of three services under one deadline. */
@Command(
    name = "deadline",
    mixinStandardHelpOptions = true,
    description = {
      "Calls a chain of three services on three processes, with a deadline of 60 ms, which is too"
          + " short for half of the calls. Needs a clock that processes share (Linux).",
      "startedAfterDeadline: handlers that began after it; overrunMillisP999: how late the caller"
          + " hears; cancelReachedThird: a call that is cancelled at its caller ends in the third."
    })
public final class DeadlineCommand implements Callable<Integer> {
  private static final long WARM_UP_MILLIS = 4_000;

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = {"-o", "--output"},
      defaultValue = "table",
      description = "table or json; default ${DEFAULT-VALUE}")
  private String output = "table";

  @Option(
      names = "--seconds",
      defaultValue = "10",
      description = "how long calls are made; default ${DEFAULT-VALUE}")
  private double seconds;

  @Override
  public Integer call() throws IOException {
    boolean json = output.toLowerCase(Locale.ROOT).equals("json");
    if (!json && !output.equalsIgnoreCase("table")) {
      throw wrong("--output: " + output + " (expected: table or json)");
    }
    if (!(seconds >= 1 && seconds <= 600)) {
      throw wrong("--seconds: " + seconds + " (expected: 1 to 600)");
    }
    JsonObject line = run();
    PrintWriter out = commandSpec().commandLine().getOut();
    if (json) {
      out.println(line.encode());
    } else {
      out.printf(
          Locale.ROOT,
          "%,d answered, %,d too late: %d handlers began after the deadline, overrun %.1f ms"
              + " (p99.9), cancel reached the third: %s%n",
          line.getInteger("answered"),
          line.getInteger("expired"),
          line.getInteger("startedAfterDeadline"),
          line.getDouble("overrunMillisP999"),
          line.getBoolean("cancelReachedThird"));
    }
    out.flush();
    return line.getBoolean("cancelReachedThird") ? 0 : 1;
  }

  private JsonObject run() throws IOException {
    String cluster = "deadline-" + ProcessHandle.current().pid();
    try (PartProcess third = PartProcess.start("third", cluster, "0");
        PartProcess second = PartProcess.start("second", cluster, third.port());
        PartProcess first = PartProcess.start("first", cluster, third.port());
        PartProcess client = PartProcess.start("chain", cluster, third.port())) {
      client.ask("calls " + WARM_UP_MILLIS);
      JsonObject seen = client.ask("calls " + Math.round(seconds * 1e3));
      JsonObject cancel = client.ask("cancel");
      return new JsonObject()
          .put("scenario", "deadline")
          .put("startedAfterDeadline", seen.getInteger("startedAfterDeadline"))
          .put("overrunMillisP999", seen.getDouble("overrunMillisP999"))
          .put("cancelReachedThird", cancel.getBoolean("reachedThird"))
          .put("answered", seen.getInteger("answered"))
          .put("expired", seen.getInteger("expired"))
          .put("other", seen.getInteger("other"));
    }
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
