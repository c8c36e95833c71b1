package io.weft.link;

import io.netty.channel.EventLoop;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.eventbus.Message;
import io.vertx.core.eventbus.MessageConsumer;
import io.vertx.core.internal.ContextInternal;
import io.vertx.core.internal.VertxInternal;
import io.vertx.core.internal.logging.Logger;
import io.vertx.core.internal.logging.LoggerFactory;
import io.weft.call.Clock;
import io.weft.link.ledger.StandingQueue;
import io.weft.wire.Reader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One event loop's part of the mesh: listens on an event-bus address of its own, and holds the
 * links to the lanes of other nodes. Everything but {@link #execute} and {@link #inThread} belongs
 * to its thread.
 */
public final class Lane {
  private static final Logger log = LoggerFactory.getLogger(Lane.class);
  private static final int TICK_MILLIS = 10;
  private static final long FLUSH_NANOS = 1_000_000;
  private static final int MAX_LINKS = 8_192;
  private static final int MAX_FORGOTTEN = 1_024;

  private final LaneAddress address;
  private final ContextInternal context;
  private final EventLoop loop;
  private final Lanes.Acceptor acceptor;
  private final Limits limits;
  private final Clock clock;
  private final byte[] head;
  private final LinkStats stats = new LinkStats();
  private final Map<LaneAddress, Link> links = new HashMap<>();
  private final Set<LaneAddress> forgotten = new LinkedHashSet<>();
  private final Set<String> complained = new HashSet<>();
  private final ArrayDeque<Link> dirty = new ArrayDeque<>();
  private final LocalCalls local;
  final StandingQueue queue = new StandingQueue();
  private long flushedAt;
  private final Runnable flushTask = this::flushAll;

  // Not the event loop's own timer: with a timer due in milliseconds, each wait of the loop
  // programs the machine's clock, which costs more than a whole call does.
  private final ScheduledExecutorService ticker;
  private final Runnable tickTask;
  private boolean flushScheduled;
  private boolean forgetful;
  private boolean left;
  private boolean armed;
  private @Nullable MessageConsumer<Batch> consumer;

  Lane(
      LaneAddress address,
      ContextInternal context,
      Lanes.Options options,
      ScheduledExecutorService ticker) {
    this.address = address;
    this.context = context;
    this.loop = context.nettyEventLoop();
    this.acceptor = options.acceptor();
    this.limits = options.limits();
    this.clock = options.clock();
    this.ticker = ticker;
    this.tickTask = () -> loop.execute(this::tick);
    this.head = Batch.template(address);
    this.local = new LocalCalls(this);
  }

  Future<Void> listen() {
    Promise<Void> listening = Promise.promise();
    context.runOnContext(
        start -> {
          MessageConsumer<Batch> c = vertx().eventBus().consumer(address.eventBus());
          consumer = c;
          c.handler(this::receive);
          c.completion().onComplete(listening);
        });
    return listening.future();
  }

  Future<Void> close() {
    Promise<Void> closed = Promise.promise();
    execute(
        () -> {
          flushAll();
          left = true;
          for (Link link : new ArrayList<>(links.values())) {
            link.close("this node left the mesh");
          }
          links.clear();
          local.failAll("this node left the mesh");
          MessageConsumer<Batch> c = consumer;
          if (c == null) {
            closed.complete();
          } else {
            c.unregister().onComplete(closed);
          }
        });
    return closed.future();
  }

  /**
   * Where this lane is.
   *
   * @return its address
   */
  public LaneAddress address() {
    return address;
  }

  /**
   * What it counted.
   *
   * @return the live counters
   */
  public LinkStats stats() {
    return stats;
  }

  /**
   * Whether the calling thread is the lane's.
   *
   * @return true on its event loop
   */
  public boolean inThread() {
    return loop.inEventLoop();
  }

  /**
   * Runs a task on the lane's thread: at once when already there, else soon. Any thread.
   *
   * @param task must not block
   */
  public void execute(Runnable task) {
    if (loop.inEventLoop()) {
      task.run();
    } else {
      loop.execute(task);
    }
  }

  /** Runs a task on the lane's thread, in a later turn. Any thread. */
  void defer(Runnable task) {
    loop.execute(task);
  }

  /**
   * Runs a task later on the lane's thread.
   *
   * @param task must not block
   * @param delayMillis milliseconds
   */
  public void schedule(Runnable task, long delayMillis) {
    loop.schedule(task, delayMillis, TimeUnit.MILLISECONDS);
  }

  /**
   * A service on another node.
   *
   * @param peer the lane that serves it
   * @param serviceId its number there
   * @return the target
   */
  public Target remote(LaneAddress peer, int serviceId) {
    return new RemoteTarget(this, peer, serviceId);
  }

  /**
   * A service on this node.
   *
   * @param served the service
   * @return the target
   */
  public Target local(Served served) {
    return local.to(served);
  }

  /**
   * Sends an event to a node. It may be lost: then the return value or the sequence numbers inside
   * tell.
   *
   * @param peer a lane of the node
   * @param bytes the array
   * @param offset the first byte
   * @param length how many bytes
   * @return false when a bound is reached and nothing is sent
   */
  public boolean event(LaneAddress peer, byte[] bytes, int offset, int length) {
    return link(peer).event(bytes, offset, length);
  }

  /** Tells every peer that this node drains. */
  void goAway() {
    links.values().forEach(Link::goAway);
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
      if (forgotten.size() == MAX_FORGOTTEN) {
        forgotten.remove(forgotten.iterator().next());
        forgetful = true;
      }
      forgotten.add(peer);
      link.close(reason);
    }
  }

  Link link(LaneAddress peer) {
    Link link = links.get(peer);
    if (link == null) {
      link = new Link(this, peer, forgetful || forgotten.contains(peer));
      if (left) {
        link.close("this node left the mesh");
      } else {
        links.put(peer, link);
      }
    }
    return link;
  }

  private void receive(Message<Batch> message) {
    Batch batch;
    Batch.Header header;
    Reader in;
    try {
      batch = message.body();
      in = batch.reader();
      header = Batch.header(in);
    } catch (RuntimeException e) {
      stats.foreign++;
      complain(
          "foreign", "a message on " + address.eventBus() + " is no batch of this version: " + e);
      return;
    }
    stats.batchesIn++;
    stats.bytesIn += batch.length();
    int most = limits.batchBytes() + 2 * limits.messageBytes();
    if (batch.length() > most) {
      stats.malformed++;
      complain(
          header.sender().node(),
          "a batch of %,d bytes from node %s is dropped (limit: %,d)"
              .formatted(batch.length(), header.sender().node(), most));
      return;
    }
    LaneAddress sender = header.sender();
    if (!links.containsKey(sender)) {
      if (links.size() >= MAX_LINKS) {
        stats.foreign++;
        complain("links", "more than " + MAX_LINKS + " lanes talk to " + address.eventBus());
        return;
      }
      if (!newest(sender)) {
        stats.duplicates++;
        return;
      }
    }
    long begun = clock.nanos();
    flushedAt = flushScheduled ? flushedAt : begun;
    queue.begin(begun);
    link(sender).receive(header, in);
    long ended = clock.nanos();
    queue.end(ended);
    flushIfLate(ended);
  }

  /** Replies and refusals must not wait for the handlers of all other calls of a long turn. */
  void flushIfLate(long now) {
    if (now - flushedAt > FLUSH_NANOS) {
      flushedAt = now;
      flushAll();
    }
  }

  /** Whether no later incarnation of the sender is known; earlier ones are let go of. */
  private boolean newest(LaneAddress sender) {
    for (LaneAddress known : new ArrayList<>(links.keySet())) {
      if (known.node().equals(sender.node())) {
        if (known.incarnation() > sender.incarnation()) {
          return false;
        }
        if (known.incarnation() < sender.incarnation()) {
          forget(known, "node " + sender.node() + " started again");
        }
      }
    }
    return true;
  }

  private void complain(String about, String text) {
    if (complained.size() < MAX_FORGOTTEN && complained.add(about)) {
      log.warn(text + "; further ones are only counted");
    }
  }

  void flushLater(Link link) {
    dirty.add(link);
    if (!flushScheduled) {
      flushScheduled = true;
      loop.execute(flushTask);
    }
  }

  private void flushAll() {
    flushScheduled = false;
    for (int i = dirty.size(); i > 0; i--) {
      dirty.remove().flush();
    }
  }

  /** Keeps the ticks coming while anything waits. */
  void arm() {
    if (!armed) {
      armed = true;
      ticker.schedule(tickTask, TICK_MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  private void tick() {
    armed = false;
    boolean idle = false;
    try {
      long now = clock.nanos();
      local.sweep(now);
      idle = local.isEmpty();
      for (Link link : List.copyOf(links.values())) {
        link.tick(now);
        idle &= link.idle();
      }
    } finally {
      // Whatever went wrong with one call, the deadlines of the others stay.
      if (!idle) {
        arm();
      }
    }
  }

  /** Entries in all tables: calls made and served, and batches not acknowledged. */
  int waiting() {
    return local.size() + links.values().stream().mapToInt(Link::waiting).sum();
  }

  boolean hasLeft() {
    return left;
  }

  boolean ticking() {
    return armed;
  }

  long now() {
    return clock.nanos();
  }

  Clock clock() {
    return clock;
  }

  Limits limits() {
    return limits;
  }

  Lanes.Acceptor acceptor() {
    return acceptor;
  }

  byte[] head() {
    return head;
  }

  VertxInternal vertx() {
    return context.owner();
  }
}
