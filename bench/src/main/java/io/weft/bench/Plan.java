package io.weft.bench;

import io.weft.bench.subject.Subject;
import java.util.ArrayList;
import java.util.List;

/**
 * What a run does.
 *
 * @param subjects what is compared
 * @param points what is measured of each
 * @param pace how long
 * @param profile whether the processes record with JFR
 */
record Plan(List<Subject> subjects, List<Point> points, Pace pace, boolean profile) {
  /**
   * How long a run takes.
   *
   * @param warmUpMillis for each subject, point and lap, not measured
   * @param leadMillis at the beginning of each measurement, not measured
   * @param measureMillis the measurement itself
   * @param rounds how often each point is measured; the result is the median
   */
  record Pace(long warmUpMillis, long leadMillis, long measureMillis, int rounds) {
    /** How often the warm-up visits every point: code compiled for one load is compiled again. */
    static final int LAPS = 2;

    /** Under 90 seconds with all subjects. */
    static final Pace QUICK = new Pace(500, 250, 800, 2);

    /** For figures to publish. */
    static final Pace FULL = new Pace(1_500, 500, 3_000, 3);

    Pace measuring(long millis) {
      return new Pace(warmUpMillis, leadMillis, millis, rounds);
    }
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
