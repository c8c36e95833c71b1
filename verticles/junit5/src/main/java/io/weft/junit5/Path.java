package io.weft.junit5;

import java.time.Duration;
import java.util.List;
import java.util.function.LongPredicate;

/**
 * The way of batches from one node to another, or both ways between them.
 *
 * <p>A batch holds all requests, replies, stream items and events that one turn of an event loop
 * had for one peer; acknowledgements are batches too. Other traffic of the event bus is not
 * touched. Several faults on one path add up, and those made first are asked first.
 */
public final class Path {
  private static final double UNIT = 0x1.0p-53;

  private final List<BatchFault> active;
  private final int from;
  private final int to;
  private final boolean bothWays;

  Path(List<BatchFault> active, int from, int to, boolean bothWays) {
    this.active = active;
    this.from = from;
    this.to = to;
    this.bothWays = bothWays;
  }

  /**
   * Loses the next batches.
   *
   * @param batches how many, 1 or more
   * @return the fault, which has no effect any more when it has hit that many
   */
  public BatchFault drop(int batches) {
    if (batches < 1) {
      throw new IllegalArgumentException("drop: " + batches + " batches (expected: 1 or more)");
    }
    return begin(0, number -> number < batches);
  }

  /**
   * Loses a share of the batches: the same ones by number in every run.
   *
   * @param share more than 0, at most 1 for all
   * @return the fault
   */
  public BatchFault dropShare(double share) {
    if (!(share > 0 && share <= 1)) {
      throw new IllegalArgumentException(
          "share: " + share + " (expected: more than 0, at most 1 for all batches)");
    }
    return begin(0, number -> (mixed(number) >>> 11) * UNIT < share);
  }

  /**
   * Loses every batch, and nobody is told: like a cable that was pulled out. With {@link
   * Faults#cut} the cluster notices.
   *
   * @return the fault
   */
  public BatchFault dropAll() {
    return dropShare(1);
  }

  /**
   * Holds every batch back at the receiver. The order stays, also behind the end of the fault.
   *
   * @param time 1 ms or more
   * @return the fault
   */
  public BatchFault delay(Duration time) {
    if (time.toMillis() < 1) {
      throw new IllegalArgumentException("delay: " + time + " (expected: 1 ms or more)");
    }
    return begin(time.toMillis(), number -> true);
  }

  private BatchFault begin(long delayMillis, LongPredicate choice) {
    BatchFault fault = new BatchFault(this, delayMillis, choice);
    active.add(fault);
    return fault;
  }

  void end(BatchFault fault) {
    active.remove(fault);
  }

  boolean covers(int sender, int receiver) {
    return sender == from && receiver == to || bothWays && sender == to && receiver == from;
  }

  /** SplitMix64 (Steele, Lea, Flood 2014): evenly spread bits of a counter. */
  private static long mixed(long number) {
    long z = (number + 1) * 0x9e3779b97f4a7c15L;
    z = (z ^ z >>> 30) * 0xbf58476d1ce4e5b9L;
    z = (z ^ z >>> 27) * 0x94d049bb133111ebL;
    return z ^ z >>> 31;
  }
}
