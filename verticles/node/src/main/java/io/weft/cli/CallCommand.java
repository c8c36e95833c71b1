package io.weft.cli;

import io.vertx.core.json.Json;
import io.weft.cli.admin.AdminClient;
import io.weft.cli.admin.AdminClient.Body;
import io.weft.cli.admin.AdminClient.Request;
import io.weft.cli.common.Globals;
import io.weft.node.refusal.Refusal;
import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code weft call}. */
@Command(
    name = "call",
    description = "Calls a method and prints each reply as a line of JSON.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  weft call Calculator/add '{\"a\":5,\"b\":3}'",
      "  weft call Calculator/generateSequence '{\"n\":5}'",
      "  weft call Calculator/computeStatistics 1 2 3.5",
      "  weft call --explain Calculator/add '{\"a\":5,\"b\":3}'",
      "  seq 1 1000000 | weft call Calculator/computeStatistics -",
      "  weft call --token @token.jwt Accounts/close '{\"id\":7}'"
    })
final class CallCommand implements Callable<Integer> {
  @ParentCommand private Globals globals;

  @Parameters(
      index = "0",
      paramLabel = "SERVICE/METHOD",
      description = "A service by its name or any unique end of it, a method as in Java or proto.")
  private String target;

  @Parameters(
      index = "1..*",
      paramLabel = "JSON",
      description = {
        "The request; nothing means {}. \"-\" reads stdin, @FILE reads a file.",
        "Methods that take a stream take several, or one a line."
      })
  private @Nullable List<String> values;

  @Option(
      names = "--deadline",
      paramLabel = "TIME",
      description = "How long the call may take: 500ms, 10s (default: as the contract says).")
  private @Nullable String deadline;

  @Mixin private CallerOptions who;

  @Option(
      names = "--explain",
      description = {
        "Tell on stderr why the call went as it did: candidates, weights, who is ejected",
        "and why, breaker and limits, attempts, hedges, time left at each hop."
      })
  private boolean explain;

  @SuppressWarnings("NullAway.Init")
  CallCommand() {}

  @Override
  public Integer call() {
    int slash = target.lastIndexOf('/');
    if (slash <= 0 || slash == target.length() - 1) {
      throw Refusal.usage(
          "\"" + target + "\"; expected: SERVICE/METHOD, for example Calculator/add");
    }
    String path =
        "/call/"
            + AdminClient.escape(target.substring(0, slash))
            + "/"
            + AdminClient.escape(target.substring(slash + 1))
            + who.query(
                (deadline == null ? "" : "deadline=" + AdminClient.escape(deadline))
                    + (explain ? "&explain=true" : ""));
    Request request =
        new Request("POST", path, Request.FRAMES, body(), Duration.ZERO).withToken(who.token());
    try {
      globals.admin().stream(request, value -> globals.print(Json.encode(value)), this::note);
    } catch (Refusal refusal) {
      throw who.explain(refusal);
    }
    return 0;
  }

  private void note(String line) {
    globals.err().println(line);
    globals.err().flush();
  }

  private Body body() {
    List<String> given = values == null ? List.of() : values;
    if (given.size() == 1 && given.get(0).equals("-")) {
      return new Body(System.in, -1);
    }
    if (given.size() == 1 && given.get(0).startsWith("@")) {
      String file = given.get(0).substring(1);
      try {
        return new Body(new FileInputStream(file), -1);
      } catch (FileNotFoundException e) {
        throw Refusal.usage("cannot read " + file + " (" + e.getMessage() + ")");
      }
    }
    return Body.of(String.join("\n", given));
  }
}
