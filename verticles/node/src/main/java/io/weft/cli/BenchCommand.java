package io.weft.cli;

import io.weft.cli.demo.JavaProcess;
import io.weft.node.refusal.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Unmatched;

/**
 * {@code weft bench}: hands everything to the benchmark's own jar. {@link Weft#run} goes straight
 * to {@link #exec}; the class is here for the list of commands.
 */
@Command(
    name = "bench",
    description = "Measures Weft against its peers (all options go to the benchmark).",
    footer = {
      "",
      "Examples:",
      "  weft bench --quick",
      "  weft bench --quick -o json",
      "  weft bench wedge -o json",
      "  weft bench flaky -o json",
      "  weft bench --help",
      "",
      "The benchmark is built at its first run; then --help lists its options."
    })
final class BenchCommand implements Callable<Integer> {
  private static final String JAR = "weft-bench.jar";

  @Parameters(arity = "0..*", hidden = true)
  private @Nullable List<String> parameters;

  @Unmatched private @Nullable List<String> options;

  @Override
  public Integer call() throws Exception {
    List<String> all = new ArrayList<>();
    all.addAll(options == null ? List.of() : options);
    all.addAll(parameters == null ? List.of() : parameters);
    return exec(all);
  }

  static int exec(List<String> args) throws IOException, InterruptedException {
    Path own = JavaProcess.codePlace();
    if (find(own) == null && (args.contains("--help") || args.contains("-h"))) {
      System.out.print(usage());
      return 0;
    }
    List<String> command = new ArrayList<>(JavaProcess.command());
    command.addAll(List.of("-jar", jar(own).toString()));
    command.addAll(args);
    return new ProcessBuilder(command).inheritIO().start().waitFor();
  }

  /** For those who have not built it. */
  static String usage() {
    return new CommandLine(new BenchCommand()).setCommandName("weft bench").getUsageMessage();
  }

  /** Beside {@code weft.jar}, or where the build puts it. */
  private static List<Path> places(Path own) {
    List<Path> places = new ArrayList<>();
    Path folder = own.getParent();
    if (folder != null) {
      places.add(folder.resolve(JAR));
      places.add(folder.resolve("../../../bench/target/" + JAR).normalize());
    }
    return places;
  }

  private static @Nullable Path find(Path own) {
    return places(own).stream().filter(Files::isRegularFile).findFirst().orElse(null);
  }

  private static Path jar(Path own) {
    Path found = find(own);
    if (found == null) {
      throw Refusal.failure(
          "no "
              + JAR
              + " (looked for "
              + places(own)
              + "); build it with: ./mvnw -Dquick -DskipTests -pl bench -am package");
    }
    return found;
  }
}
