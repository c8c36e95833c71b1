package io.weft.registry;

import io.weft.registry.NodeEntry.ServiceEntry;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What this node has seen of the others, and what follows from it. A lease is judged by when WE saw
 * the beat change last, so clocks are never compared. Rules:
 *
 * <ul>
 *   <li>a member with a running lease is in the table; with an expired one it is suspect
 *   <li>a node that is no member stays for its lease, if it was seen alive before
 *   <li>a node that left, by itself or by the word of the cluster, returns only as a member with a
 *       later beat
 *   <li>what is neither member nor beating for a lease is a ghost in the map
 *   <li>silence counts only as far as the map was read
 * </ul>
 *
 * <p>Belongs to the registry's thread.
 */
final class Roster {
  private static final Logger LOG = System.getLogger("io.weft.registry");

  private final Map<String, Seen> seen = new HashMap<>();
  private Map<String, Table.Row> rows = Map.of();
  private final Map<Integer, Long> ownSince = new HashMap<>();
  private @Nullable NodeEntry own;
  private String zone = "";
  private long damaged;

  /** The last look at the whole map: later than that, silence proves nothing. */
  private long lookedAt;

  /** One node. */
  private static final class Seen {
    @Nullable String text;
    @Nullable NodeEntry entry;
    NodeEntry settled;
    long leaseNanos = NodeEntry.DEFAULT_LEASE_MILLIS * 1_000_000;
    long changedNanos;
    boolean present = true;
    boolean member;
    boolean alive;
    boolean departed;
    boolean lost;
    boolean told;
    boolean complained;
    final Map<Integer, Long> since = new HashMap<>();

    Seen(NodeEntry placeholder, long now) {
      settled = placeholder;
      changedNanos = now;
    }

    boolean expired(long now) {
      return now - changedNanos > leaseNanos;
    }

    /** Whether it belongs into the table. */
    boolean listed(long now) {
      if (entry == null || departed) {
        return false;
      }
      return member ? present || !expired(now) : alive && !expired(now);
    }

    boolean ghost(long now) {
      return present && !member && expired(now);
    }
  }

  /** What a look at the whole map brought to light. */
  record Findings(List<String> lost, Map<String, String> ghosts, boolean rejoined) {}

  /** Replaces this node's own entry; null takes it out of the table. */
  void own(@Nullable NodeEntry entry, long now) {
    own = entry == null ? null : entry.settled();
    if (seen.isEmpty()) {
      lookedAt = now;
    }
    if (entry != null) {
      zone = entry.zone();
      keepSince(ownSince, entry, now, false);
    }
  }

  /** How long this node has served a service, in milliseconds. */
  long ownAgeMillis(int service, long now) {
    return (now - ownSince.getOrDefault(service, now)) / 1_000_000;
  }

  /** Takes in one entry of the map. */
  void observe(String node, String text, boolean member, long now) {
    Seen s = seen.get(node);
    if (s == null) {
      s = new Seen(NodeEntry.of(node, 0, "", "", 0), now);
      seen.put(node, s);
    }
    s.present = true;
    s.member = member;
    if (!text.equals(s.text)) {
      s.text = text;
      try {
        accept(s, EntryJson.node(node, text), now);
      } catch (RuntimeException e) {
        damaged++;
        if (!s.complained) {
          s.complained = true;
          LOG.log(Level.WARNING, "entry of node " + node + " ignored: " + e.getMessage());
        }
      }
    }
  }

  private static void accept(Seen s, NodeEntry entry, long now) {
    NodeEntry old = s.entry;
    if (old != null && !later(entry, old)) {
      return; // a merge of two cluster halves can bring back an old value
    }
    s.alive = s.member || old != null;
    if (s.member && s.departed) {
      s.departed = false;
      s.told = false;
    }
    s.entry = entry;
    s.settled = entry.settled();
    s.leaseNanos = entry.leaseMillis() * 1_000_000;
    s.changedNanos = now;
    keepSince(s.since, entry, now, old != null && entry.incarnation() > old.incarnation());
  }

