package io.weft.bench.scenario;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** What a number on the command line may be. */
record Range(String option, int least, int most) {
  /** Refuses what is outside. */
  void check(CommandSpec spec, int value) {
    if (value < least || value > most) {
      throw new ParameterException(
          spec.commandLine(), "%s: %d (expected: %d to %d)".formatted(option, value, least, most));
    }
  }
}
