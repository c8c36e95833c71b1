package io.weft.link;

import io.weft.call.Call;
import io.weft.call.CallFailure;
import io.weft.stream.OutboundStream;
import io.weft.stream.Producer;
import org.jspecify.annotations.Nullable;

/** One attempt that waits for its answer, in the table of a link. On the lane's thread. */
final class Pending implements Producer, Runnable, OutboundStream.Sink<Object> {
  final Call call;
  final Target.Outcome outcome;
  final Outgoing table;
  final int number;
  int epoch;
  long sequence;
  boolean over;
  @Nullable OutboundStream<Object> requests;

  Pending(Call call, Target.Outcome outcome, Outgoing table, int number) {
    this.call = call;
    this.outcome = outcome;
    this.table = table;
    this.number = number;
  }

  /** Ties the call to whoever may cancel it and to its streams. Rare, so not in the constructor. */
  @SuppressWarnings("unchecked")
  void attach() {
    if (call.parent() != null) {
      call.parent().onCancel(this);
    }
    call.onCancel(this);
    if (call.replies() != null) {
      call.transport(this);
      call.replies().open();
    }
    if (call.spec().shape().streamsRequests()) {
      requests =
          new OutboundStream<>(
              (io.vertx.core.streams.ReadStream<Object>) call.request(),
              java.util.Objects.requireNonNull(call.context()),
              table.link().lane()::execute,
              this);
      requests.start();
    }
  }

  void detach() {
    if (call.parent() != null) {
      call.parent().removeCancel(this);
    }
    call.removeCancel(this);
    if (requests != null) {
      requests.cancel();
    }
  }

  /** Cancelled: by the caller, its parent, or the consumer of the replies. Any thread. */
  @Override
  public void run() {
    table.link().lane().execute(() -> table.cancel(this));
  }

  @Override
  public void demand(int items, int bytes) {
    table.link().lane().execute(() -> table.credit(this, items, bytes));
  }

  @Override
  public void cancel() {
    run();
  }

  @Override
  public boolean ready(OutboundStream<Object> stream) {
    return table.link().ready(stream);
  }

  @Override
  public int item(Object item) {
    return table.item(this, item);
  }

  @Override
  public void end(@Nullable Throwable cause) {
    table.end(this, cause);
  }

  void done(@Nullable Object reply, @Nullable CallFailure failure) {
    outcome.done(call, reply, failure);
  }
}
