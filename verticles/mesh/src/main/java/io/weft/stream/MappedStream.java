package io.weft.stream;

import io.vertx.core.Handler;
import io.vertx.core.streams.ReadStream;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A stream whose items pass through a function; demand goes straight to the source. */
final class MappedStream<T, R> implements ReadStream<R>, Streams.Closeable {
  private final ReadStream<T> source;
  private final Function<? super T, ? extends R> mapper;
  private @Nullable Handler<Throwable> exceptionHandler;

  MappedStream(ReadStream<T> source, Function<? super T, ? extends R> mapper) {
    this.source = source;
    this.mapper = mapper;
  }

  @Override
  public ReadStream<R> handler(@Nullable Handler<R> handler) {
    source.handler(handler == null ? null : item -> deliver(item, handler));
    return this;
  }

  private void deliver(T item, Handler<R> handler) {
    R mapped;
    try {
      mapped = mapper.apply(item);
    } catch (RuntimeException e) {
      Handler<Throwable> failed = exceptionHandler;
      source.endHandler(null);
      close();
      if (failed != null) {
        failed.handle(e);
      }
      return;
    }
    handler.handle(mapped);
  }

  @Override
  public void close() {
    Streams.close(source);
  }

  @Override
  public ReadStream<R> pause() {
    source.pause();
    return this;
  }

  @Override
  public ReadStream<R> resume() {
    source.resume();
    return this;
  }

  @Override
  public ReadStream<R> fetch(long amount) {
    source.fetch(amount);
    return this;
  }

  @Override
  public ReadStream<R> endHandler(@Nullable Handler<Void> handler) {
    source.endHandler(handler);
    return this;
  }

  @Override
  public ReadStream<R> exceptionHandler(@Nullable Handler<Throwable> handler) {
    exceptionHandler = handler;
    source.exceptionHandler(handler);
    return this;
  }
}