  private static boolean later(NodeEntry entry, NodeEntry old) {
    return entry.incarnation() == old.incarnation()
        ? entry.beat() > old.beat()
        : entry.incarnation() > old.incarnation();
  }

  private static void keepSince(
      Map<Integer, Long> since, NodeEntry entry, long now, boolean afresh) {
    if (afresh) {
      since.clear();
    }
    Iterator<Integer> ids = since.keySet().iterator();
    while (ids.hasNext()) {
      if (entry.service(ids.next()) == null) {
        ids.remove();
      }
    }
    for (ServiceEntry service : entry.services()) {
      since.putIfAbsent(service.id(), now - service.ageMillis() * 1_000_000);
    }
  }

  /** A node took back its entry. */
  void withdrawn(String node) {
    Seen s = seen.get(node);
    if (s != null) {
      s.departed = true;
      s.present = false;
    }
  }

  /** A node told its peers that it drains; its next entry says the same, or else. */
  void draining(String node) {
    Seen s = seen.get(node);
    if (s != null) {
      s.settled = s.settled.withState(NodeEntry.State.DRAINING);
    }
  }

  /** The cluster says that a node is gone; true if nobody was told yet. */
  boolean lost(String node) {
    Seen s = seen.get(node);
    if (s == null) {
      return false;
    }
    boolean news = !s.told;
    s.departed = true;
    s.member = false;
    s.lost = true;
    s.told = true;
    return news;
  }

  /** Takes in the whole map. */
  Findings reconcile(Map<String, String> all, Set<String> members, long now) {
    List<String> lost = new ArrayList<>();
    Map<String, String> ghosts = new HashMap<>();
    boolean rejoined = false;
    lookedAt = now;
    for (Map.Entry<String, Seen> e : seen.entrySet()) {
      Seen s = e.getValue();
      boolean member = members.contains(e.getKey());
      if (s.member && !member && lost(e.getKey())) {
        lost.add(e.getKey());
      }
      rejoined |= s.lost && member;
      s.lost &= !member;
      s.member = member;
      s.present = false;
    }
    all.forEach((node, text) -> observe(node, text, members.contains(node), now));
    Iterator<Map.Entry<String, Seen>> i = seen.entrySet().iterator();
    while (i.hasNext()) {
      Map.Entry<String, Seen> e = i.next();
      Seen s = e.getValue();
      if (s.ghost(now)) {
        ghosts.put(e.getKey(), all.get(e.getKey()));
      }
      if (!s.member && !s.departed && rows.containsKey(e.getKey()) && !s.listed(now)) {
        s.departed = true;
        s.told = true;
        lost.add(e.getKey());
      }
      if (!s.present && s.expired(now) && !s.listed(now)) {
        i.remove();
      }
    }
    return new Findings(lost, ghosts, rejoined);
  }

  /** Forgives the time in which the map could not be read: beats went by unseen. */
  void forgive(long nanos) {
    seen.values().forEach(s -> s.changedNanos += nanos);
  }

  /** Entries that did not parse so far. */
  long damaged() {
    return damaged;
  }

  /** The table as it follows from all that, or null if that is the one of the last time. */
  @Nullable Table changed() {
    Map<String, Table.Row> next = new TreeMap<>();
    for (Map.Entry<String, Seen> e : seen.entrySet()) {
      Seen s = e.getValue();
      if (s.listed(lookedAt)) {
        boolean sameZone = s.settled.zone().equals(zone);
        next.put(
            e.getKey(),
            new Table.Row(s.settled, false, sameZone, s.expired(lookedAt), Map.copyOf(s.since)));
      }
    }
    if (own != null) {
      next.put(own.node(), new Table.Row(own, true, true, false, Map.copyOf(ownSince)));
    }
    if (next.equals(rows)) {
      return null;
    }
    rows = next;
    return new Table(next.values());
  }
}
