package io.weft.cli;

import io.weft.cli.admin.AdminClient;
import io.weft.cli.common.Globals;
import io.weft.cli.common.Terminal;
import io.weft.cli.demo.DemoCommand;
import io.weft.cli.watch.EdgesCommand;
import io.weft.cli.watch.TapCommand;
import io.weft.cli.watch.TopCommand;
import io.weft.node.refusal.Refusal;
import java.io.PrintWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command {@code weft}. */
@Command(
    name = "weft",
    description = "A service mesh without sidecars, on Vert.x.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      DemoCommand.class,
      RunCommand.class,
      NodesCommand.class,
      ServicesCommand.class,
      DescribeCommand.class,
      CallCommand.class,
      PublishCommand.class,
      SubscribeCommand.class,
      TopCommand.class,
      TapCommand.class,
      EdgesCommand.class,
      DrainCommand.class,
      BenchCommand.class
    },
    footer = {
      "",
      "Examples:",
      "  weft demo                                 three nodes with all examples",
      "  weft call Calculator/add '{\"a\":5,\"b\":3}'   prints 8.0",
      "  weft run --jar my.jar --service my.Calc   a node with your own service",
      "",
      "Exit codes: 0 ok, 1 failure, 2 wrong usage, 3 not found, 4 timeout,",
      "5 unhealthy. Data goes to stdout, notes to stderr."
    })
public final class Weft implements Globals, Runnable {
  private static final String STANDARD_ADMIN = "localhost:9090";

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FORMAT",
      scope = ScopeType.INHERIT,
      description = "table, wide or json (default: table).")
  private Output output = Output.table;

  @Option(
      names = "--admin",
      paramLabel = "HOST:PORT",
      scope = ScopeType.INHERIT,
      description =
          "The admin port of the node to talk to (default: $WEFT_ADMIN, else localhost:9090).")
  private @Nullable String admin;

  @Option(
      names = "--no-color",
      scope = ScopeType.INHERIT,
      description = "No colours; the same as setting NO_COLOR.")
  private boolean noColor;

  @Spec private CommandSpec spec;

  /** Made by picocli. */
  @SuppressWarnings("NullAway.Init")
  Weft() {}

  /**
   * Runs a command and ends the process with its exit code.
   *
   * @param args the command line
   */
  public static void main(String[] args) {
    System.exit(run(args));
  }

  /**
   * Runs a command.
   *
   * @param args the command line
   * @return the exit code
   */
  static int run(String... args) {
    // The benchmark has options of its own: everything after its name is for it.
    if (args.length > 0 && args[0].equals("bench")) {
      return guarded(() -> BenchCommand.exec(List.of(args).subList(1, args.length)));
    }
    return line().execute(args);
  }

  static CommandLine line() {
    boolean quiet = System.getenv("NO_COLOR") != null || !Terminal.present();
    CommandLine line = new CommandLine(new Weft());
    line.setUsageHelpWidth(80);
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setExecutionExceptionHandler(Weft::failed);
    line.setParameterExceptionHandler(Weft::misused);
    line.setColorScheme(
        CommandLine.Help.defaultColorScheme(
            quiet ? CommandLine.Help.Ansi.OFF : CommandLine.Help.Ansi.AUTO));
    return line;
  }

  private interface Work {
    int run() throws Exception;
  }

  private static int guarded(Work work) {
    try {
      return work.run();
    } catch (Refusal refusal) {
      System.err.println("weft: " + refusal.message());
      return refusal.kind().exitCode();
    } catch (Exception e) {
      System.err.println("weft: " + e);
      return Refusal.Kind.FAILURE.exitCode();
    }
  }

  private static int failed(Exception cause, CommandLine line, ParseResult parsed) {
    PrintWriter err = line.getErr();
    if (cause instanceof Refusal refusal) {
      err.println("weft: " + refusal.message());
      return refusal.kind().exitCode();
    }
    cause.printStackTrace(err);
    err.println("weft: this is a fault of Weft, not yours: " + cause);
    return Refusal.Kind.FAILURE.exitCode();
  }

  private static int misused(ParameterException misuse, String[] args) {
    CommandLine line = misuse.getCommandLine();
    PrintWriter err = line.getErr();
    err.println("weft: " + misuse.getMessage());
    UnmatchedArgumentException.printSuggestions(misuse, err);
    err.println("Try \"" + line.getCommandSpec().qualifiedName() + " --help\".");
    return Refusal.Kind.USAGE.exitCode();
  }

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(),
        "no command; expected one of: "
            + String.join(", ", spec.subcommands().keySet().stream().sorted().toList()));
  }

  @Override
  public Output output() {
    if (output == Output.dot || output == Output.mermaid) {
      throw Refusal.usage("-o " + output + " is for graphs; expected: table or json");
    }
    return output;
  }

  @Override
  public Output graph() {
    return output;
  }

  @Override
  public AdminClient admin() {
    String variable = System.getenv("WEFT_ADMIN");
    String standard = variable == null || variable.isEmpty() ? STANDARD_ADMIN : variable;
    return AdminClient.of(admin == null ? standard : admin);
  }

  @Override
  public PrintWriter out() {
    return spec.commandLine().getOut();
  }

  @Override
  public boolean print(String line) {
    PrintWriter out = out();
    out.println(line);
    // The writer flushes, and swallows the broken pipe as the stream beneath it does.
    return !out.checkError() && !System.out.checkError();
  }

  @Override
  public PrintWriter err() {
    return spec.commandLine().getErr();
  }

  @Override
  public boolean color() {
    return !noColor && System.getenv("NO_COLOR") == null && Terminal.present();
  }
}
