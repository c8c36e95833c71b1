package io.weft.cli;

import io.vertx.core.json.JsonObject;
import io.weft.cli.admin.AdminClient;
import io.weft.cli.common.Globals;
import io.weft.node.config.Settings;
import io.weft.node.refusal.Refusal;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code weft drain}. */
@Command(
    name = "drain",
    description = "Takes a node out without losing a call, then ends it.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Callers stop choosing the node, calls in flight get the grace to end, the",
      "node leaves the cluster and its process ends. SIGTERM does the same.",
      "",
      "Examples:",
      "  weft drain --admin localhost:9091",
      "  weft drain --grace 30s --stay"
    })
final class DrainCommand implements Callable<Integer> {
  private static final Duration SLACK = Duration.ofSeconds(20);

  @ParentCommand private Globals globals;

  @Option(
      names = "--grace",
      paramLabel = "TIME",
      defaultValue = "10s",
      description = "How long calls in flight may take to end (default: 10s).")
  private String grace;

  @Option(names = "--stay", description = "Leave the process running, out of service.")
  private boolean stay;

  @SuppressWarnings("NullAway.Init")
  DrainCommand() {}

  @Override
  public Integer call() {
    Duration time = Settings.parseDuration(grace);
    if (time == null) {
      throw Refusal.usage("--grace: \"" + grace + "\"; expected: a duration like 500ms or 10s");
    }
    String path = "/drain?grace=" + AdminClient.escape(grace) + "&stay=" + stay;
    JsonObject answer = (JsonObject) globals.admin().post(path, "", time.plus(SLACK));
    if (globals.output() == Globals.Output.json) {
      globals.out().println(answer.encode());
    } else {
      String end = stay ? "drained and stays" : "drained and leaves";
      String name = answer.getString("name", answer.getString("node"));
      globals.err().println("node " + name + " on " + globals.admin() + " " + end);
    }
    return 0;
  }
}
