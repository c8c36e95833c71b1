package io.weft.cli;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.weft.cli.admin.NodeNames;
import io.weft.cli.common.Globals;
import io.weft.cli.common.Table;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** {@code weft nodes}. */
@Command(
    name = "nodes",
    description = "Lists the nodes of the cluster as one of them sees it.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  weft nodes",
      "  weft nodes -o wide",
      "  weft nodes -o json --admin localhost:9091"
    })
final class NodesCommand implements Callable<Integer> {
  @ParentCommand private Globals globals;

  @SuppressWarnings("NullAway.Init")
  NodesCommand() {}

  @Override
  public Integer call() {
    JsonArray nodes = (JsonArray) globals.admin().get("/nodes");
    if (globals.output() == Globals.Output.json) {
      globals.out().println(nodes.encode());
      return 0;
    }
    Table table = new Table("NAME", "STATE", "ZONE", "NODE", "SERVICES");
    for (Object item : nodes) {
      JsonObject node = (JsonObject) item;
      String zone = node.getString("zone", "");
      table.row(
          node.getString("name") + (node.getBoolean("self", false) ? " *" : ""),
          node.getString("state"),
          zone.isEmpty() ? "-" : zone,
          id(node.getString("node")),
          services(node.getJsonArray("services")));
    }
    table.print(globals);
    globals.err().println("* answers on " + globals.admin());
    return 0;
  }

  private String id(String node) {
    return globals.output() == Globals.Output.wide ? node : NodeNames.shorten(node);
  }

  private static String services(JsonArray names) {
    List<String> last =
        names.stream().map(String::valueOf).map(s -> s.substring(s.lastIndexOf('.') + 1)).toList();
    return last.isEmpty() ? "-" : String.join(", ", last);
  }
}
