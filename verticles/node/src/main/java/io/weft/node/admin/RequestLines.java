package io.weft.node.admin;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.streams.ReadStream;
import io.weft.node.refusal.Refusal;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The lines of a request's body. Blank ones are left out; the client waits while nobody reads. */
final class RequestLines implements ReadStream<String> {
  /** The largest line, and the largest body that is read as a whole: 4 MiB. */
  static final int MAX_BYTES = 4 << 20;

  private final HttpServerRequest request;
  private Buffer waiting = Buffer.buffer();
  private int start;
  private int searched;
  private long demand = Long.MAX_VALUE;
  private boolean bodyEnded;
  private boolean over;
  private boolean emitting;
  private @Nullable Handler<String> handler;
  private @Nullable Handler<Void> endHandler;
  private @Nullable Handler<Throwable> exceptionHandler;

  /** The body must not flow yet: the request is paused. */
  RequestLines(HttpServerRequest request) {
    this.request = request;
    request.exceptionHandler(this::fail);
    request.endHandler(
        end -> {
          bodyEnded = true;
          emit();
        });
    request.handler(
        chunk -> {
          waiting.appendBuffer(chunk);
          emit();
        });
  }

  /** Reads a whole body. */
  static Future<String> whole(HttpServerRequest request) {
    Promise<String> done = Promise.promise();
    Buffer body = Buffer.buffer();
    request.exceptionHandler(done::tryFail);
    request.endHandler(end -> done.tryComplete(body.toString(StandardCharsets.UTF_8)));
    request.handler(
        chunk -> {
          if (body.length() + chunk.length() > MAX_BYTES) {
            done.tryFail(tooLong("body"));
          } else {
            body.appendBuffer(chunk);
          }
        });
    request.resume();
    return done.future();
  }

  private static Refusal tooLong(String what) {
    return Refusal.usage(
        what
            + " of more than "
            + MAX_BYTES
            + " bytes; expected: at most "
            + (MAX_BYTES >> 20)
            + " MiB");
  }

  private void emit() {
    if (emitting || over) {
      return;
    }
    emitting = true;
    try {
      while (!over && handler != null && demand > 0) {
        String line = next();
        if (line == null) {
          break;
        }
        if (!line.isBlank()) {
          demand -= demand == Long.MAX_VALUE ? 0 : 1;
          handler.handle(line);
        }
      }
      finish();
    } finally {
      emitting = false;
    }
  }

  private void finish() {
    if (over) {
      return;
    }
    if (bodyEnded && start >= waiting.length() && handler != null) {
      over = true;
      if (endHandler != null) {
        endHandler.handle(null);
      }
    } else if (waiting.length() - start > MAX_BYTES) {
      fail(tooLong("line"));
    } else if (!bodyEnded) {
      if (demand > 0 && handler != null) {
        request.resume();
      } else {
        request.pause();
      }
    }
  }

  private @Nullable String next() {
    for (int i = Math.max(start, searched); i < waiting.length(); i++) {
      if (waiting.getByte(i) == '\n') {
        return take(i, i + 1);
      }
    }
    searched = waiting.length();
    if (bodyEnded && start < waiting.length()) {
      return take(waiting.length(), waiting.length());
    }
    if (start > 0) {
      waiting = waiting.getBuffer(start, waiting.length());
      searched -= start;
      start = 0;
    }
    return null;
  }

  private String take(int end, int next) {
    String line = waiting.getString(start, end);
    start = next;
    searched = next;
    return line;
  }

  private void fail(Throwable cause) {
    if (!over) {
      over = true;
      request.resume();
      if (exceptionHandler != null) {
        exceptionHandler.handle(cause);
      }
    }
  }

  @Override
  public RequestLines handler(@Nullable Handler<String> newHandler) {
    handler = newHandler;
    emit();
    return this;
  }

  @Override
  public RequestLines pause() {
    demand = 0;
    return this;
  }

  @Override
  public RequestLines resume() {
    return fetch(Long.MAX_VALUE);
  }

  @Override
  public RequestLines fetch(long amount) {
    demand = demand + amount < 0 ? Long.MAX_VALUE : demand + amount;
    emit();
    return this;
  }

  @Override
  public RequestLines endHandler(@Nullable Handler<Void> newHandler) {
    endHandler = newHandler;
    return this;
  }

  @Override
  public RequestLines exceptionHandler(@Nullable Handler<Throwable> newHandler) {
    exceptionHandler = newHandler;
    return this;
  }
}
