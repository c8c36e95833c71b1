package io.weft.bench;

/** Results for tests. */
final class Results {
  private Results() {}

  static Measurement unary(String subject, int inFlight, double perSecond, double p50) {
    return new Measurement(
        new Point(Point.Kind.UNARY, inFlight, 100),
        subject,
        new Sample(1_000, perSecond, p50, 2 * p50),
        12.345);
  }

  static Measurement stream(String subject, double perSecond) {
    return new Measurement(
        new Point(Point.Kind.STREAM, 1, 100), subject, new Sample(1_000, perSecond, 0, 0), 0.5);
  }
}
