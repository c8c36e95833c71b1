package io.weft.bench.overload;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;

/** Runs a scenario as the command line does. */
final class Scenario {
  private Scenario() {}

  static List<JsonObject> run(Callable<Integer> command, String... args) {
    StringWriter out = new StringWriter();
    int exit = new CommandLine(command).setOut(new PrintWriter(out)).execute(args);
    assertThat(exit).as(out.toString()).isZero();
    return out.toString().lines().map(JsonObject::new).toList();
  }

  static String wrong(Callable<Integer> command, String... args) {
    StringWriter err = new StringWriter();
    assertThat(new CommandLine(command).setErr(new PrintWriter(err)).execute(args)).isEqualTo(2);
    return err.toString();
  }
}
