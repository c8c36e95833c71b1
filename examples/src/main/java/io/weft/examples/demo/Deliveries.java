package io.weft.examples.demo;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * What was sent without a reply, until it is confirmed by another way. For one thread.
 *
 * <p>One-way calls and events promise to arrive at most once. So what arrives twice is a failure at
 * once; what does not arrive is one unless the mesh changed around it: a node that dies takes along
 * what it has not handled yet. The patience is longer than a cluster needs to notice a node that
 * fell silent, so nothing is judged too early.
 */
final class Deliveries {
  private static final long PATIENCE_NANOS = 12_000_000_000L;
  private static final long SETTLING_NANOS = 2_000_000_000L;
  private static final int REMEMBERED = 10_000;

  private final Pattern pattern;
  private final Counts counts;
  private final Map<Long, Long> waiting = new LinkedHashMap<>();
  private final Set<Long> confirmed = new LinkedHashSet<>();
  private long last;

  Deliveries(Pattern pattern, Counts counts) {
    this.pattern = pattern;
    this.counts = counts;
  }

  /** Notes that something is about to be sent; gives its number. */
  long send(long nowNanos) {
    last++;
    waiting.put(last, nowNanos);
    return last;
  }

  void arrived(long number) {
    if (waiting.remove(number) != null) {
      counts.good(pattern);
      confirmed.add(number);
      if (confirmed.size() > REMEMBERED) {
        confirmed.remove(confirmed.iterator().next());
      }
    } else if (confirmed.contains(number)) {
      counts.failed(pattern, "number " + number + " arrived twice");
    }
  }

  /**
   * Judges what has waited long enough.
   *
   * @param nowNanos the time
   * @param changedNanos when the nodes of the mesh, or their states, changed last
   */
  void judge(long nowNanos, long changedNanos) {
    Iterator<Map.Entry<Long, Long>> oldest = waiting.entrySet().iterator();
    while (oldest.hasNext()) {
      Map.Entry<Long, Long> entry = oldest.next();
      long sent = entry.getValue();
      if (nowNanos - sent < PATIENCE_NANOS) {
        return;
      }
      oldest.remove();
      if (sent - changedNanos < SETTLING_NANOS) {
        counts.undelivered();
      } else {
        counts.failed(pattern, "number " + entry.getKey() + " did not arrive");
      }
    }
  }
}
