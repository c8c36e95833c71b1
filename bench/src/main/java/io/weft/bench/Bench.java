package io.weft.bench;

import io.weft.bench.overload.DeadlineCommand;
import io.weft.bench.overload.OverloadCommand;
import io.weft.bench.scenario.FlakyCommand;
import io.weft.bench.scenario.WedgeCommand;
import io.weft.bench.subject.Subject;
import io.weft.bench.subject.Subjects;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * The command {@code bench}. Exit codes: 0 when every subject was measured, 1 when one failed, 2
 * for wrong arguments.
 */
@Command(
    name = "weft bench",
    mixinStandardHelpOptions = true,
    subcommands = {
      WedgeCommand.class,
      FlakyCommand.class,
      OverloadCommand.class,
      DeadlineCommand.class
    },
    description = {
      "Compares Weft with its peers: one echo, two processes for each, interleaved rounds.",
      "Calls are made in a closed loop with a fixed number in flight. Results are medians of the"
          + " rounds, CPU time is client and server together. Notes go to stderr."
    })
public final class Bench implements Callable<Integer> {
  private static final long MAX_SECONDS = 600;

  @Spec private @Nullable CommandSpec spec;

  @Option(names = "--quick", description = "a shorter run of less than 90 s, 100 bytes only")
  private boolean quick;

  @Option(
      names = {"-o", "--output"},
      defaultValue = "table",
      description = "table or json (one object a line); default ${DEFAULT-VALUE}")
  private Report output = Report.TABLE;

  @Option(
      names = "--case",
      defaultValue = "all",
      description = "unary, stream or all; default ${DEFAULT-VALUE}")
  private Case kind = Case.ALL;

  @Option(names = "--subject", split = ",", description = "subjects to compare; default all")
  private List<String> subjects = Subjects.names();

  @Option(
      names = "--in-flight",
      split = ",",
      defaultValue = "1,64,512",
      description = "unary calls in flight; default ${DEFAULT-VALUE}")
  private List<Integer> inFlight = List.of();

  @Option(
      names = "--bytes",
      split = ",",
      description = "sizes of unary payloads; default 100,4096, with --quick 100")
  private List<Integer> bytes = List.of();

  @Option(names = "--seconds", description = "length of one measurement; default 3, --quick 0.6")
  private double seconds;

  @Option(names = "--profile", description = "record all processes with JFR; figures get worse")
  private boolean profile;

  /** The cases that can be asked for. */
  enum Case {
    /** Request and reply. */
    UNARY(List.of(Point.Kind.UNARY)),
    /** Server streams. */
    STREAM(List.of(Point.Kind.STREAM)),
    /** Both. */
    ALL(List.of(Point.Kind.values()));

    private final List<Point.Kind> kinds;

    Case(List<Point.Kind> kinds) {
      this.kinds = kinds;
    }
  }

  /**
   * Runs the command and ends the process.
   *
   * @param args see {@code --help}
   */
  public static void main(String[] args) {
    CommandLine line = commandLine();
    if (args.length > 0 && args[0].equals(ChildCommand.NAME)) {
      // Only then: people need not read that there is a command.
      line.addSubcommand(new ChildCommand());
    }
    System.exit(line.execute(args));
  }

  /** The command line, ready to execute. */
  static CommandLine commandLine() {
    return new CommandLine(new Bench()).setCaseInsensitiveEnumValuesAllowed(true);
  }

  @Override
  public Integer call() throws IOException {
    CommandLine line = commandSpec().commandLine();
    PrintWriter out = line.getOut();
    Plan plan = plan();
    Path recordings = plan.profile() ? Files.createTempDirectory("weft-bench-") : null;
    try (Comparison comparison = new Comparison(plan, line.getErr())) {
      comparison.start(recordings);
      List<Measurement> results = comparison.run(some -> sink(some, out));
      if (output == Report.TABLE) {
        output.results(results, out);
      }
      output.ratios(Ratio.of(results), out);
      return comparison.complete() ? 0 : 1;
    } finally {
      if (recordings != null) {
        line.getErr().println("JFR recordings: " + recordings);
        line.getErr().flush();
      }
    }
  }

  private void sink(List<Measurement> some, PrintWriter out) {
    if (output == Report.JSON) {
      output.results(some, out);
    }
  }

  /** What the arguments ask for. */
  Plan plan() {
    List<Subject> chosen;
    try {
      chosen = subjects.stream().distinct().map(Subjects::named).toList();
    } catch (IllegalArgumentException e) {
      throw wrong("--subject: " + e.getMessage());
    }
    List<Integer> sizes = bytes;
    if (sizes.isEmpty()) {
      sizes = quick ? List.of(Point.RATIO_BYTES) : List.of(Point.RATIO_BYTES, 4096);
    }
    check("--in-flight", inFlight, 100_000);
    check("--bytes", sizes, 1 << 20);
    if (seconds < 0 || seconds > MAX_SECONDS || Double.isNaN(seconds)) {
      throw wrong("--seconds: " + seconds + " (expected: more than 0, up to " + MAX_SECONDS + ")");
    }
    Plan.Pace pace = quick ? Plan.Pace.QUICK : Plan.Pace.FULL;
    if (seconds > 0) {
      pace = pace.measuring(Math.max(1, Math.round(seconds * 1e3)));
    }
    return new Plan(chosen, Plan.points(kind.kinds, inFlight, sizes), pace, profile);
  }

  private void check(String option, List<Integer> values, int max) {
    for (int value : values) {
      if (value < 1 || value > max) {
        throw wrong(option + ": " + value + " (expected: 1 to " + max + ")");
      }
    }
  }

  private ParameterException wrong(String message) {
    return new ParameterException(commandSpec().commandLine(), message);
  }

  private CommandSpec commandSpec() {
    if (spec == null) {
      throw new IllegalStateException("not run by picocli");
    }
    return spec;
  }
}
