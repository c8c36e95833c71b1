package io.weft.junit5;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongPredicate;

/**
 * Loss or delay of batches on the way between two nodes, see {@link Path}.
 *
 * <p>Safe for all threads.
 */
public final class BatchFault implements Fault {
  private final Path path;
  private final long delayMillis;
  private final LongPredicate choice;
  private final AtomicLong seen = new AtomicLong();
  private final AtomicLong hits = new AtomicLong();

  /** A delay of 0 is a loss; the choice gets the batch's number since the fault began, from 0. */
  BatchFault(Path path, long delayMillis, LongPredicate choice) {
    this.path = path;
    this.delayMillis = delayMillis;
    this.choice = choice;
  }

  /**
   * How many batches it has hit, to see that the trouble took place.
   *
   * @return 0 or more
   */
  public long hits() {
    return hits.get();
  }

  @Override
  public void heal() {
    path.end(this);
  }

  boolean covers(int from, int to) {
    return path.covers(from, to);
  }

  /** Whether the next batch is hit. */
  boolean hitsNext() {
    boolean hit = choice.test(seen.getAndIncrement());
    if (hit) {
      hits.incrementAndGet();
    }
    return hit;
  }

  /** How long batches are held back, 0 when they are lost. */
  long delayMillis() {
    return delayMillis;
  }
}
