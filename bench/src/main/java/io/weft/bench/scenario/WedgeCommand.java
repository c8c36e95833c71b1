package io.weft.bench.scenario;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command {@code bench wedge}. Exit code 1 when a goal is missed. */
@Command(
    name = "wedge",
    mixinStandardHelpOptions = true,
    description = {
      "Stops one of three servers under load (SIGSTOP), then lets it go on (SIGCONT).",
      "Goals: ejected within 2 s, at most 10 calls failed or took more than 1 s, back within 15 s,"
          + " no server ejected that worked."
    })
public final class WedgeCommand implements Callable<Integer> {
  private static final Range RATE = new Range("--rate", 1, 1_000_000);
  private static final Range HEALTHY = new Range("--healthy", 0, 86_400);
  private static final Range STOPPED = new Range("--stopped", 1, 600);
  private static final long EJECT_MILLIS = 2_000;
  private static final long RETURN_MILLIS = 15_000;
  private static final long SUFFERED = 10;

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = {"-o", "--output"},
      defaultValue = "table",
      description = "table or json; default ${DEFAULT-VALUE}")
  private Format output = Format.TABLE;

  @Option(
      names = "--healthy",
      defaultValue = "5",
      description = "seconds of load before the stop; default ${DEFAULT-VALUE}")
  private int healthy;

  @Option(
      names = "--stopped",
      defaultValue = "6",
      description = "seconds of the stop; default ${DEFAULT-VALUE}")
  private int stopped;

  @Option(
      names = "--rate",
      defaultValue = "200",
      description = "calls a second; default ${DEFAULT-VALUE}")
  private int rate;

  @Override
  public Integer call() throws IOException {
    CommandSpec own = Objects.requireNonNull(spec, "run by picocli");
    RATE.check(own, rate);
    HEALTHY.check(own, healthy);
    STOPPED.check(own, stopped);
    PrintWriter out = own.commandLine().getOut();
    Wedge wedge = Wedge.run(new Wedge.Plan(rate, healthy * 1_000L, stopped * 1_000L));
    output.print(wedge.toJson(), out);
    return good(wedge) ? 0 : 1;
  }

  private static boolean good(Wedge wedge) {
    return wedge.ejectMillis() >= 0
        && wedge.ejectMillis() <= EJECT_MILLIS
        && wedge.suffered() <= SUFFERED
        && wedge.returnMillis() >= 0
        && wedge.returnMillis() <= RETURN_MILLIS
        && wedge.falseEjections() == 0;
  }
}
