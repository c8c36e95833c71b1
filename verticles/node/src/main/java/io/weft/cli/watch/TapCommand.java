package io.weft.cli.watch;

import io.vertx.core.json.JsonObject;
import io.weft.cli.admin.AdminClient;
import io.weft.cli.admin.AdminClient.Request;
import io.weft.cli.common.Globals;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Objects;
import java.util.StringJoiner;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code weft tap}. */
@Command(
    name = "tap",
    description = "Prints calls as they end, on all nodes, until Ctrl-C.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Calls are seen at their callers: time, caller -> callee/method, outcome,",
      "duration, attempts, node, trace. Nothing is collected while nobody taps.",
      "",
      "Examples:",
      "  weft tap",
      "  weft tap Calculator/add --code UNAVAILABLE",
      "  weft tap --min 50ms --count 10 -o json"
    })
public final class TapCommand implements Callable<Integer> {
  @ParentCommand private Globals globals;

  @Parameters(
      arity = "0..1",
      paramLabel = "SERVICE[/METHOD]",
      description = "Only calls of this service or method.")
  private @Nullable String name;

  @Option(names = "--code", paramLabel = "CODE", description = "Only this outcome: OK, INTERNAL, …")
  private @Nullable String code;

  @Option(names = "--min", paramLabel = "TIME", description = "Only calls that took so long.")
  private @Nullable String min;

  @Option(
      names = "--rate",
      paramLabel = "N",
      defaultValue = "100",
      description = "At most so many calls a second and node (default: 100).")
  private int rate;

  @Option(names = "--count", paramLabel = "N", description = "End after so many calls.")
  private long count;

  private long seen;

  @SuppressWarnings("NullAway.Init")
  TapCommand() {}

  @Override
  public Integer call() {
    globals.admin().stream(
        new Request("GET", path(), Request.FRAMES, null, Duration.ZERO), this::show);
    return 0;
  }

  private String path() {
    StringJoiner query = new StringJoiner("&", "/watch/tap?", "");
    if (name != null) {
      int slash = name.indexOf('/');
      query.add("service=" + AdminClient.escape(slash < 0 ? name : name.substring(0, slash)));
      if (slash >= 0) {
        query.add("method=" + AdminClient.escape(name.substring(slash + 1)));
      }
    }
    if (code != null) {
      query.add("code=" + AdminClient.escape(code));
    }
    if (min != null) {
      query.add("min=" + AdminClient.escape(min));
    }
    return query.add("rate=" + rate).toString();
  }

  private boolean show(@Nullable Object item) {
    JsonObject call = (JsonObject) Objects.requireNonNull(item);
    Long skipped = call.getLong("skipped");
    if (skipped != null) {
      globals.err().println(skipped + " calls not shown; --rate allows more");
      globals.err().flush();
      return true;
    }
    boolean read =
        globals.print(globals.output() == Globals.Output.json ? call.encode() : line(call));
    return ++seen != count && read;
  }

  private static String line(JsonObject call) {
    LocalTime time =
        LocalTime.ofInstant(
            Instant.ofEpochMilli(call.getLong("endMillis")), ZoneId.systemDefault());
    int attempts = call.getInteger("attempts");
    String trace = call.getString("traceId");
    return String.format(
        Locale.ROOT,
        "%s  %s -> %s/%s  %s  %.2f ms%s%s",
        time.truncatedTo(ChronoUnit.MILLIS),
        call.getString("caller"),
        call.getString("service"),
        call.getString("method"),
        call.getString("code"),
        call.getLong("nanos") / 1e6,
        attempts > 1 ? "  " + attempts + " attempts" : "",
        trace == null ? "" : "  trace " + trace);
  }
}
