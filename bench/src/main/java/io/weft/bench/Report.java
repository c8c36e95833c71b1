package io.weft.bench;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/** Prints results. */
enum Report {
  /** Columns for people. */
  TABLE {
    @Override
    void results(List<Measurement> results, PrintWriter out) {
      out.printf(
          "%-13s %-20s %9s %6s %12s %10s %10s %8s%n",
          "case", "subject", "in flight", "bytes", "per second", "p50 µs", "p99 µs", "cpu µs");
      results.forEach(result -> out.println(row(result)));
      out.flush();
    }

    @Override
    void ratios(List<Ratio> ratios, PrintWriter out) {
      if (ratios.isEmpty()) {
        return;
      }
      out.printf("%n%-13s %-25s %9s %-10s %8s%n", "case", "ratio", "in flight", "of", "value");
      for (Ratio ratio : ratios) {
        out.printf(
            Locale.ROOT,
            "%-13s %-25s %9d %-10s %8.2f%n",
            ratio.point().kind().label(),
            ratio.label(),
            ratio.point().inFlight(),
            ratio.metric().name().toLowerCase(Locale.ROOT),
            ratio.value());
      }
      out.flush();
    }
  },

  /** One JSON object a line. */
  JSON {
    @Override
    void results(List<Measurement> results, PrintWriter out) {
      results.forEach(result -> out.println(result.toJson()));
      out.flush();
    }

    @Override
    void ratios(List<Ratio> ratios, PrintWriter out) {
      ratios.forEach(ratio -> out.println(ratio.toJson()));
      out.flush();
    }
  };

  /** Prints measurements. */
  abstract void results(List<Measurement> results, PrintWriter out);

  /** Prints ratios, after all measurements. */
  abstract void ratios(List<Ratio> ratios, PrintWriter out);

  private static String row(Measurement result) {
    Point point = result.point();
    Sample sample = result.sample();
    boolean unary = point.kind() == Point.Kind.UNARY;
    return String.format(
        Locale.ROOT,
        "%-13s %-20s %9d %6d %,12d %10s %10s %8.2f",
        point.kind().label(),
        result.subject(),
        point.inFlight(),
        point.bytes(),
        Math.round(sample.perSecond()),
        unary ? String.format(Locale.ROOT, "%.1f", sample.p50Micros()) : "-",
        unary ? String.format(Locale.ROOT, "%.1f", sample.p99Micros()) : "-",
        result.cpuMicros());
  }
}
