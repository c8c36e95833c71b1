package io.weft.stream;

import io.vertx.core.internal.ContextInternal;
import io.vertx.core.streams.ReadStream;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * The sending end of a stream: pulls from the user's source exactly what the far consumer is ready
 * for, in items and bytes. Beyond the byte window at most one slice of items is under way.
 *
 * @param <T> the items
 */
public final class OutboundStream<T> {
  /** Where the items go. Called on the transport's thread only. */
  public interface Sink<T> {
    /**
     * Sends an item.
     *
     * @param item the item
     * @return its encoded size in bytes; -1 when it could not be sent and the stream is over
     */
    int item(T item);

    /**
     * Asks whether there is room for items now.
     *
     * @param stream the stream that wants to send; when there is no room, its {@link
     *     OutboundStream#credit} is to be called, with 0 and 0, when there is
     * @return false to make the stream wait
     */
    default boolean ready(OutboundStream<T> stream) {
      return true;
    }

    /**
     * Ends the stream.
     *
     * @param cause null for a normal end
     */
    void end(@Nullable Throwable cause);
  }

  /** The most items that may be under way when the byte credit is used up. */
  static final int MAX_SLICE = 64;

  private final ReadStream<T> source;
  private final ContextInternal context;
  private final Executor transport;
  private final Sink<T> sink;
  private long itemCredit;
  private long byteCredit;
  private int itemBytes = 1 << 14;
  private long underWay;
  private volatile boolean read;
  private boolean fetching;
  private boolean ended;

  /**
   * Creates the end; {@link #start} attaches it to the source.
   *
   * @param source the user's stream, not yet read by anybody
   * @param context where the source is read
   * @param transport runs a task on the transport's thread, at once when already there
   * @param sink where items go
   */
  public OutboundStream(
      ReadStream<T> source, ContextInternal context, Executor transport, Sink<T> sink) {
    this.source = source;
    this.context = context;
    this.transport = transport;
    this.sink = sink;
  }

  /** Starts reading, paused until credit comes. */
  public void start() {
    onSource(
        () -> {
          source.pause();
          source.exceptionHandler(failure -> transport.execute(() -> finish(failure)));
          source.endHandler(end -> transport.execute(() -> finish(null)));
          source.handler(item -> transport.execute(() -> send(item)));
        });
  }

  /** Touches the user's stream: what it throws fails this stream, not the transport. */
  private void onSource(Runnable code) {
    context.execute(
        () -> {
          try {
            code.run();
          } catch (RuntimeException e) {
            transport.execute(() -> finish(e));
          }
        });
  }

  /**
   * Takes credit from the far consumer. On the transport's thread.
   *
   * @param items more items; what is left never exceeds {@link Window#MOST}
   * @param bytes more bytes, likewise
   */
  public void credit(int items, int bytes) {
    itemCredit = Window.mostItems(itemCredit, items);
    byteCredit = Window.mostBytes(byteCredit, bytes);
    fetch();
  }

  /** Stops reading: the far end wants nothing more. On the transport's thread. */
  public void cancel() {
    if (!ended) {
      ended = true;
      release();
    }
  }

  private void send(T item) {
    if (ended) {
      return;
    }
    underWay--;
    int bytes = sink.item(item);
    if (bytes < 0) {
      ended = true;
      release();
      return;
    }
    byteCredit -= bytes;
    itemBytes = Math.max(1, bytes);
    fetch();
  }

  private void finish(@Nullable Throwable cause) {
    if (!ended) {
      ended = true;
      sink.end(cause);
    }
  }

  private void fetch() {
    if (fetching) {
      return;
    }
    fetching = true;
    for (int slice = slice(); slice > 0; slice = slice()) {
      underWay += slice;
      read = true;
      itemCredit -= slice;
      int amount = slice;
      onSource(() -> source.fetch(amount));
    }
    fetching = false;
  }

  private int slice() {
    if (ended || underWay > 0 || itemCredit <= 0 || byteCredit <= 0 || !sink.ready(this)) {
      return 0;
    }
    return (int) Math.min(Math.min(itemCredit, MAX_SLICE), Math.max(1, byteCredit / itemBytes));
  }

  /**
   * Lets go of the source. Unread it stays as it was, for another attempt; else an inbound stream
   * is cancelled, another one runs dry.
   */
  private void release() {
    onSource(
        () -> {
          source.handler(null);
          source.endHandler(null);
          source.exceptionHandler(null);
          if (!read) {
            return;
          }
          if (source instanceof InboundStream<?> inbound) {
            inbound.cancel();
          } else if (source instanceof Streams.Closeable closeable) {
            closeable.close();
          } else {
            source.resume();
          }
        });
  }
}
