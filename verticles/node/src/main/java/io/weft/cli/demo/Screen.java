package io.weft.cli.demo;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * The live summary: redrawn in place on a terminal, else one line now and then. Safe for all
 * threads.
 */
final class Screen {
  private static final int LINE_EVERY = 5;

  private final PrintWriter err;
  private final boolean terminal;
  private int drawn;
  private int ticks;

  Screen(PrintWriter err, boolean terminal) {
    this.err = err;
    this.terminal = terminal;
  }

  /** Something that stays. */
  synchronized void note(String text) {
    erase();
    err.println(text);
    err.flush();
  }

  synchronized void show(Counters counters, List<DemoNode> nodes, long seconds) {
    String line = line(counters, nodes, seconds);
    if (!terminal) {
      if (++ticks % LINE_EVERY == 0) {
        err.println(line);
        err.flush();
      }
      return;
    }
    List<String> patterns = new ArrayList<>();
    for (String name : Counters.PATTERNS) {
      patterns.add("%s %,d".formatted(name, counters.pattern(name)));
    }
    erase();
    err.println(line);
    err.println("  " + String.join("  ", patterns.subList(0, 4)));
    err.println("  " + String.join("  ", patterns.subList(4, patterns.size())));
    err.flush();
    drawn = 3;
  }

  private static String line(Counters counters, List<DemoNode> nodes, long seconds) {
    long alive = nodes.stream().filter(DemoNode::alive).count();
    return "%4d s  nodes %d/%d  calls %,d  per second %,d  p99 %,d us  failed %,d"
        .formatted(
            seconds,
            alive,
            nodes.size(),
            counters.sum("calls"),
            counters.rate(),
            counters.p99Micros(),
            counters.sum("failed"));
  }

  private void erase() {
    if (drawn > 0) {
      // Up by what was drawn, then clear to the end of the screen.
      err.print("\033[" + drawn + "A\033[J");
      drawn = 0;
    }
  }
}
