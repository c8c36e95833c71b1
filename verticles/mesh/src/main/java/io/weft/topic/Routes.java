package io.weft.topic;

import io.weft.topic.Cluster.Interest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Who is interested in what: the subscriptions of this node and the interests of others in one
 * {@link Patterns}. What matches a topic is kept until any interest changes. All methods on any
 * thread.
 */
final class Routes {
  /** How many topics are remembered; one more, and all are matched anew. */
  static final int CACHED_TOPICS = 4096;

  /** The target of a choice: this node. */
  static final int HERE = -1;

  private static final int[] NO_CHOICES = {};

  /**
   * Another node.
   *
   * @param plain whether it has subscriptions without a group
   */
  record Target(String node, boolean plain) {}

  /** All that matches a topic. */
  record Route(List<Subscription> plain, List<Target> targets, List<Group> groups) {
    /** One target, or {@link #HERE}, for each group. */
    int[] choose(String type) {
      if (groups.isEmpty()) {
        return NO_CHOICES;
      }
      int[] chosen = new int[groups.size()];
      for (int i = 0; i < chosen.length; i++) {
        chosen[i] = groups.get(i).choose(type);
      }
      return chosen;
    }
  }

  /**
   * A place with members of a group that expect one type.
   *
   * @param target an index of the route's targets, or {@link #HERE}
   */
  private record Candidate(int target, String type) {
    boolean takes(String event) {
      return type.equals(event) || type.equals(Interest.ANY_TYPE);
    }
  }

  /** A group with all its places in the cluster and its members on this node. */
  static final class Group {
    private final String name;
    private final Set<Candidate> found = new LinkedHashSet<>();
    private final List<Subscription> members = new ArrayList<>();
    private final AtomicInteger turn = new AtomicInteger(ThreadLocalRandom.current().nextInt());
    private final AtomicInteger memberTurn = new AtomicInteger();
    private List<Candidate> candidates = List.of();

    Group(String name) {
      this.name = name;
    }

    String name() {
      return name;
    }

    private int choose(String type) {
      int count = candidates.size();
      int start = Math.floorMod(turn.getAndIncrement(), count);
      for (int i = 0; i < count; i++) {
        Candidate candidate = candidates.get((start + i) % count);
        if (candidate.takes(type)) {
          return candidate.target();
        }
      }
      // Nobody expects the type: let one member count and log the mismatch.
      return candidates.get(start).target();
    }

    /**
     * The next member that takes the type, rather one with room; null when there are no members.
     */
    @Nullable Subscription member(String type) {
      int count = members.size();
      Subscription best = null;
      int start = count == 0 ? 0 : Math.floorMod(memberTurn.getAndIncrement(), count);
      for (int i = 0; i < count; i++) {
        Subscription member = members.get((start + i) % count);
        if (member.type().takes(type)) {
          if (!member.full()) {
            return member;
          }
          best = best == null || !best.type().takes(type) ? member : best;
        } else if (best == null) {
          best = member;
        }
      }
      return best;
    }
  }

  private final String self;
  private final Patterns<Object> patterns = new Patterns<>();
  private final Set<Subscription> subscriptions = ConcurrentHashMap.newKeySet();
  private final Map<Interest, Integer> mine = new LinkedHashMap<>();
  private Set<Interest> others = Set.of();
  private volatile int epoch;
  private volatile Map<String, Route> cache = new ConcurrentHashMap<>();

  Routes(String self) {
    this.self = self;
  }

  Set<Subscription> subscriptions() {
    return subscriptions;
  }

  /** Grows whenever this node gets its first subscription. */
  int epoch() {
    return epoch;
  }

  synchronized List<Interest> mine() {
    return List.copyOf(mine.keySet());
  }

  synchronized void add(Subscription subscription) {
    if (subscriptions.isEmpty()) {
      epoch++;
    }
    subscriptions.add(subscription);
    patterns.add(subscription.pattern(), subscription);
    mine.merge(interest(subscription), 1, Integer::sum);
    cache = new ConcurrentHashMap<>();
  }

  synchronized boolean remove(Subscription subscription) {
    if (!subscriptions.remove(subscription)) {
      return false;
    }
    patterns.remove(subscription.pattern(), subscription);
    mine.computeIfPresent(interest(subscription), (key, count) -> count == 1 ? null : count - 1);
    cache = new ConcurrentHashMap<>();
    return true;
  }

  private Interest interest(Subscription subscription) {
    return new Interest(
        self, subscription.pattern(), subscription.group(), subscription.type().name());
  }

  /** Takes the interests of all other nodes; tells which nodes have none any more. */
  synchronized Set<String> replace(Collection<Interest> interests) {
    Set<Interest> now = new HashSet<>();
    Set<String> gone = new HashSet<>();
    for (Interest interest : interests) {
      if (!interest.node().equals(self) && Patterns.flaw(interest.pattern(), true) == null) {
        now.add(interest);
      }
    }
    if (now.equals(others)) {
      return gone;
    }
    for (Interest interest : others) {
      gone.add(interest.node());
      if (!now.contains(interest)) {
        patterns.remove(interest.pattern(), interest);
      }
    }
    for (Interest interest : now) {
      gone.remove(interest.node());
      patterns.add(interest.pattern(), interest);
    }
    others = now;
    cache = new ConcurrentHashMap<>();
    return gone;
  }

  /** What matches a topic, without wildcards. */
  Route route(String topic) {
    Map<String, Route> known = cache;
    Route route = known.get(topic);
    return route != null ? route : match(topic, known);
  }

  private synchronized Route match(String topic, Map<String, Route> known) {
    List<Subscription> plain = new ArrayList<>();
    Map<String, Boolean> nodes = new LinkedHashMap<>();
    List<Object> found = new ArrayList<>();
    patterns.match(topic, found::add);
    for (Object each : found) {
      if (each instanceof Interest interest) {
        nodes.merge(interest.node(), interest.group() == null, Boolean::logicalOr);
      } else if (((Subscription) each).group() == null) {
        plain.add((Subscription) each);
      }
    }
    List<Target> targets = new ArrayList<>();
    nodes.forEach((node, ungrouped) -> targets.add(new Target(node, ungrouped)));
    Route route =
        new Route(
            List.copyOf(plain), List.copyOf(targets), groups(found, List.copyOf(nodes.keySet())));
    if (known.size() >= CACHED_TOPICS) {
      known.clear();
    }
    known.put(topic, route);
    return route;
  }

  private static List<Group> groups(List<Object> found, List<String> nodes) {
    Map<String, Group> groups = new TreeMap<>();
    for (Object each : found) {
      if (each instanceof Interest interest) {
        String name = interest.group();
        if (name != null) {
          int target = nodes.indexOf(interest.node());
          groups
              .computeIfAbsent(name, Group::new)
              .found
              .add(new Candidate(target, interest.type()));
        }
      } else if (each instanceof Subscription member && member.group() != null) {
        Group group = groups.computeIfAbsent(member.group(), Group::new);
        group.members.add(member);
        group.found.add(new Candidate(HERE, member.type().name()));
      }
    }
    groups.values().forEach(group -> group.candidates = List.copyOf(group.found));
    return List.copyOf(groups.values());
  }
}
