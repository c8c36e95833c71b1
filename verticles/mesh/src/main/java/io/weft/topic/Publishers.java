package io.weft.topic;

import io.weft.topic.Strands.Head;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What arrived from each publisher, by the numbers of its strands. A node that is out of sight
 * keeps its numbers, because what it publishes meanwhile is lost and must show; of those that went,
 * the last 256 are remembered. Safe for all threads.
 */
final class Publishers {
  /** The answer of {@link #arrived}: events were lost, nobody knows how many. */
  static final long UNKNOWN = -1;

  static final int MOST_GONE = 256;

  private final Map<String, Publisher> publishers = new ConcurrentHashMap<>();
  private final Set<String> gone = new LinkedHashSet<>();
  private Set<String> members = Set.of();

  /**
   * Notes what arrived.
   *
   * @param publisher the id of the sending node
   * @param incarnation its start; a greater one begins all numbers anew
   * @param head what stood in front of the event
   * @param epoch of the subscriptions here
   * @return how many events are missing before this one, {@link #UNKNOWN} for some
   */
  long arrived(String publisher, long incarnation, Head head, int epoch) {
    Publisher known = publishers.get(publisher);
    return (known == null ? add(publisher) : known).arrived(incarnation, head, epoch);
  }

  /** Tells which nodes the mesh has now. */
  synchronized void members(Set<String> nodes) {
    members = Set.copyOf(nodes);
    gone.removeAll(members);
    forgetOldest();
  }

  /** How many are remembered. */
  int size() {
    return publishers.size();
  }

  private synchronized Publisher add(String publisher) {
    Publisher added = publishers.computeIfAbsent(publisher, node -> new Publisher());
    if (publishers.size() > members.size() + MOST_GONE) {
      forgetOldest();
    }
    return added;
  }

  private void forgetOldest() {
    for (String node : publishers.keySet()) {
      if (!members.contains(node)) {
        gone.add(node);
      }
    }
    while (gone.size() > MOST_GONE) {
      String oldest = gone.iterator().next();
      gone.remove(oldest);
      publishers.remove(oldest);
    }
  }

  private static final class Publisher {
    private static final class Last {
      long number;
      int epoch;
    }

    private final Map<Integer, Last> strands = new HashMap<>();
    private long incarnation = Long.MIN_VALUE;

    synchronized long arrived(long from, Head head, int epoch) {
      if (from > incarnation) {
        incarnation = from;
        strands.clear();
      } else if (from < incarnation) {
        return 0; // a late event of a start that is over
      }
      Last last = strands.computeIfAbsent(head.strand(), strand -> new Last());
      long lost = missing(head, last, epoch);
      if (!head.mark() || head.number() > last.number) {
        last.number = head.number();
        last.epoch = epoch;
      }
      return lost;
    }

    private static long missing(Head head, Last last, int epoch) {
      long number = head.number();
      if (head.mark()) {
        return Math.max(0, number - last.number);
      }
      if (number > last.number) {
        return number - last.number - 1;
      }
      if (number > 1) {
        return number - 1;
      }
      // The publisher began anew with this node. With subscriptions all the time, it had lost sight
      // of them; otherwise they were closed and opened again.
      return last.epoch == epoch ? UNKNOWN : 0;
    }
  }
}
