package io.weft.bench;

import io.weft.bench.subject.Subject;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Measures all subjects of a plan. Their processes all live for the whole run; only one pair is
 * busy at a time. Each round visits every subject, so that a drift of the machine hits all alike.
 */
final class Comparison implements AutoCloseable {
  private final Plan plan;
  private final PrintWriter notes;
  private final List<Pair> pairs = new ArrayList<>();
  private boolean complete = true;

  Comparison(Plan plan, PrintWriter notes) {
    this.plan = plan;
    this.notes = notes;
  }

  /**
   * Starts all processes. A subject that cannot run here is skipped with a note; one that fails to
   * start makes the run incomplete.
   *
   * @param recordings the folder for JFR files, null for no recordings
   */
  void start(@Nullable Path recordings) {
    for (Subject subject : plan.subjects()) {
      String obstacle = subject.obstacle();
      if (obstacle != null) {
        note(subject.name() + ": skipped, " + obstacle);
        continue;
      }
      try {
        pairs.add(new Pair(subject, recordings));
      } catch (IOException e) {
        failed(subject.name() + ": does not start: " + e.getMessage());
      }
    }
    for (Pair pair : List.copyOf(pairs)) {
      attempt(pair, "start", pair::connect);
    }
    for (Pair pair : List.copyOf(pairs)) {
      attempt(pair, "first call", pair::ready);
    }
  }

  /**
   * Warms up, then measures.
   *
   * @param sink takes the results of one point of all subjects, as soon as they are known
   * @return all results
   */
  List<Measurement> run(Consumer<List<Measurement>> sink) {
    plan.warmUps()
        .forEach(
            (point, millis) -> {
              for (Pair pair : able(point)) {
                attempt(pair, point.toString(), () -> pair.warmUp(point, millis));
              }
            });
    List<Measurement> all = new ArrayList<>();
    for (Point point : plan.points()) {
      List<Measurement> results = measure(point);
      sink.accept(results);
      all.addAll(results);
    }
    return all;
  }

  private List<Measurement> measure(Point point) {
    List<Measurement> rounds = new ArrayList<>();
    for (int round = 0; round < plan.pace().rounds(); round++) {
      for (Pair pair : able(point)) {
        attempt(pair, point.toString(), () -> rounds.add(pair.measure(point, plan.pace())));
      }
    }
    return able(point).stream()
        .map(
            pair ->
                Measurement.median(
                    rounds.stream().filter(m -> m.subject().equals(pair.name())).toList()))
        .toList();
  }

  private List<Pair> able(Point point) {
    return pairs.stream().filter(pair -> pair.can(point)).toList();
  }

  private void attempt(Pair pair, String what, Step step) {
    try {
      step.run();
    } catch (IOException e) {
      failed("%s: given up at %s: %s".formatted(pair.name(), what, e.getMessage()));
      pairs.remove(pair);
      pair.close();
    }
  }

  /** Whether no subject failed so far. */
  boolean complete() {
    return complete;
  }

  private void failed(String text) {
    complete = false;
    note(text);
  }

  private void note(String text) {
    notes.println(text);
    notes.flush();
  }

  @Override
  public void close() {
    pairs.forEach(Pair::end);
    pairs.forEach(Pair::close);
  }

  private interface Step {
    void run() throws IOException;
  }
}
