package io.weft.link;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The links of one lane by their peer, and what is remembered of those that are gone. On the lane's
 * thread.
 */
final class Links {
  static final int MOST = 8_192;
  static final int MOST_FORGOTTEN = 1_024;
  private static final long LOOK_NANOS = 100_000_000;

  private final Lane lane;
  private final Predicate<LaneAddress> known;
  private final Map<LaneAddress, Link> links = new HashMap<>();
  private final Set<LaneAddress> forgotten = new LinkedHashSet<>();
  private boolean forgetful;
  private boolean looked;
  private long lookedAt;

  /**
   * Creates the table.
   *
   * @param lane whose links they are
   * @param known whether the mesh knows a lane of another node
   */
  Links(Lane lane, Predicate<LaneAddress> known) {
    this.lane = lane;
    this.known = known;
  }

  /** The link to a lane; made when there is none. */
  Link to(LaneAddress peer) {
    Link link = links.get(peer);
    if (link == null) {
      link = new Link(lane, peer, forgetful || forgotten.contains(peer));
      links.put(peer, link);
    }
    return link;
  }

  /** The link over which a lane sends; null when there is no room for one more, or it is old. */
  @Nullable Link from(LaneAddress sender) {
    Link link = links.get(sender);
    if (link != null) {
      return link;
    }
    if (links.size() >= MOST && !makeRoom()) {
      lane.stats().foreign++;
      lane.complain("links", "more than " + MOST + " lanes talk to " + lane.address().eventBus());
      return null;
    }
    if (!newest(sender)) {
      lane.stats().duplicates++;
      return null;
    }
    return to(sender);
  }

  /** Whether no later incarnation of the sender is known; earlier ones are let go of. */
  private boolean newest(LaneAddress sender) {
    for (LaneAddress peer : new ArrayList<>(links.keySet())) {
      if (peer.node().equals(sender.node())) {
        if (peer.incarnation() > sender.incarnation()) {
          return false;
        }
        if (peer.incarnation() < sender.incarnation()) {
          forget(peer, "node " + sender.node() + " started again");
        }
      }
    }
    return true;
  }

  /**
   * Lets go of the links on which nothing waits, of lanes that the mesh does not know: whoever
   * forges senders must not keep out those that are real. Looks through the table 10 times a second
   * at most.
   */
  private boolean makeRoom() {
    long now = lane.now();
    if (looked && now - lookedAt < LOOK_NANOS) {
      return false;
    }
    looked = true;
    lookedAt = now;
    for (LaneAddress peer : new ArrayList<>(links.keySet())) {
      Link link = links.get(peer);
      if (link != null && link.idle() && !known.test(peer)) {
        lane.stats().evicted++;
        forget(peer, "nobody knows node " + peer.node());
      }
    }
    return links.size() < MOST;
  }

  /** A node left, or came back as another incarnation. */
  void lost(String node, long upToIncarnation, String reason) {
    for (LaneAddress peer : new ArrayList<>(links.keySet())) {
      if (peer.node().equals(node) && peer.incarnation() <= upToIncarnation) {
        forget(peer, reason);
      }
    }
  }

  private void forget(LaneAddress peer, String reason) {
    Link link = links.remove(peer);
    if (link != null) {
      if (forgotten.size() == MOST_FORGOTTEN) {
        forgotten.remove(forgotten.iterator().next());
        forgetful = true;
      }
      forgotten.add(peer);
      link.close(reason);
    }
  }

  void closeAll(String reason) {
    for (Link link : new ArrayList<>(links.values())) {
      link.close(reason);
    }
    links.clear();
  }

  /** A copy. */
  List<Link> all() {
    return List.copyOf(links.values());
  }

  /** Entries in all tables: calls made and served, and batches not acknowledged. */
  int waiting() {
    return links.values().stream().mapToInt(Link::waiting).sum();
  }
}
