package io.weft.link;

import io.netty.channel.EventLoop;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.FastThreadLocal;
import io.vertx.core.Future;
import io.vertx.core.internal.ContextInternal;
import io.vertx.core.internal.VertxInternal;
import io.weft.call.Clock;
import io.weft.wire.Reader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import org.jspecify.annotations.Nullable;

/** The lanes of this node, one for each event loop of its Vert.x. Safe for all threads. */
public final class Lanes {
  private final VertxInternal vertx;
  private final List<Lane> lanes = new ArrayList<>();
  private final Map<EventLoop, Lane> byLoop = new HashMap<>();
  private final FastThreadLocal<Lane> current = new FastThreadLocal<>();
  private volatile boolean registered;
  private volatile Map<String, Long> members = Map.of();
  private final ScheduledThreadPoolExecutor ticker =
      new ScheduledThreadPoolExecutor(
          1, new DefaultThreadFactory("weft-ticker", true), new ThreadPoolExecutor.DiscardPolicy());

  /** What the node does with what arrives on its lanes. Called on the lane's thread. */
  public interface Acceptor {
    /**
     * Finds what is served under a number.
     *
     * @param id the node's own number of a service, as its registry entry tells
     * @return the service, null when it is not or no longer served
     */
    @Nullable Served served(int id);

    /**
     * Takes an event.
     *
     * @param from the lane it comes from
     * @param payload the event; valid during this call
     */
    void event(LaneAddress from, Reader payload);

    /**
     * A node drains: calls should go elsewhere from now on.
     *
     * @param node its id
     */
    void goAway(String node);
  }

  /**
   * What the lanes of a node share.
   *
   * @param node the node's id
   * @param incarnation this start of the mesh
   * @param acceptor takes what arrives
   * @param limits the bounds
   * @param clock the time
   */
  public record Options(
      String node, long incarnation, Acceptor acceptor, Limits limits, Clock clock) {}

  /**
   * Creates the lanes; {@link #start} lets them listen.
   *
   * @param vertx whose event loops are used
   * @param options what they share
   */
  public Lanes(VertxInternal vertx, Options options) {
    this.vertx = vertx;
    for (EventExecutor executor : vertx.nettyEventLoopGroup()) {
      EventLoop loop = (EventLoop) executor;
      ContextInternal context = vertx.contextBuilder().withEventLoop(loop).build();
      LaneAddress address = new LaneAddress(options.node(), options.incarnation(), lanes.size());
      Lane lane = new Lane(address, context, options, ticker, this::knows);
      lanes.add(lane);
      byLoop.put(loop, lane);
    }
  }

  /**
   * Lets every lane listen.
   *
   * @return completes when the cluster knows all of them
   */
  public Future<Void> start() {
    try {
      vertx.eventBus().registerCodec(new Batch.Codec());
      registered = true;
    } catch (IllegalStateException e) {
      return Future.failedFuture(
          new IllegalStateException(
              "this Vert.x has joined a mesh already (expected: once at a time); close that mesh first",
              e));
    }
    return Future.all(lanes.stream().map(Lane::listen).toList()).mapEmpty();
  }

  /**
   * Fails what is pending and stops listening.
   *
   * @return completes when the cluster knows
   */
  public Future<Void> close() {
    return Future.join(lanes.stream().map(Lane::close).toList())
        .<Void>mapEmpty()
        .eventually(
            () -> {
              ticker.shutdownNow();
              if (registered) {
                vertx.eventBus().unregisterCodec(Batch.Codec.NAME);
              }
              return Future.succeededFuture();
            });
  }

  /**
   * All lanes, by index.
   *
   * @return an unmodifiable list
   */
  public List<Lane> all() {
    return List.copyOf(lanes);
  }

  /**
   * The lane of the calling thread's event loop; for worker, virtual and foreign threads the lane
   * of their context's event loop, or one chosen by the thread, always the same.
   *
   * @return a lane
   */
  public Lane current() {
    Lane lane = current.getIfExists();
    if (lane != null) {
      return lane;
    }
    ContextInternal context = ContextInternal.current();
    lane = context == null ? null : byLoop.get(context.nettyEventLoop());
    if (lane == null) {
      return lanes.get((int) (Thread.currentThread().getId() % lanes.size()));
    }
    if (lane.inThread()) {
      current.set(lane);
    }
    return lane;
  }

  /**
   * The lane of a context's event loop.
   *
   * @param context a context of the same Vert.x
   * @return the lane, null for a context of another Vert.x
   */
  public @Nullable Lane of(ContextInternal context) {
    return byLoop.get(context.nettyEventLoop());
  }

  /** Tells every peer that this node drains. */
  public void goAway() {
    lanes.forEach(lane -> lane.execute(lane::goAway));
  }

  /**
   * Fails everything that waits for a node.
   *
   * @param node its id
   * @param upToIncarnation its incarnations up to this one; {@link Long#MAX_VALUE} for all
   * @param reason for people
   */
  public void lost(String node, long upToIncarnation, String reason) {
    lanes.forEach(lane -> lane.execute(() -> lane.lost(node, upToIncarnation, reason)));
  }

  /**
   * Tells which nodes the mesh has now. What waits for one that is gone, or for an earlier start of
   * one, fails. To be called by one thread at a time.
   *
   * @param incarnations of all nodes, by their id
   */
  public void members(Map<String, Long> incarnations) {
    Map<String, Long> before = members;
    Map<String, Long> after = Map.copyOf(incarnations);
    members = after;
    before.forEach(
        (node, incarnation) -> {
          Long now = after.get(node);
          if (now == null) {
            lost(node, incarnation, "node " + node + " left the mesh");
          } else if (now > incarnation) {
            lost(node, now - 1, "node " + node + " started again");
          }
        });
  }

  private boolean knows(LaneAddress lane) {
    Long incarnation = members.get(lane.node());
    return incarnation != null && incarnation == lane.incarnation();
  }
}
