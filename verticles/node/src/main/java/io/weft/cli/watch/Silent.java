package io.weft.cli.watch;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.PrintWriter;
import java.util.List;

/** Nodes that did not answer the node that was asked. */
final class Silent {
  private Silent() {}

  static JsonArray names(JsonArray nodes) {
    List<String> names =
        nodes.stream()
            .map(node -> (JsonObject) node)
            .filter(node -> node.containsKey("silent"))
            .map(node -> node.getString("name"))
            .toList();
    return new JsonArray(names);
  }

  static void tell(JsonArray nodes, PrintWriter err) {
    JsonArray names = names(nodes);
    if (!names.isEmpty()) {
      err.println("without nodes that did not answer: " + String.join(", ", texts(names)));
      err.flush();
    }
  }

  private static List<String> texts(JsonArray names) {
    return names.stream().map(String::valueOf).toList();
  }
}
