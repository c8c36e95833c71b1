package io.weft.cli.watch;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.weft.cli.common.Globals;
import io.weft.cli.common.Table;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** {@code weft edges}. */
@Command(
    name = "edges",
    description = "Shows who called whom in the last minute.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "A caller is the service whose handler made the call, else a node.",
      "Besides table and json, -o takes dot (Graphviz) and mermaid.",
      "",
      "Examples:",
      "  weft edges",
      "  weft edges -o dot | dot -Tsvg > edges.svg",
      "  weft edges -o mermaid"
    })
public final class EdgesCommand implements Callable<Integer> {
  @ParentCommand private Globals globals;

  @SuppressWarnings("NullAway.Init")
  EdgesCommand() {}

  @Override
  public Integer call() {
    JsonArray nodes = (JsonArray) globals.admin().get("/watch/edges");
    List<Graph.Edge> edges = Graph.of(nodes);
    switch (globals.graph()) {
      case json -> globals.out().println(json(edges, nodes).encode());
      case dot -> globals.out().print(Graph.dot(edges));
      case mermaid -> globals.out().print(Graph.mermaid(edges));
      case table -> table(edges);
    }
    globals.out().flush();
    Silent.tell(nodes, globals.err());
    return 0;
  }

  private static JsonObject json(List<Graph.Edge> edges, JsonArray nodes) {
    JsonArray all = new JsonArray();
    for (Graph.Edge edge : edges) {
      all.add(
          new JsonObject()
              .put("caller", edge.caller())
              .put("callee", edge.callee())
              .put("rate", edge.rate())
              .put("errorShare", edge.errorShare()));
    }
    return new JsonObject().put("silent", Silent.names(nodes)).put("edges", all);
  }

  private void table(List<Graph.Edge> edges) {
    Table table = new Table("CALLER", "CALLEE", "RATE/S", "ERRORS %");
    for (Graph.Edge edge : edges) {
      table.row(
          edge.caller(),
          edge.callee(),
          String.format(Locale.ROOT, "%.1f", edge.rate()),
          String.format(Locale.ROOT, "%.2f", edge.errorShare() * 100));
    }
    table.print(globals);
  }
}
