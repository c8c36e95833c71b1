package io.weft.cli;

import io.vertx.core.json.Json;
import io.vertx.core.json.JsonObject;
import io.weft.cli.admin.AdminClient;
import io.weft.cli.admin.AdminClient.Request;
import io.weft.cli.common.Globals;
import io.weft.node.refusal.Refusal;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code weft subscribe}. */
@Command(
    name = "subscribe",
    description = "Prints the events of a topic until Ctrl-C.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  weft subscribe system.alerts.cpu",
      "  weft subscribe 'system.alerts.*' --count 3",
      "  weft subscribe 'orders.>' --group workers -o json"
    })
final class SubscribeCommand implements Callable<Integer> {
  @ParentCommand private Globals globals;

  @Parameters(
      paramLabel = "PATTERN",
      description = "A topic; * stands for one part of a name, > at the end for one or more.")
  private String pattern;

  @Option(
      names = "--group",
      paramLabel = "NAME",
      description = "Of all subscribers of a group, one gets each event.")
  private @Nullable String group;

  @Option(names = "--count", paramLabel = "N", description = "End after so many events.")
  private @Nullable Long count;

  private long seen;

  @SuppressWarnings("NullAway.Init")
  SubscribeCommand() {}

  @Override
  public Integer call() {
    if (pattern.isBlank()) {
      throw Refusal.usage(
          "\""
              + pattern
              + "\" is no topic; expected: a name like system.alerts.cpu,"
              + " or a pattern like 'system.alerts.*' or 'system.>'");
    }
    if (count != null && count < 1) {
      throw Refusal.usage("--count: " + count + "; expected: at least 1");
    }
    String path =
        "/subscribe/"
            + AdminClient.escape(pattern)
            + (group == null ? "" : "?group=" + AdminClient.escape(group));
    globals.admin().stream(
        new Request("GET", path, Request.FRAMES, null, Duration.ZERO), this::show);
    return 0;
  }

  /** Whether more is wanted. */
  private boolean show(@Nullable Object item) {
    JsonObject event = (JsonObject) Objects.requireNonNull(item);
    JsonObject gap = event.getJsonObject("gap");
    boolean read = true;
    if (globals.output() == Globals.Output.json) {
      read = globals.print(event.encode());
    } else if (gap != null) {
      globals
          .err()
          .println("lost " + gap.getLong("count") + " events on " + gap.getString("topic"));
    } else {
      Object value = event.containsKey("bytes") ? event.getValue("bytes") : event.getValue("value");
      read = globals.print(event.getString("topic") + "  " + Json.encode(value));
    }
    globals.err().flush();
    if (gap == null) {
      seen++;
    }
    return read && (count == null || seen < count);
  }
}
