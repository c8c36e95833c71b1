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

/** The command {@code bench flaky}. Exit code 1 when a goal is missed. */
@Command(
    name = "flaky",
    mixinStandardHelpOptions = true,
    description = {
      "One of three servers fails half of its calls; they may be repeated.",
      "Goals: at least 99.9 %% of the calls succeed, with at most 0.2 retries for each."
    })
public final class FlakyCommand implements Callable<Integer> {
  private static final Range RATE = new Range("--rate", 1, 1_000_000);
  private static final Range SECONDS = new Range("--seconds", 1, 86_400);
  private static final double SUCCESS = 0.999;
  private static final double RETRIES = 0.2;

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = {"-o", "--output"},
      defaultValue = "table",
      description = "table or json; default ${DEFAULT-VALUE}")
  private Format output = Format.TABLE;

  @Option(
      names = "--seconds",
      defaultValue = "10",
      description = "length of the load; default ${DEFAULT-VALUE}")
  private int seconds;

  @Option(
      names = "--rate",
      defaultValue = "200",
      description = "calls a second; default ${DEFAULT-VALUE}")
  private int rate;

  @Override
  public Integer call() throws IOException {
    CommandSpec own = Objects.requireNonNull(spec, "run by picocli");
    RATE.check(own, rate);
    SECONDS.check(own, seconds);
    PrintWriter out = own.commandLine().getOut();
    Flaky flaky = Flaky.run(rate, seconds * 1_000L);
    output.print(flaky.toJson(), out);
    return flaky.successRate() >= SUCCESS && flaky.retryRate() <= RETRIES ? 0 : 1;
  }
}
