package io.weft.cli;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.weft.cli.common.Globals;
import io.weft.cli.common.Table;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** {@code weft services}. */
@Command(
    name = "services",
    description = "Lists what the nodes of the cluster serve.",
    mixinStandardHelpOptions = true,
    footer = {"", "Examples:", "  weft services", "  weft services -o json"})
final class ServicesCommand implements Callable<Integer> {
  @ParentCommand private Globals globals;

  @SuppressWarnings("NullAway.Init")
  ServicesCommand() {}

  @Override
  public Integer call() {
    JsonArray services = (JsonArray) globals.admin().get("/services");
    if (globals.output() == Globals.Output.json) {
      globals.out().println(services.encode());
      return 0;
    }
    Table table = new Table("SERVICE", "VERSION", "READY", "KIND", "NODES");
    for (Object item : services) {
      JsonObject service = (JsonObject) item;
      table.row(
          service.getString("service"),
          service.containsKey("version") ? String.valueOf(service.getInteger("version")) : "-",
          service.getLong("ready") + "/" + service.getLong("instances"),
          service.getString("kind"),
          String.join(", ", service.getJsonArray("nodes").stream().map(String::valueOf).toList()));
    }
    table.print(globals);
    if (services.isEmpty()) {
      globals
          .err()
          .println(
              "nothing is served; add a service with: weft run --jar my.jar --service my.Class");
    }
    return 0;
  }
}
