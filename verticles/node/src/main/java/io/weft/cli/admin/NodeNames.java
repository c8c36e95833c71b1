package io.weft.cli.admin;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names of nodes for their ids: the mesh speaks of nodes by ids, which tell people nothing.
 *
 * @param names by id
 */
public record NodeNames(Map<String, String> names) {
  private static final Pattern ID =
      Pattern.compile("\\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\\b");
  private static final int SHORT = 8;

  /**
   * Reads the answer of {@code GET /nodes}.
   *
   * @param nodes an object for each node
   * @return their names
   */
  static NodeNames of(JsonArray nodes) {
    Map<String, String> names = new LinkedHashMap<>();
    for (Object item : nodes) {
      JsonObject node = (JsonObject) item;
      names.put(node.getString("node"), node.getString("name"));
    }
    return new NodeNames(names);
  }

  /**
   * Whether a text speaks of a node by its id.
   *
   * @param text any text
   * @return true when there is an id in it
   */
  static boolean needed(String text) {
    return ID.matcher(text).find();
  }

  /**
   * Puts the name before each id; ids of nodes that left stay as they are.
   *
   * @param text any text
   * @return {@code demo-2 (1f0c5d2e)} for the id of a known node
   */
  String tell(String text) {
    return ID.matcher(text)
        .replaceAll(
            id -> {
              String name = names.get(id.group());
              return Matcher.quoteReplacement(
                  name == null ? id.group() : name + " (" + shorten(id.group()) + ")");
            });
  }

  /**
   * Enough of an id to tell nodes apart.
   *
   * @param id a node's id
   * @return its first 8 characters
   */
  public static String shorten(String id) {
    return id.length() <= SHORT ? id : id.substring(0, SHORT);
  }
}
