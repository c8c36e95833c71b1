package io.weft.filter.limit;

/**
 * How much a served service takes on before it refuses calls. Bounds hold for each instance, that
 * is for each time it is served.
 *
 * @param bulkhead the most calls of the service that run at once; 0 for no bound of its own, the
 *     default
 * @param adaptive whether calls are refused when the node cannot keep up: by the time they stood in
 *     a queue, by the number that runs at once, and when their time left is less than the handler
 *     mostly takes; default true
 * @param perSecond calls a second that one principal may make to one method; 0 for any number, the
 *     default
 * @param burst how many of them may come at once; 0 for as many as {@code perSecond}, at least 1
 */
public record LimitOptions(int bulkhead, boolean adaptive, double perSecond, int burst) {
  /** The defaults named above. */
  public static final LimitOptions DEFAULT = new LimitOptions(0, true, 0, 0);

  /** Checks the values. */
  public LimitOptions {
    if (bulkhead < 0) {
      throw new IllegalArgumentException("bulkhead: " + bulkhead + " (expected: 0 or more)");
    }
    if (!(perSecond >= 0) || perSecond > 1e9) {
      throw new IllegalArgumentException("perSecond: " + perSecond + " (expected: 0 to 1e9)");
    }
    if (burst < 0) {
      throw new IllegalArgumentException("burst: " + burst + " (expected: 0 or more)");
    }
  }

  /**
   * Another bound for the calls that run at once.
   *
   * @param calls 0 for none
   * @return the options
   */
  public LimitOptions withBulkhead(int calls) {
    return new LimitOptions(calls, adaptive, perSecond, burst);
  }

  /**
   * Switches the limits that find their values themselves on or off.
   *
   * @param on whether calls are refused when the node cannot keep up
   * @return the options
   */
  public LimitOptions withAdaptive(boolean on) {
    return new LimitOptions(bulkhead, on, perSecond, burst);
  }

  /**
   * Another rate for one principal and one method.
   *
   * @param calls a second; 0 for any number
   * @param atOnce how many may come at once; 0 for as many as a second brings
   * @return the options
   */
  public LimitOptions withRate(double calls, int atOnce) {
    return new LimitOptions(bulkhead, adaptive, calls, atOnce);
  }
}
