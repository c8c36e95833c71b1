package io.weft.bench;

import io.weft.bench.subject.Subject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a run does.
 *
 * @param subjects what is compared
 * @param points what is measured of each
 * @param pace how long
 * @param profile whether the processes record with JFR
 */
record Plan(List<Subject> subjects, List<Point> points, Pace pace, boolean profile) {
  private static final int OTHER_POINTS = 5;

  /**
   * How long a run takes.
   *
   * @param warmUpMillis for each subject, at the point with most calls in flight; a fifth of it at
   *     every other point; not measured
   * @param leadMillis at the beginning of each measurement, not measured
   * @param measureMillis the measurement itself
   * @param rounds how often each point is measured; the result is the median
   */
  record Pace(long warmUpMillis, long leadMillis, long measureMillis, int rounds) {
    /** Under 90 seconds with all subjects. */
    static final Pace QUICK = new Pace(5_000, 150, 600, 2);

    /** For figures to publish. */
    static final Pace FULL = new Pace(10_000, 500, 3_000, 3);

    Pace measuring(long millis) {
      return new Pace(warmUpMillis, leadMillis, millis, rounds);
    }
  }

  /**
   * How long each subject warms up at each point. Compilers need many calls, so the point with most
   * calls in flight comes first and lasts longest; each other load then compiles some code anew.
   */
  Map<Point, Long> warmUps() {
    Map<Point, Long> millis = new LinkedHashMap<>();
    points.stream()
        .sorted(Comparator.comparingInt(Point::inFlight).reversed())
        .forEach(
            point -> millis.put(point, pace.warmUpMillis / (millis.isEmpty() ? 1 : OTHER_POINTS)));
    return millis;
  }

  /** Every combination of sizes for unary calls, then one stream. */
  static List<Point> points(List<Point.Kind> kinds, List<Integer> inFlight, List<Integer> bytes) {
    List<Point> points = new ArrayList<>();
    if (kinds.contains(Point.Kind.UNARY)) {
      for (int size : bytes) {
        for (int calls : inFlight) {
          points.add(new Point(Point.Kind.UNARY, calls, size));
        }
      }
    }
    if (kinds.contains(Point.Kind.STREAM)) {
      points.add(new Point(Point.Kind.STREAM, 1, Point.RATIO_BYTES));
    }
    return points;
  }
}
