package io.weft.link;

import io.vertx.core.Completable;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.internal.ContextInternal;
import io.vertx.core.streams.ReadStream;
import io.weft.call.Call;
import io.weft.call.CallFailure;
import io.weft.contract.Code;
import io.weft.stream.InboundStream;
import io.weft.stream.OutboundStream;
import io.weft.stream.Producer;
import io.weft.stream.Window;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One call being served: what a handler's outcome goes through on its way back. Subclasses know the
 * way: over a link, or to a caller on this node. On the lane's thread unless said otherwise.
 */
abstract class Serving implements Completable<Object>, OutboundStream.Sink<Object>, Producer {
  private final Served served;
  private final ContextInternal context;
  private @Nullable Call call;
  private @Nullable OutboundStream<Object> replies;
  private @Nullable Promise<Object> repliesDone;
  private long earlyItems;
  private long earlyBytes;
  boolean over;
  boolean answered;
  final @Nullable InboundStream<Object> requests;

  Serving(Served served, boolean streamsRequests) {
    this.served = served;
    this.context = served.context().duplicate();
    this.requests =
        streamsRequests
            ? new InboundStream<>(context, served.lane().limits().window(), this)
            : null;
  }

  void start(Call newCall, boolean admitted) {
    call = newCall;
    newCall.transport(this);
    if (answered) {
      // Cancelled before it began, by a stream of requests that had failed already.
      over = true;
      return;
    }
    if (requests != null) {
      requests.open();
    }
    served.run(this, admitted);
  }

  static Serving of(Call call) {
    return (Serving) Objects.requireNonNull(call.transport());
  }

  Call call() {
    return Objects.requireNonNull(call);
  }

  Served served() {
    return served;
  }

  ContextInternal context() {
    return context;
  }

  /** The way back of a reply or failure; called once, unless the caller went away before. */
  abstract void answer(@Nullable Object reply, @Nullable CallFailure failure);

  /** The way back of one item of a stream; its encoded size, -1 when it could not be sent. */
  abstract int answerItem(Object item);

  void refuse(CallFailure failure) {
    over = true;
    if (!answered) {
      answered = true;
      answer(null, failure);
    }
  }

  /** The handler's outcome. Any thread. */
  @Override
  public void complete(@Nullable Object reply, @Nullable Throwable failure) {
    Lane lane = served.lane();
    if (lane.inThread()) {
      finish(reply, failure);
    } else {
      lane.execute(() -> finish(reply, failure));
    }
  }

  /** The call entered and its handler never began. Any thread. */
  void unstarted(CallFailure failure) {
    served
        .lane()
        .execute(
            () -> {
              if (!over) {
                served.ended(call(), failure);
                refuse(failure);
              }
            });
  }

  private void finish(@Nullable Object reply, @Nullable Throwable cause) {
    if (over) {
      return;
    }
    conclude(reply, cause == null ? null : CallFailure.fromHandler(cause));
  }

  /** The call never reached its handler, and will not. */
  void fail(CallFailure failure) {
    if (!over) {
      conclude(null, failure);
    }
  }

  private void conclude(@Nullable Object reply, @Nullable CallFailure failure) {
    over = true;
    if (requests != null) {
      requests.end(CallFailure.of(Code.CANCELLED, call().spec() + " is over"));
    }
    if (replies != null) {
      replies.cancel();
    }
    served.ended(call(), failure);
    if (!answered) {
      answered = true;
      answer(reply, failure);
    }
  }

  /** Nobody waits any more: tells the handler, whose outcome goes nowhere. */
  void cancelled(CallFailure reason) {
    answered = true;
    if (requests != null) {
      requests.end(reason);
    }
    if (call != null) {
      call.cancel();
    }
    if (replies != null) {
      replies.cancel();
      endReplies(reason);
    }
  }

  /** Sends a stream of replies. On the handler's context. */
  @SuppressWarnings("unchecked")
  void send(ReadStream<?> stream) {
    OutboundStream<Object> out =
        new OutboundStream<>((ReadStream<Object>) stream, context, served.lane()::execute, this);
    out.start();
    served
        .lane()
        .execute(
            () -> {
              replies = out;
              if (answered) {
                out.cancel();
                endReplies(CallFailure.of(Code.CANCELLED, "cancelled by the caller"));
              } else {
                out.credit((int) earlyItems, (int) earlyBytes);
              }
            });
  }

  Future<Object> sendAll(ReadStream<?> stream) {
    Promise<Object> done = Promise.promise();
    repliesDone = done;
    send(stream);
    return done.future();
  }

  /** Credit of the caller for replies. It may come before the handler returns its stream. */
  void replyCredit(int items, int bytes) {
    if (replies == null) {
      earlyItems = Window.mostItems(earlyItems, items);
      earlyBytes = Window.mostBytes(earlyBytes, bytes);
    } else {
      replies.credit(items, bytes);
    }
  }

  @Override
  public int item(Object item) {
    if (answered) {
      return -1;
    }
    int bytes = answerItem(item);
    if (bytes < 0) {
      endReplies(CallFailure.of(Code.INTERNAL, "an item could not be sent"));
    }
    return bytes;
  }

  @Override
  public void end(@Nullable Throwable cause) {
    endReplies(cause);
  }

  private void endReplies(@Nullable Throwable cause) {
    Promise<Object> done = repliesDone;
    if (done == null) {
      finish(null, cause);
    } else if (cause == null) {
      done.tryComplete(null);
    } else {
      done.tryFail(cause);
    }
  }
}
