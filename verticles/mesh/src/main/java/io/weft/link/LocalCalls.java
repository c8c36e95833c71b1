package io.weft.link;

import io.vertx.core.streams.ReadStream;
import io.weft.call.Call;
import io.weft.call.CallFailure;
import io.weft.call.Spec;
import io.weft.contract.Code;
import io.weft.contract.Fate;
import io.weft.contract.Shape;
import io.weft.link.ledger.Deadlines;
import io.weft.stream.OutboundStream;
import io.weft.stream.Producer;
import io.weft.wire.Codec;
import io.weft.wire.Writer;
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
  private final Deadlines deadlines = new Deadlines();

  LocalCalls(Lane lane) {
    this.lane = lane;
  }

  /** A service on this node as a target. */
  Target to(Served served) {
    return new Target() {
      @Override
      public void call(Call call, Outcome outcome) {
        LocalCalls.this.call(call, served, outcome);
      }

      @Override
      public boolean suspect() {
        return false;
      }
    };
  }

  boolean isEmpty() {
    return waiting.isEmpty();
  }

  int size() {
    return waiting.size();
  }

  private void call(Call call, Served served, Target.Outcome outcome) {
    if (lane.hasLeft()) {
      String message = call.spec() + " failed: this node left the mesh";
      outcome.done(call, null, CallFailure.notProcessed(Code.UNAVAILABLE, message));
      return;
    }
    if (call.deadlineNanos() <= Math.max(call.attemptNanos(), lane.recent())) {
      outcome.done(call, null, Deadlines.late(call, "before it was sent", Fate.NOT_PROCESSED));
      return;
    }
    Spec own = served.spec(call.spec().name().number());
    if (own == null || own.shape() != call.spec().shape()) {
      outcome.done(
          call,
          null,
          CallFailure.notProcessed(
              Code.UNIMPLEMENTED, call.spec() + " is not a method of the service on this node"));
      return;
    }
    Object request;
    try {
      request =
          own.shape().streamsRequests()
              ? call.request()
              : handOver(
                  call.request(), call.spec().messages().request(), own.messages().request());
    } catch (RuntimeException e) {
      outcome.done(
          call,
          null,
          CallFailure.notProcessed(
              Code.INVALID_ARGUMENT, "the request of " + call.spec() + " cannot be copied: " + e));
      return;
    }
    Local local = new Local(call, own, served, outcome);
    if (call.spec().shape() != Shape.ONE_WAY) {
      waiting.add(local);
      deadlines.add(call.deadlineNanos());
      lane.arm();
    }
    local.begin(own, request);
  }

  /**
   * Gives a value to the other side. Two sides with one codec have one class, and need a copy only
   * when it can change; a bridge, or a contract loaded twice, has another codec: bytes in between.
   */
  @SuppressWarnings("unchecked")
  private static Object handOver(Object value, Codec<?> from, Codec<?> to) {
    try {
      if (from == to) {
        return ((Codec<Object>) from).copy(value);
      }
      Writer out = new Writer(256);
      ((Codec<Object>) from).write(value, out);
      return to.read(out.toReader());
    } catch (StackOverflowError e) {
      throw new IllegalArgumentException("nested without an end");
    }
  }

  void sweep(long now) {
    for (Local local : deadlines.due(() -> waiting, l -> l.call.deadlineNanos(), now)) {
      local.abandon(Deadlines.late(local.call, "in its handler on this node", Fate.UNKNOWN));
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

    Local(Call call, Spec own, Served served, Target.Outcome outcome) {
      this.call = call;
      this.outcome = outcome;
      this.handling = new Handling(this, own, served);
    }

    @SuppressWarnings("unchecked")
    void begin(Spec own, Object request) {
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
      if (over) {
        return;
      }
      Object given = handling.requests == null ? request : handling.requests;
      Lane there = handling.served().lane();
      long sent = call.attemptNanos();
      if (there == lane) {
        arrive(own, given, call.startNanos(), 0);
      } else {
        there.execute(() -> arriveLater(own, given, sent));
      }
      if (call.replies() != null) {
        call.transport(this);
        call.replies().open();
      }
    }

    /** On the other lane, which may have had enough to do before. */
    private void arriveLater(Spec own, Object request, long sent) {
      Lane there = handling.served().lane();
      long now = there.now();
      there.queue.begin(now);
      there.queue.observe(now, now - sent);
      arrive(own, request, now, there.queue.stands() ? now - sent : 0);
      there.queue.end(there.now());
    }

    private void arrive(Spec own, Object request, long now, long queued) {
      handling.start(
          Call.incoming(
              own,
              request,
              handling.context(),
              new Call.Time(now, call.deadlineNanos()),
              new Call.Origin(lane.address().node(), call.attempt(), call.metadata(), queued)),
          false);
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
      call.removeCancel(this);
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
      // Not at once: a stream between two ends on one loop would run to its end in one turn.
      handling.served().lane().defer(() -> handling.replyCredit(items, bytes));
    }

    @Override
    public void cancel() {
      run();
    }

    void requestCredit(int items, int bytes) {
      lane.defer(
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
    private final Spec.Messages own;
    private final Spec.Messages theirs;

    Handling(Local local, Spec own, Served served) {
      super(served, own.shape().streamsRequests());
      this.local = local;
      this.own = own.messages();
      this.theirs = local.call.spec().messages();
    }

    @Override
    void answer(@Nullable Object reply, @Nullable CallFailure failure) {
      Object value = reply;
      CallFailure outcome = failure == null ? null : translate(failure);
      if (failure == null && reply != null && !local.call.spec().shape().streamsReplies()) {
        try {
          value = handOver(reply, own.reply(), theirs.reply());
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

    private CallFailure translate(CallFailure failure) {
      Object details = failure.details();
      for (Spec.TypedError<?> mine : own.errors()) {
        for (Spec.TypedError<?> other : theirs.errors()) {
          if (mine.type().isInstance(details) && mine.name().equals(other.name())) {
            try {
              return failure.withDetails(handOver(details, mine.codec(), other.codec()));
            } catch (RuntimeException e) {
              return failure.withDetails(null);
            }
          }
        }
      }
      return failure;
    }

    @Override
    int answerItem(Object item) {
      Object value;
      try {
        value = handOver(item, own.reply(), theirs.reply());
      } catch (RuntimeException e) {
        return -1;
      }
      return Objects.requireNonNull(local.call.replies()).receive(value, 0) ? 0 : -1;
    }

    OutboundStream.Sink<Object> requestSink() {
      return new OutboundStream.Sink<>() {
        @Override
        public int item(Object item) {
          Object value;
          try {
            value = handOver(item, theirs.request(), own.request());
          } catch (RuntimeException e) {
            local.abandon(
                CallFailure.unknown(
                    Code.INVALID_ARGUMENT,
                    "a request of " + local.call.spec() + " cannot be copied: " + e));
            return -1;
          }
          CallFailure refused = served().refusal(call(), value);
          if (refused != null) {
            complete(null, refused);
            return -1;
          }
          return Objects.requireNonNull(requests).receive(value, 0) ? 0 : -1;
        }

        @Override
        public void end(@Nullable Throwable cause) {
          if (cause == null) {
            local.call.startRequests();
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
