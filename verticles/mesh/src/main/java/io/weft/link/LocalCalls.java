package io.weft.link;

import io.vertx.core.streams.ReadStream;
import io.weft.call.Call;
import io.weft.call.CallContext;
import io.weft.call.CallFailure;
import io.weft.contract.Code;
import io.weft.contract.Fate;
import io.weft.contract.Shape;
import io.weft.stream.OutboundStream;
import io.weft.stream.Producer;
import io.weft.wire.Codec;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The calls of one lane to services on the same node. Values that cannot change pass by reference,
 * others are copied, so that a handler never shares mutable state with its caller.
 */
final class LocalCalls {
  private final Lane lane;
  private final Set<Local> waiting = new LinkedHashSet<>();
  private long nextDeadline = CallContext.NO_DEADLINE;

  LocalCalls(Lane lane) {
    this.lane = lane;
  }

  boolean isEmpty() {
    return waiting.isEmpty();
  }

  void call(Call call, Served served, Target.Outcome outcome) {
    if (call.deadlineNanos() <= (call.attempt() == 1 ? call.startNanos() : lane.now())) {
      outcome.done(call, null, Outgoing.late(call, "before it was sent", Fate.NOT_PROCESSED));
      return;
    }
    boolean streams = call.spec().shape().streamsRequests();
    Object request;
    try {
      request = streams ? call.request() : copy(call.spec().messages().request(), call.request());
    } catch (RuntimeException e) {
      outcome.done(
          call,
          null,
          CallFailure.notProcessed(
              Code.INVALID_ARGUMENT, "the request of " + call.spec() + " cannot be copied: " + e));
      return;
    }
    Local local = new Local(call, served, outcome);
    if (call.spec().shape() != Shape.ONE_WAY) {
      waiting.add(local);
      nextDeadline = Math.min(nextDeadline, call.deadlineNanos());
      lane.arm();
    }
    local.begin(request);
  }

  @SuppressWarnings("unchecked")
  private static Object copy(Codec<?> codec, Object value) {
    return ((Codec<Object>) codec).copy(value);
  }

  void sweep(long now) {
    if (now < nextDeadline) {
      return;
    }
    long next = CallContext.NO_DEADLINE;
    List<Local> due = new ArrayList<>();
    for (Local local : waiting) {
      long deadline = local.call.deadlineNanos();
      if (deadline <= now) {
        due.add(local);
      } else {
        next = Math.min(next, deadline);
      }
    }
    nextDeadline = next;
    for (Local local : due) {
      local.abandon(Outgoing.late(local.call, "in its handler on this node", Fate.UNKNOWN));
    }
  }

  void failAll(String reason) {
    for (Local local : List.copyOf(waiting)) {
      local.abandon(CallFailure.unknown(Code.UNAVAILABLE, reason));
    }
  }

  /** One call: the caller's end, on the caller's lane. {@link Handling} is the other end. */
  private final class Local implements Producer, Runnable {
    private final Call call;
    private final Target.Outcome outcome;
    private final Handling handling;
    private boolean over;
    private @Nullable OutboundStream<Object> requests;

    Local(Call call, Served served, Target.Outcome outcome) {
      this.call = call;
      this.outcome = outcome;
      this.handling = new Handling(this, served);
    }

    @SuppressWarnings("unchecked")
    void begin(Object request) {
      boolean streams = call.spec().shape().streamsRequests();
      if (call.cancellable()) {
        if (call.parent() != null) {
          call.parent().onCancel(this);
        }
        call.onCancel(this);
      }
      if (streams) {
        requests =
            new OutboundStream<>(
                (ReadStream<Object>) request,
                Objects.requireNonNull(call.context()),
                lane::execute,
                handling.requestSink());
        requests.start();
      }
      Call incoming =
          Call.incoming(
              call.spec(),
              handling.requests == null ? request : handling.requests,
              handling.context(),
              new Call.Time(call.startNanos(), call.deadlineNanos()),
              new Call.Origin(lane.address().node(), call.attempt(), call.baggage()));
      handling.served().lane().execute(() -> handling.start(incoming));
      if (call.replies() != null) {
        call.transport(this);
        call.replies().open();
      }
    }

    void done(@Nullable Object reply, @Nullable CallFailure failure) {
      if (over) {
        return;
      }
      over = true;
      waiting.remove(this);
      if (call.parent() != null) {
        call.parent().removeCancel(this);
      }
      if (requests != null) {
        requests.cancel();
      }
      outcome.done(call, reply, failure);
    }

    void abandon(CallFailure failure) {
      handling.served().lane().execute(() -> handling.cancelled(failure));
      done(null, failure);
    }

    @Override
    public void run() {
      lane.execute(
          () -> {
            if (!over) {
              abandon(
                  CallFailure.unknown(
                      Code.CANCELLED, call.spec() + " was cancelled by the caller"));
            }
          });
    }

    @Override
    public void demand(int items, int bytes) {
      handling.served().lane().execute(() -> handling.replyCredit(items, bytes));
    }

    @Override
    public void cancel() {
      run();
    }

    void requestCredit(int items, int bytes) {
      lane.execute(
          () -> {
            if (requests != null) {
              call.startRequests();
              requests.credit(items, bytes);
            }
          });
    }

    void caller(Runnable task) {
      lane.execute(task);
    }
  }

  /** The handler's end of a call. */
  private static final class Handling extends Serving {
    private final Local local;

    Handling(Local local, Served served) {
      super(served, local.call.spec().shape().streamsRequests());
      this.local = local;
    }

    @Override
    void answer(@Nullable Object reply, @Nullable CallFailure failure) {
      Object value = reply;
      CallFailure outcome = failure;
      if (failure == null && reply != null && !local.call.spec().shape().streamsReplies()) {
        try {
          value = copy(local.call.spec().messages().reply(), reply);
        } catch (RuntimeException e) {
          value = null;
          outcome =
              CallFailure.of(
                  Code.INTERNAL, "the reply of " + local.call.spec() + " cannot be copied: " + e);
        }
      }
      Object result = value;
      CallFailure end = outcome;
      local.caller(() -> local.done(result, end));
    }

    @Override
    int answerItem(Object item) {
      Object value;
      try {
        value = copy(local.call.spec().messages().reply(), item);
      } catch (RuntimeException e) {
        return -1;
      }
      Objects.requireNonNull(local.call.replies()).receive(value, 0);
      return 0;
    }

    OutboundStream.Sink<Object> requestSink() {
      return new OutboundStream.Sink<>() {
        @Override
        public int item(Object item) {
          Object value = copy(local.call.spec().messages().request(), item);
          Objects.requireNonNull(requests).receive(value, 0);
          return 0;
        }

        @Override
        public void end(@Nullable Throwable cause) {
          if (cause == null) {
            Objects.requireNonNull(requests).end(null);
          } else {
            local.abandon(
                CallFailure.unknown(Code.CANCELLED, "the stream of requests failed: " + cause));
          }
        }
      };
    }

    @Override
    public void demand(int items, int bytes) {
      local.requestCredit(items, bytes);
    }

    @Override
    public void cancel() {
      // A handler that reads no more requests simply grants no more credit.
    }
  }
}
