package io.weft.bench.subject;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import org.jspecify.annotations.Nullable;

/** Cuts a byte stream into frames: 4 bytes of length, then so many bytes. */
final class Frames implements Handler<Buffer> {
  /** The bytes of a length. */
  static final int HEAD = 4;

  /** Takes whole frames. */
  interface Sink {
    /** A frame lies in the chunk from {@code start}, its length included, to {@code end}. */
    void frame(Buffer chunk, int start, int end);
  }

  private final Sink sink;
  private @Nullable Buffer rest;

  Frames(Sink sink) {
    this.sink = sink;
  }

  @Override
  public void handle(Buffer data) {
    Buffer chunk = rest == null ? data : rest.appendBuffer(data);
    int start = 0;
    int limit = chunk.length();
    while (limit - start >= HEAD) {
      int end = start + HEAD + chunk.getInt(start);
      if (end > limit) {
        break;
      }
      sink.frame(chunk, start, end);
      start = end;
    }
    rest = start == limit ? null : chunk.getBuffer(start, limit);
  }
}
