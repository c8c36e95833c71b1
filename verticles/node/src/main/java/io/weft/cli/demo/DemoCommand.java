package io.weft.cli.demo;

import io.vertx.core.json.JsonObject;
import io.weft.cli.common.Globals;
import io.weft.node.refusal.Refusal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code weft demo}. */
@Command(
    name = "demo",
    description = "Runs the examples on three nodes under load until Ctrl-C.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "",
      "Each node is a process of its own; kill one and watch. The last line of",
      "stdout is the result as JSON, also after Ctrl-C. The nodes' logs are kept",
      "only when something failed.",
      "",
      "Examples:",
      "  weft demo",
      "  weft demo --seconds 20 | tail -1"
    })
public final class DemoCommand implements Callable<Integer> {
  private static final long START_SECONDS = 90;
  private static final long END_MILLIS = 15_000;
  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

  @ParentCommand private Globals globals;

  @Option(
      names = "--nodes",
      paramLabel = "N",
      defaultValue = "3",
      description = "How many nodes (default: 3).")
  private int count;

  @Option(names = "--seconds", paramLabel = "N", description = "End after so many seconds of load.")
  private @Nullable Integer seconds;

  @Option(
      names = "--rate",
      paramLabel = "N",
      defaultValue = "1000",
      description = "Unary calls a second, all nodes together (default: 1000).")
  private int rate;

  @Option(
      names = "--port-offset",
      paramLabel = "N",
      description = "Offset of the first node's ports (default: 0, or the next that is free).")
  private @Nullable Integer offset;

  private final List<DemoNode> nodes = new ArrayList<>();
  private final List<DemoNode> lost = new ArrayList<>();
  private final Counters counters = new Counters();
  private volatile boolean stopping;

  /** {@link System#nanoTime} when all nodes were ready, 0 before. */
  private volatile long began;

  private boolean ended;

  @SuppressWarnings("NullAway.Init")
  DemoCommand() {}

  @Override
  public Integer call() throws IOException {
    atLeast("--nodes", count, 1);
    atLeast("--rate", rate, 1);
    if (seconds != null) {
      atLeast("--seconds", seconds, 1);
    }
    Screen screen = new Screen(globals.err(), globals.color());
    DemoPlan plan = DemoPlan.of(count, offset);
    DemoLogs logs = DemoLogs.create();
    Thread signal =
        new Thread(() -> end(screen, logs, counters.sum("failed") > 0), "weft-demo-stop");
    Runtime.getRuntime().addShutdownHook(signal);
    try {
      start(plan, logs.folder(), screen);
      if (!stopping) {
        welcome(plan, screen);
        began = System.nanoTime();
        watch(screen);
      }
    } catch (Refusal refusal) {
      end(screen, logs, true);
      throw refusal;
    }
    boolean complete = counters.complete();
    end(screen, logs, !complete);
    return complete ? 0 : 1;
  }

  /** Once: when the time is over, when something failed, or by the signal that ends the process. */
  private synchronized void end(Screen screen, DemoLogs logs, boolean keepLogs) {
    if (ended) {
      return;
    }
    ended = true;
    stopping = true;
    // Told before the nodes leave, which takes seconds: who presses Ctrl-C twice has seen it.
    if (began != 0) {
      double elapsed = (System.nanoTime() - began) / (double) SECOND;
      if (!counters.lastFailure().isEmpty()) {
        screen.note("last failure: " + counters.lastFailure());
      }
      globals.print(counters.report(count, elapsed).encode());
    }
    stopAll();
    if (keepLogs) {
      screen.note("the nodes' logs are kept in " + logs.folder());
    } else {
      logs.delete();
    }
  }

  private static void atLeast(String option, int value, int least) {
    if (value < least) {
      throw Refusal.usage(option + ": " + value + "; expected: at least " + least);
    }
  }

  private void start(DemoPlan plan, Path folder, Screen screen) {
    screen.note("starting " + count + " nodes, logs in " + folder);
    if (plan.moved() && offset == null) {
      screen.note("the usual ports are taken; this demo uses --port-offset " + plan.offset());
    }
    for (int i = 0; i < count && !stopping; i++) {
      DemoNode node =
          DemoNode.start(plan.name(i), plan.command(i, rate), plan.adminPort(i), folder);
      synchronized (nodes) {
        nodes.add(node);
      }
    }
    long end = System.nanoTime() + START_SECONDS * SECOND;
    for (DemoNode node : nodes) {
      while (!stopping && !node.ready()) {
        if (!node.alive() && !stopping) {
          throw Refusal.failure(
              node.name() + " ended with exit code " + node.exitCode() + ":\n" + node.lastWords());
        }
        if (System.nanoTime() - end > 0) {
          throw new Refusal(
              Refusal.Kind.TIMEOUT,
              node.name() + " was not ready within " + START_SECONDS + " s:\n" + node.lastWords());
        }
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
      }
    }
  }

  private void welcome(DemoPlan plan, Screen screen) {
    String admin = plan.moved() ? " --admin localhost:" + plan.adminPort(0) : "";
    screen.note("");
    screen.note("Try in another terminal:");
    for (String line :
        List.of(
            "nodes",
            "services",
            "describe Calculator",
            "call Calculator/add '{\"a\":5,\"b\":3}'",
            "call Calculator/generateSequence '{\"n\":5}'",
            "call Greeter/sayHello '{\"name\":\"Ada\"}'",
            "subscribe 'system.alerts.*' --count 3",
            "top",
            "edges")) {
      screen.note("  ./weft " + line + admin);
    }
    screen.note(
        "  kill -9 "
            + nodes.get(nodes.size() - 1).pid()
            + "   ("
            + plan.name(count - 1)
            + "; the demo goes on)");
    screen.note("");
  }

  /** Until the time is over, every node is gone, or the process ends. */
  private void watch(Screen screen) {
    long last = began;
    for (int second = 1; seconds == null || second <= seconds; second++) {
      long next = began + second * SECOND;
      for (long left = next - System.nanoTime(); left > 0; left = next - System.nanoTime()) {
        LockSupport.parkNanos(left);
      }
      lookAfter(screen);
      if (stopping) {
        return;
      }
      long now = System.nanoTime();
      counters.tick(TimeUnit.NANOSECONDS.toMillis(now - last));
      last = now;
      screen.show(counters, nodes, second);
    }
  }

  private void lookAfter(Screen screen) {
    for (DemoNode node : nodes) {
      if (node.alive()) {
        JsonObject snapshot = node.snapshot();
        if (snapshot != null && !stopping) {
          counters.add(node.name(), snapshot);
        }
      } else if (!stopping && !lost.contains(node)) {
        lost.add(node);
        int left = nodes.size() - lost.size();
        screen.note(
            node.name() + " is gone (exit code " + node.exitCode() + "); going on with " + left);
      }
    }
    if (lost.size() == nodes.size()) {
      throw Refusal.failure(
          "all nodes are gone; the last one said:\n" + lost.get(lost.size() - 1).lastWords());
    }
  }

  private void stopAll() {
    synchronized (nodes) {
      nodes.forEach(DemoNode::leave);
      try {
        for (DemoNode node : nodes) {
          node.end(END_MILLIS);
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
