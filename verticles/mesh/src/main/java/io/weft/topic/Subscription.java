package io.weft.topic;

import io.vertx.core.Closeable;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.internal.ContextInternal;
import io.weft.wire.Codec;
import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * A subscription: a bounded buffer in front of one subscriber, emptied on the subscriber's Vert.x
 * context, one event at a time. When the buffer is full, new events are dropped, counted, and told
 * as one {@link Gap} before the next event. Closes by itself when the verticle that made it is
 * undeployed. All methods are safe on any thread.
 */
public final class Subscription {
  /** How many events are handled before other work of the context gets a turn. */
  static final int SLICE = 256;

  private static final System.Logger LOG = System.getLogger(Subscription.class.getName());

  /**
   * What happened since the start.
   *
   * @param delivered events handed to the subscriber
   * @param dropped events dropped here: the buffer was full, or their bytes were damaged
   * @param mismatched events that matched by topic but were of another type
   */
  public record Counts(long delivered, long dropped, long mismatched) {}

  /**
   * Who subscribed.
   *
   * @param context where everything below runs; not a duplicate
   * @param events takes {@link Event} or {@link RawEvent}
   * @param ended told once, null when closed
   */
  record Subscriber(
      ContextInternal context, Handler<Object> events, Handler<@Nullable Throwable> ended) {}

  private final LocalSubscriptions owner;
  private final String pattern;
  private final EventType<?> type;
  private final SubscribeOptions options;
  private final Subscriber subscriber;
  private final Closeable closeHook;

  /** Events and gaps in order; it guards the fields below. */
  private final ArrayDeque<Object> queue = new ArrayDeque<>();

  private @Nullable Gap tail;
  private int waiting;
  private long demand;
  private boolean scheduled;
  private boolean closed;
  private long delivered;
  private long dropped;
  private long mismatched;
  private boolean gapLogged;

  Subscription(
      LocalSubscriptions owner,
      String pattern,
      EventType<?> type,
      SubscribeOptions options,
      Subscriber subscriber) {
    this.owner = owner;
    this.pattern = pattern;
    this.type = type;
    this.options = options;
    this.subscriber = subscriber;
    this.closeHook =
        done -> {
          // The cluster may be going down itself: whoever undeploys must not wait for it.
          close();
          done.succeed();
        };
    subscriber.context().addCloseHook(closeHook);
  }

  /**
   * What it matches.
   *
   * @return a topic, possibly with wildcards
   */
  public String pattern() {
    return pattern;
  }

  /**
   * Its group.
   *
   * @return the name, null for none
   */
  public @Nullable String group() {
    return options.group();
  }

  /**
   * The counters.
   *
   * @return a snapshot
   */
  public Counts counts() {
    synchronized (queue) {
      return new Counts(delivered, dropped, mismatched);
    }
  }

  /**
   * Ends the subscription: what waits is dropped, and no handler is called after, save one that
   * runs already when this is called on another thread. Closing twice is closing once.
   *
   * @return completes when the cluster knows
   */
  public Future<Void> close() {
    end(null);
    return owner.remove(this);
  }

  EventType<?> type() {
    return type;
  }

  boolean full() {
    synchronized (queue) {
      return waiting >= options.buffer();
    }
  }

  /** Stops delivery; false when it had ended before. */
  boolean end(@Nullable Throwable cause) {
    synchronized (queue) {
      if (closed) {
        return false;
      }
      closed = true;
      queue.clear();
      waiting = 0;
      tail = null;
    }
    subscriber.context().removeCloseHook(closeHook);
    subscriber.ended().handle(cause);
    return true;
  }

  /** Lets the subscriber have more events. */
  void demand(long events) {
    boolean start;
    synchronized (queue) {
      demand = demand + events < 0 ? Long.MAX_VALUE : demand + events;
      start = shouldStart();
    }
    start(start);
  }

  /** Takes an event, or drops and counts it. */
  void accept(Letter letter) {
    if (!type.takes(letter.type())) {
      mismatch(letter);
      return;
    }
    Object event = null;
    if (!full()) {
      try {
        Codec<?> codec = type.codec();
        event = codec == null ? letter.raw() : letter.as(codec);
      } catch (RuntimeException e) {
        owner.damaged("event on " + letter.topic() + " from " + letter.publisher(), e);
      }
    }
    boolean start;
    synchronized (queue) {
      if (closed) {
        return;
      }
      if (event == null || waiting >= options.buffer()) {
        dropped++;
        owner.counters().dropped.increment();
        addGap(new Gap(letter.topic(), letter.publisher(), 1));
      } else {
        if (tail != null) {
          queue.add(tail);
          tail = null;
        }
        queue.add(event);
        waiting++;
      }
      start = shouldStart();
    }
    start(start);
  }

  /** Notes a loss before the next event. */
  void lost(String publisher, long count) {
    boolean start;
    synchronized (queue) {
      addGap(new Gap(pattern, publisher, count));
      start = shouldStart();
    }
    start(start);
  }

  private void addGap(Gap gap) {
    tail = tail == null ? gap : tail.plus(gap, pattern);
  }

  private void mismatch(Letter letter) {
    owner.counters().mismatched.increment();
    boolean first;
    synchronized (queue) {
      first = mismatched++ == 0;
    }
    if (first) {
      LocalSubscriptions.logMismatch(letter, this);
    }
  }

  private boolean shouldStart() {
    if (scheduled || closed || demand == 0 || (queue.isEmpty() && tail == null)) {
      return false;
    }
    scheduled = true;
    return true;
  }

  private void start(boolean start) {
    if (!start) {
      return;
    }
    try {
      // Never at once, even on the right thread: handlers may not run inside publish.
      subscriber.context().runOnContext(none -> drain());
    } catch (RejectedExecutionException gone) {
      close();
    }
  }

  private void drain() {
    for (int i = 0; i < SLICE; i++) {
      Object next;
      synchronized (queue) {
        next = poll();
        if (next == null) {
          scheduled = false;
          return;
        }
      }
      deliver(next);
    }
    start(true);
  }

  private @Nullable Object poll() {
    if (closed || demand == 0) {
      return null;
    }
    Object next = queue.poll();
    if (next == null) {
      next = tail;
      tail = null;
    } else if (!(next instanceof Gap)) {
      waiting--;
      delivered++;
      demand -= demand == Long.MAX_VALUE ? 0 : 1;
      owner.counters().delivered.increment();
    }
    return next;
  }

  private void deliver(Object next) {
    if (next instanceof Gap gap) {
      tell(gap);
      return;
    }
    Map<String, String> baggage =
        next instanceof Event<?> typed ? typed.baggage() : ((RawEvent) next).baggage();
    LocalSubscriptions.inherit(subscriber.context(), baggage).dispatch(next, subscriber.events());
  }

  private void tell(Gap gap) {
    Handler<Gap> handler = options.gaps();
    if (handler != null) {
      subscriber.context().dispatch(gap, handler);
    } else {
      LOG.log(
          gapLogged ? Level.DEBUG : Level.WARNING,
          "subscription {0} lost events: {1}",
          pattern,
          gap);
      gapLogged = true;
    }
  }
}
