package io.weft.filter.limit;

/**
 * How much a served service takes on before it refuses calls.
 *
 * @param bulkhead the most calls of the service that run at once; 0 for no bound of its own, the
 *     default
 * @param adaptive whether the number of calls that run at once follows what the node can do,
 *     default true
 * @param perSecond calls a second that one principal may make to one method; 0 for any number, the
 *     default
 * @param burst how many of them may come at once; 0 for as many as {@code perSecond}
 */
public record LimitOptions(int bulkhead, boolean adaptive, double perSecond, int burst) {
  /** The defaults named above. */
  public static final LimitOptions DEFAULT = new LimitOptions(0, true, 0, 0);

  /** Checks the values. */
  public LimitOptions {
    if (bulkhead < 0) {
      throw new IllegalArgumentException("bulkhead: " + bulkhead + " (expected: 0 or more)");
    }
    if (!(perSecond >= 0)) {
      throw new IllegalArgumentException("perSecond: " + perSecond + " (expected: 0 or more)");
    }
    if (burst < 0) {
      throw new IllegalArgumentException("burst: " + burst + " (expected: 0 or more)");
    }
  }
}
