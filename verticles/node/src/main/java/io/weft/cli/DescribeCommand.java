package io.weft.cli;

import io.vertx.core.json.Json;
import io.vertx.core.json.JsonObject;
import io.weft.cli.admin.AdminClient;
import io.weft.cli.common.Globals;
import io.weft.cli.common.Table;
import io.weft.node.refusal.Refusal;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code weft describe}. */
@Command(
    name = "describe",
    description = "Shows the methods and messages of a service.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  weft describe Calculator",
      "  weft describe io.weft.examples.Calculator@1 -o json"
    })
final class DescribeCommand implements Callable<Integer> {
  @ParentCommand private Globals globals;

  @Parameters(
      paramLabel = "SERVICE",
      description = "Its name, or any end of it that only one service has.")
  private String service;

  @SuppressWarnings("NullAway.Init")
  DescribeCommand() {}

  @Override
  public Integer call() {
    if (service.isBlank()) {
      throw Refusal.usage("\"" + service + "\" is no service; see: weft services");
    }
    Object answer = globals.admin().get("/services/" + AdminClient.escape(service));
    JsonObject description = (JsonObject) answer;
    if (globals.output() == Globals.Output.json) {
      globals.out().println(description.encode());
      return 0;
    }
    if (description.containsKey("address")) {
      printPlain(description);
    } else {
      print(description);
    }
    return 0;
  }

  /** Of a plain service the mesh knows the names of methods, and no types. */
  private void printPlain(JsonObject description) {
    PrintWriter out = globals.out();
    String name = description.getString("service");
    String address = description.getString("address");
    out.println(
        name
            + ", a plain @ProxyGen service on "
            + (address.equals(name) ? "its own name" : address)
            + ", "
            + ready(description));
    out.println();
    // Only the end of a name is enough, not the end of an address.
    String called = address.equals(name) ? last(name) : address;
    for (Object item : description.getJsonArray("methods")) {
      String method = ((JsonObject) item).getString("method");
      example(called + "/" + method, "{ARGUMENTS BY NAME}");
    }
  }

  private static String ready(JsonObject description) {
    return description.getLong("ready") + " of " + description.getLong("instances") + " ready";
  }

  private static String last(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }

  private void print(JsonObject description) {
    PrintWriter out = globals.out();
    String name = description.getString("service");
    String last = last(name);
    out.println(
        name + ", version " + description.getInteger("version") + ", " + ready(description));
    out.println();
    Table methods = new Table("METHOD", "SHAPE", "TAKES", "GIVES");
    for (Object item : description.getJsonArray("methods")) {
      JsonObject method = (JsonObject) item;
      methods.row(
          method.getString("method"),
          method.getString("shape").toLowerCase(Locale.ROOT).replace('_', ' '),
          method.getString("request"),
          method.getString("reply"));
    }
    methods.print(globals);
    JsonObject messages = description.getJsonObject("messages", new JsonObject());
    for (String message : messages.fieldNames()) {
      out.println();
      out.println(last(message));
      JsonObject fields = messages.getJsonObject(message);
      fields
          .fieldNames()
          .forEach(field -> out.println("  " + field + ": " + fields.getString(field)));
    }
    out.println();
    for (Object item : description.getJsonArray("methods")) {
      JsonObject method = (JsonObject) item;
      // Where a request is a stream, lines are what divides its values.
      boolean stream =
          List.of("CLIENT_STREAM", "BIDIRECTIONAL").contains(method.getString("shape"));
      Object value = method.getValue("example");
      String json = Json.encode(value);
      boolean wide = globals.output() == Globals.Output.wide;
      boolean broken = !wide && json.length() > 76 && !stream && value instanceof JsonObject;
      example(last + "/" + method.getString("method"), broken ? lines((JsonObject) value) : json);
    }
  }

  /** A field a line; JSON and the shell's quotes allow it. */
  private static String lines(JsonObject value) {
    return value.stream()
        .map(field -> Json.encode(field.getKey()) + ":" + Json.encode(field.getValue()))
        .collect(Collectors.joining(",\n    ", "{", "}"));
  }

  /** To be copied into a shell, so a long one is broken where the shell takes it. */
  private void example(String method, String json) {
    String start = "weft call " + method;
    String value = "'" + json + "'";
    boolean fits = globals.output() == Globals.Output.wide || start.length() + value.length() < 80;
    globals.out().println(start + (fits ? " " : " \\\n  ") + value);
  }
}
