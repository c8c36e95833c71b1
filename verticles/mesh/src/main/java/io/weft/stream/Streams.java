package io.weft.stream;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Promise;
import io.vertx.core.streams.ReadStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Small sources and sinks of streams. All of them honour demand. */
public final class Streams {
  /** A source that can be told that nobody reads it any more. */
  interface Closeable {
    void close();
  }

  private Streams() {}

  /**
   * A stream over an iterator. The iterator is asked for an item only when the consumer is ready
   * for it, on the thread that is ready; it must not block.
   *
   * @param items the items; an exception of the iterator fails the stream
   * @param <T> the items
   * @return the stream
   */
  public static <T> ReadStream<T> from(Iterator<? extends T> items) {
    return new IteratorStream<>(items);
  }

  /**
   * A stream over a collection.
   *
   * @param items the items
   * @param <T> the items
   * @return the stream
   */
  public static <T> ReadStream<T> from(Iterable<? extends T> items) {
    return from(items.iterator());
  }

  /**
   * Maps each item.
   *
   * @param stream the source; must not be used any more
   * @param mapper an exception of it fails the stream
   * @param <T> the items in
   * @param <R> the items out
   * @return the mapped stream
   */
  public static <T, R> ReadStream<R> map(
      ReadStream<T> stream, Function<? super T, ? extends R> mapper) {
    return new MappedStream<>(stream, mapper);
  }

  /**
   * Reads a whole stream.
   *
   * @param stream the stream
   * @param <T> the items
   * @return the items in order; fails when the stream fails
   */
  public static <T> Future<List<T>> toList(ReadStream<T> stream) {
    List<T> items = new ArrayList<>();
    return forEach(stream, items::add).map(items);
  }

  /**
   * Hands each item to a consumer.
   *
   * @param stream the stream
   * @param consumer takes the items, on the stream's context; an exception ends reading
   * @param <T> the items
   * @return completes at the end; fails when the stream or the consumer fails
   */
  public static <T> Future<Void> forEach(ReadStream<T> stream, Handler<? super T> consumer) {
    Promise<Void> done = Promise.promise();
    stream.exceptionHandler(done::tryFail);
    stream.endHandler(end -> done.tryComplete());
    stream.handler(
        item -> {
          if (done.future().isComplete()) {
            return;
          }
          try {
            consumer.handle(item);
          } catch (RuntimeException e) {
            close(stream);
            done.tryFail(e);
          }
        });
    return done.future();
  }

  /** Lets go of a stream in the middle. */
  static void close(ReadStream<?> stream) {
    if (stream instanceof InboundStream<?> inbound) {
      inbound.cancel();
    } else if (stream instanceof Closeable closeable) {
      closeable.close();
    } else {
      stream.handler(null);
    }
  }

  private static final class IteratorStream<T> implements ReadStream<T>, Closeable {
    private final Iterator<? extends T> items;
    private long demand = Long.MAX_VALUE;
    private boolean emitting;
    private boolean done;
    private boolean told;
    private @Nullable Throwable failure;
    private @Nullable Handler<T> handler;
    private @Nullable Handler<Void> endHandler;
    private @Nullable Handler<Throwable> exceptionHandler;

    IteratorStream(Iterator<? extends T> items) {
      this.items = items;
    }

    private void emit() {
      if (emitting) {
        return;
      }
      emitting = true;
      try {
        while (!done && handler != null && demand > 0 && items.hasNext()) {
          if (demand != Long.MAX_VALUE) {
            demand--;
          }
          handler.handle(items.next());
        }
        done = done || handler != null && !items.hasNext();
      } catch (RuntimeException e) {
        done = true;
        failure = e;
      } finally {
        emitting = false;
      }
      tell();
    }

    /** Tells the end once; a handler that is set late misses nothing. */
    private void tell() {
      Handler<Void> ended = endHandler;
      Handler<Throwable> failed = exceptionHandler;
      if (!done || told || emitting) {
        return;
      }
      if (failure != null && failed != null) {
        told = true;
        failed.handle(failure);
      } else if (failure == null && ended != null) {
        told = true;
        ended.handle(null);
      }
    }

    @Override
    public void close() {
      done = true;
      told = true;
    }

    @Override
    public ReadStream<T> handler(@Nullable Handler<T> newHandler) {
      handler = newHandler;
      emit();
      return this;
    }

    @Override
    public ReadStream<T> pause() {
      demand = 0;
      return this;
    }

    @Override
    public ReadStream<T> resume() {
      return fetch(Long.MAX_VALUE);
    }

    @Override
    public ReadStream<T> fetch(long amount) {
      if (amount < 0) {
        throw new IllegalArgumentException("fetch: " + amount + " (expected: 0 or more)");
      }
      demand = demand + amount < 0 ? Long.MAX_VALUE : demand + amount;
      emit();
      return this;
    }

    @Override
    public ReadStream<T> endHandler(@Nullable Handler<Void> newHandler) {
      endHandler = newHandler;
      tell();
      return this;
    }

    @Override
    public ReadStream<T> exceptionHandler(@Nullable Handler<Throwable> newHandler) {
      exceptionHandler = newHandler;
      tell();
      return this;
    }
  }
}
