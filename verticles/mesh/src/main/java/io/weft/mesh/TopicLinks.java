package io.weft.mesh;

import io.vertx.core.Future;
import io.weft.link.Lane;
import io.weft.link.LaneAddress;
import io.weft.link.Lanes;
import io.weft.registry.ContractEntry;
import io.weft.registry.NodeEntry;
import io.weft.registry.Registry;
import io.weft.registry.Table;
import io.weft.topic.Cluster;
import io.weft.topic.Topics;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** Carries events over links, and subscriptions through the registry. */
final class TopicLinks implements Cluster {
  private static final System.Logger LOG = System.getLogger(TopicLinks.class.getName());

  private final Lanes lanes;
  private final Registry registry;
  private final List<Lane> all;
  private final List<AtomicLong> hopping;
  private final long mostHopping;
  private volatile Consumer<String> undelivered = node -> {};

  /**
   * Creates the way.
   *
   * @param lanes the lanes of this node
   * @param registry who is there
   * @param mostHopping bytes that may wait for a lane's thread
   */
  TopicLinks(Lanes lanes, Registry registry, long mostHopping) {
    this.lanes = lanes;
    this.registry = registry;
    this.all = lanes.all();
    this.hopping = all.stream().map(lane -> new AtomicLong()).toList();
    this.mostHopping = mostHopping;
  }

  void changed(Table table, Topics topics) {
    List<Interest> interests = new ArrayList<>();
    Map<String, Long> incarnations = new HashMap<>();
    for (NodeEntry node : table.nodes()) {
      incarnations.put(node.node(), node.incarnation());
      for (NodeEntry.Subscription s : node.subscriptions()) {
        interests.add(new Interest(node.node(), s.pattern(), s.group(), s.type()));
      }
    }
    lanes.members(incarnations);
    topics.members(incarnations.keySet());
    topics.interest(interests);
  }

  @Override
  public int strands() {
    return all.size() * 2;
  }

  @Override
  public int strand() {
    Lane lane = lanes.current();
    int index = lane.address().lane();
    return lane.inThread() ? index : all.size() + index;
  }

  @Override
  public boolean send(int strand, String node, byte[] bytes, int offset, int length) {
    NodeEntry entry = registry.table().node(node);
    if (entry == null || entry.lanes() == 0) {
      return false;
    }
    Lane lane = all.get(strand % all.size());
    LaneAddress peer =
        new LaneAddress(node, entry.incarnation(), lane.address().lane() % entry.lanes());
    if (strand < all.size() && lane.inThread()) {
      return lane.event(peer, bytes, offset, length);
    }
    AtomicLong waiting = hopping.get(strand % all.size());
    if (waiting.addAndGet(length) > mostHopping) {
      waiting.addAndGet(-length);
      return false;
    }
    byte[] copy = Arrays.copyOfRange(bytes, offset, offset + length);
    lane.execute(
        () -> {
          waiting.addAndGet(-copy.length);
          if (!lane.event(peer, copy, 0, copy.length)) {
            undelivered.accept(node);
          }
        });
    return true;
  }

  /** Who is told of events that were taken and then could not be sent; any thread. */
  void onUndelivered(Consumer<String> listener) {
    undelivered = listener;
  }

  /** Tells the mesh what events of a type look like, so that every node can show them. */
  void typed(String type, byte[] descriptors) {
    registry
        .publish(ContractEntry.event(type, descriptors))
        .onFailure(
            cause -> LOG.log(Level.DEBUG, "event type {0} is not known yet: {1}", type, cause));
  }

  @Override
  public Future<Void> announce(List<Interest> mine) {
    List<NodeEntry.Subscription> list =
        mine.stream()
            .map(i -> new NodeEntry.Subscription(i.pattern(), i.group(), i.type()))
            .toList();
    return registry.update(own -> own.withSubscriptions(list));
  }
}
