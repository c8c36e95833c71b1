package io.weft.stream;

import io.vertx.core.Handler;
import io.vertx.core.internal.ContextInternal;
import io.vertx.core.streams.ReadStream;
import java.util.ArrayDeque;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The consuming end of a stream. Items wait here, at most a window of them, while the consumer has
 * no handler or is paused; what it consumes is given back to the {@link Producer} as demand.
 *
 * <p>The producer is not believed: an item beyond what it was granted is refused, so that no more
 * than a window ever waits here. In bytes, a producer that keeps to the rules of {@link
 * OutboundStream} may exceed the window by one slice of items.
 *
 * <p>Handlers run on the consumer's context, one at a time. {@link #open}, {@link #receive} and
 * {@link #end} may be called from any one thread at a time.
 *
 * @param <T> the items
 */
public final class InboundStream<T> implements ReadStream<T> {
  private record Item<T>(T value, int bytes) {}

  private final ContextInternal context;
  private final Producer producer;
  private final Window window;
  private final ArrayDeque<Item<T>> waiting = new ArrayDeque<>();
  private final AtomicLong grantedItems = new AtomicLong();
  private final AtomicLong grantedBytes = new AtomicLong();
  private long receivedItems;
  private long receivedBytes;
  private int beyond;
  private long demand = Long.MAX_VALUE;
  private int consumedItems;
  private int consumedBytes;
  private boolean draining;
  private boolean finishing;
  private boolean finished;
  private @Nullable Throwable failure;
  private @Nullable Handler<T> handler;
  private @Nullable Handler<Void> endHandler;
  private @Nullable Handler<Throwable> exceptionHandler;

  /**
   * Creates a stream and grants the first window.
   *
   * @param context where handlers run
   * @param window the most that may wait here
   * @param producer the far end
   */
  public InboundStream(ContextInternal context, Window window, Producer producer) {
    this.context = context;
    this.window = window;
    this.producer = producer;
  }

  /**
   * The most that may be under way.
   *
   * @return the window
   */
  public Window window() {
    return window;
  }

  /**
   * Grants the first window. To be called once for each producer, when it can take it; what another
   * one was granted before counts no longer.
   */
  public void open() {
    grantedItems.set(receivedItems + window.items());
    grantedBytes.set(receivedBytes + window.bytes());
    beyond = 0;
    producer.demand(window.items(), window.bytes());
  }

  /**
   * Takes an item from the producer.
   *
   * @param item the item
   * @param bytes its encoded size, 0 where sizes are not counted
   * @return false when the producer was not granted so much: the item is refused, and the producer
   *     is to be stopped
   */
  public boolean receive(T item, int bytes) {
    if (overrun(bytes)) {
      return false;
    }
    if (context.inThread()) {
      accept(item, bytes);
    } else {
      context.execute(() -> accept(item, bytes));
    }
    return true;
  }

  private boolean overrun(int bytes) {
    if (receivedItems >= grantedItems.get()) {
      return true;
    }
    beyond = receivedBytes < grantedBytes.get() ? 0 : beyond + 1;
    if (beyond >= OutboundStream.MAX_SLICE) {
      return true;
    }
    receivedItems++;
    receivedBytes += bytes;
    return false;
  }

  /**
   * Ends the stream after the items already received.
   *
   * @param cause null for a normal end
   */
  public void end(@Nullable Throwable cause) {
    context.execute(
        () -> {
          if (!finishing) {
            finishing = true;
            failure = cause;
            drain();
          }
        });
  }

  /** Wants nothing more: drops what waits and tells the producer. No handler is called after. */
  public void cancel() {
    context.execute(
        () -> {
          if (!finished) {
            finished = true;
            finishing = true;
            waiting.clear();
            producer.cancel();
          }
        });
  }

  private void accept(T item, int bytes) {
    if (finishing) {
      return;
    }
    Handler<T> h = handler;
    if (h != null && demand > 0 && !draining && waiting.isEmpty()) {
      deliver(h, item, bytes);
      drain();
    } else {
      waiting.add(new Item<>(item, bytes));
      drain();
    }
  }

  private void drain() {
    if (draining) {
      return;
    }
    draining = true;
    try {
      Handler<T> h = handler;
      while (h != null && demand > 0 && !waiting.isEmpty()) {
        Item<T> next = waiting.poll();
        deliver(h, next.value(), next.bytes());
        h = handler;
      }
    } finally {
      draining = false;
    }
    if (finishing && !finished && waiting.isEmpty()) {
      finish();
    }
  }

  private void deliver(Handler<T> h, T item, int bytes) {
    boolean outer = draining;
    draining = true;
    if (demand != Long.MAX_VALUE) {
      demand--;
    }
    context.dispatch(item, h);
    draining = outer;
    consumedItems++;
    consumedBytes += bytes;
    if (!finishing
        && (consumedItems * 2 >= window.items() || consumedBytes * 2L >= window.bytes())) {
      int items = consumedItems;
      int size = consumedBytes;
      consumedItems = 0;
      consumedBytes = 0;
      grantedItems.addAndGet(items);
      grantedBytes.addAndGet(size);
      producer.demand(items, size);
    }
  }

  private void finish() {
    Throwable cause = failure;
    // A failure waits for its handler, an end for any handler: a consumer set up late misses
    // nothing.
    if (cause != null && exceptionHandler != null) {
      finished = true;
      context.dispatch(cause, exceptionHandler);
      if (endHandler != null) {
        context.dispatch(null, endHandler);
      }
    } else if (cause == null && endHandler != null && demand > 0) {
      finished = true;
      context.dispatch(null, endHandler);
    }
  }

  private void onContext(Runnable change) {
    if (context.inThread()) {
      change.run();
      drain();
    } else {
      context.execute(
          () -> {
            change.run();
            drain();
          });
    }
  }

  @Override
  public InboundStream<T> handler(@Nullable Handler<T> newHandler) {
    onContext(() -> handler = newHandler);
    return this;
  }

  @Override
  public InboundStream<T> endHandler(@Nullable Handler<Void> newHandler) {
    onContext(() -> endHandler = newHandler);
    return this;
  }

  @Override
  public InboundStream<T> exceptionHandler(@Nullable Handler<Throwable> newHandler) {
    onContext(() -> exceptionHandler = newHandler);
    return this;
  }

  @Override
  public InboundStream<T> pause() {
    onContext(() -> demand = 0);
    return this;
  }

  @Override
  public InboundStream<T> resume() {
    return fetch(Long.MAX_VALUE);
  }

  @Override
  public InboundStream<T> fetch(long amount) {
    if (amount < 0) {
      throw new IllegalArgumentException("fetch: " + amount + " (expected: 0 or more)");
    }
    onContext(() -> demand = demand + amount < 0 ? Long.MAX_VALUE : demand + amount);
    return this;
  }
}
