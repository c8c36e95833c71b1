package io.weft.filter.limit;

import java.util.concurrent.atomic.LongAdder;

/** Counts the calls that a node refused because it does enough already. Safe for all threads. */
public final class Refusals {
  final LongAdder bulkhead = new LongAdder();
  final LongAdder queue = new LongAdder();
  final LongAdder concurrency = new LongAdder();
  final LongAdder deadline = new LongAdder();
  final LongAdder rate = new LongAdder();

  /**
   * The counters at one moment.
   *
   * @param bulkhead refused because as many ran as may
   * @param queue refused because of the time they stood in a queue
   * @param concurrency refused because more at once made all slower
   * @param deadline refused because their time would not have been enough
   * @param rate refused because their principal made too many
   */
  public record Snapshot(long bulkhead, long queue, long concurrency, long deadline, long rate) {
    /**
     * All of them.
     *
     * @return the sum
     */
    public long sum() {
      return bulkhead + queue + concurrency + deadline + rate;
    }
  }

  /**
   * The counters now.
   *
   * @return a copy
   */
  public Snapshot snapshot() {
    return new Snapshot(bulkhead.sum(), queue.sum(), concurrency.sum(), deadline.sum(), rate.sum());
  }
}
