package io.weft.cli.watch;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Who calls whom, in the languages of drawing programs. */
final class Graph {
  private Graph() {}

  /** Calls of a caller to a service. */
  record Edge(String caller, String callee, double rate, double errorShare) {
    private String label() {
      String text = String.format(Locale.ROOT, "%.1f/s", rate);
      return errorShare == 0
          ? text
          : text + String.format(Locale.ROOT, " %.1f%% errors", errorShare * 100);
    }
  }

  private static final class Sum {
    private double rate;
    private double failed;

    void add(JsonObject edge) {
      double seconds = edge.getDouble("seconds");
      rate += edge.getLong("calls") / seconds;
      failed += edge.getLong("failed") / seconds;
    }
  }

  /** The edges of all nodes, those of one caller and callee together. */
  static List<Edge> of(JsonArray nodes) {
    Map<String, Map<String, Sum>> sums = new TreeMap<>();
    for (Object node : nodes) {
      for (Object item : ((JsonObject) node).getJsonArray("edges", new JsonArray())) {
        JsonObject edge = (JsonObject) item;
        sums.computeIfAbsent(edge.getString("caller"), caller -> new TreeMap<>())
            .computeIfAbsent(edge.getString("callee"), callee -> new Sum())
            .add(edge);
      }
    }
    List<Edge> edges = new ArrayList<>();
    sums.forEach(
        (caller, callees) ->
            callees.forEach(
                (callee, sum) ->
                    edges.add(
                        new Edge(
                            caller, callee, sum.rate, sum.rate == 0 ? 0 : sum.failed / sum.rate))));
    return edges;
  }

  static String dot(List<Edge> edges) {
    StringBuilder text = new StringBuilder("digraph mesh {\n  rankdir=LR;\n  node [shape=box];\n");
    for (Edge edge : edges) {
      text.append("  ")
          .append(quoted(edge.caller()))
          .append(" -> ")
          .append(quoted(edge.callee()))
          .append(" [label=")
          .append(quoted(edge.label()))
          .append(edge.errorShare() > 0 ? ", color=red" : "")
          .append("];\n");
    }
    return text.append("}\n").toString();
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  static String mermaid(List<Edge> edges) {
    Map<String, String> ids = new LinkedHashMap<>();
    for (Edge edge : edges) {
      ids.computeIfAbsent(edge.caller(), name -> "n" + ids.size());
      ids.computeIfAbsent(edge.callee(), name -> "n" + ids.size());
    }
    StringBuilder text = new StringBuilder("flowchart LR\n");
    ids.forEach(
        (name, id) ->
            text.append("  ").append(id).append("[\"").append(escaped(name)).append("\"]\n"));
    for (Edge edge : edges) {
      text.append("  ")
          .append(ids.get(edge.caller()))
          .append(" -->|\"")
          .append(edge.label())
          .append("\"| ")
          .append(ids.get(edge.callee()))
          .append('\n');
    }
    return text.toString();
  }

  private static String escaped(String text) {
    return text.replace("\"", "#quot;");
  }
}
