package io.weft.link.ledger;

/**
 * Tells a queue that does not empty from a burst, by the shortest wait in each 25 ms. A lane's
 * queue is standing when that grew four times in a row, to 25 ms or more, or was 50 ms or more for
 * a second; and the lane was at work all the while: more comes than can be done. A burst, a closed
 * loop of callers, a pause of the garbage collector or a slow network are no standing queue. It has
 * gone when for a second it was empty now and then; every 30 s that is tried out.
 *
 * <p>The length of a queue says nothing, the shortest wait in a while says all: that is CoDel. That
 * growth counts is ours. By how much a wait grows shows what comes: not at all in a closed loop, as
 * fast as time passes while one burst is worked off, in between when more comes than is done.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8289">RFC 8289, CoDel</a>
 * @see <a href="https://queue.acm.org/detail.cfm?id=2839461">Fail at Scale: CoDel for requests</a>
 */
public final class StandingQueue {
  private static final long WINDOW_NANOS = 25_000_000;
  private static final long GROWING_NANOS = 25_000_000;
  private static final long HIGH_NANOS = 50_000_000;
  private static final long LONG_NANOS = 1_000_000_000;
  private static final int GROWTHS = 4;
  private static final double LEAST_GROWTH = 0.2;
  private static final double MOST_GROWTH = 0.96;
  private static final double AT_WORK = 0.75;
  private static final long EMPTY_NANOS = 2_000_000;
  private static final long GONE_NANOS = 1_000_000_000;
  private static final long TRIAL_NANOS = 30_000_000_000L;

  private boolean stands;
  private long windowStart;
  private long least;
  private long busy;
  private long mark;
  private long quiet;
  private long leastBefore;
  private int growing;
  private long high;
  private long standing;

  /**
   * The lane begins to work.
   *
   * @param now a moment of the clock
   */
  public void begin(long now) {
    mark = now;
  }

  /**
   * The lane has no more to do for now.
   *
   * @param now a moment of the clock
   */
  public void end(long now) {
    busy += now - mark;
    mark = now;
  }

  /**
   * A call is read.
   *
   * @param now a moment of the clock
   * @param waited how long it stood in queues, in nanoseconds
   */
  public void observe(long now, long waited) {
    busy += now - mark;
    mark = now;
    long elapsed = now - windowStart;
    if (elapsed >= WINDOW_NANOS) {
      judge(elapsed);
      windowStart = now;
      least = Long.MAX_VALUE;
      busy = 0;
    }
    if (waited < least) {
      least = waited;
    }
  }

  private void judge(long elapsed) {
    // A window ends with the first call after it: a long one was a time without calls.
    boolean idle = busy < elapsed * AT_WORK;
    if (stands) {
      standing += elapsed;
      boolean empty = least <= EMPTY_NANOS || idle && elapsed > 2 * WINDOW_NANOS;
      quiet = empty ? quiet + elapsed : 0;
      stands = quiet < GONE_NANOS && standing < TRIAL_NANOS;
    } else {
      double growth = (double) (least - leastBefore) / elapsed;
      growing = !idle && growth >= LEAST_GROWTH && growth <= MOST_GROWTH ? growing + 1 : 0;
      high = !idle && least >= HIGH_NANOS ? high + elapsed : 0;
      stands = high >= LONG_NANOS || growing >= GROWTHS && least >= GROWING_NANOS;
      if (stands) {
        standing = 0;
        quiet = 0;
        growing = 0;
        high = 0;
      }
    }
    leastBefore = least;
  }

  /**
   * Whether more comes than can be done.
   *
   * @return true while the queue stands
   */
  public boolean stands() {
    return stands;
  }
}
