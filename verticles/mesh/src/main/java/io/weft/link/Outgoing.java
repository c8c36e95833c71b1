package io.weft.link;

import io.vertx.core.internal.logging.Logger;
import io.vertx.core.internal.logging.LoggerFactory;
import io.weft.call.Call;
import io.weft.call.CallFailure;
import io.weft.call.Spec;
import io.weft.call.Trail;
import io.weft.contract.Code;
import io.weft.contract.Fate;
import io.weft.contract.Shape;
import io.weft.link.frame.CallHead;
import io.weft.link.frame.Frame;
import io.weft.link.frame.Payload;
import io.weft.link.frame.TrailFrame;
import io.weft.link.ledger.CallTable;
import io.weft.link.ledger.Deadlines;
import io.weft.stream.InboundStream;
import io.weft.wire.Reader;
import io.weft.wire.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The calls that this lane makes over one link: their table, their frames, their end. */
final class Outgoing {
  private static final Logger log = LoggerFactory.getLogger(Outgoing.class);
  private static final int HEAD_BYTES = 4_096;
  private final Link link;
  private final CallTable<Pending> pending = new CallTable<>();
  private final Deadlines deadlines = new Deadlines();
  private int lastNumber;

  Outgoing(Link link) {
    this.link = link;
  }

  Link link() {
    return link;
  }

  int size() {
    return pending.size();
  }

  void call(Call call, int serviceId, Target.Outcome outcome) {
    CallFailure refused = link.refusal(pending.size());
    if (refused != null) {
      outcome.done(call, null, refused);
      return;
    }
    boolean oneWay = call.spec().shape() == Shape.ONE_WAY;
    int number = oneWay ? 0 : nextNumber();
    Writer out = link.out();
    int mark = out.length();
    CallFailure failure = encode(call, number, serviceId, out);
    int limit = link.lane().limits().messageBytes();
    if (failure == null && out.length() - mark > limit + HEAD_BYTES) {
      failure =
          CallFailure.notProcessed(
              Code.INVALID_ARGUMENT,
              "%s with its baggage has %,d bytes (limit: %,d)"
                  .formatted(call.spec(), out.length() - mark, limit));
    }
    if (failure != null) {
      out.truncate(mark);
      outcome.done(call, null, failure);
      return;
    }
    link.lane().stats().callsOut++;
    if (oneWay) {
      link.appended();
      outcome.done(call, null, null);
      return;
    }
    Pending entry = new Pending(call, outcome, this, number);
    entry.epoch = link.epoch();
    entry.sequence = link.openSequence();
    if (pending.isEmpty()) {
      link.startWaiting();
    }
    pending.add(number, entry);
    deadlines.add(call.deadlineNanos());
    if (call.cancellable() || call.spec().shape().streamsRequests()) {
      entry.attach();
    }
    link.appended();
  }

  /** Numbers are positive and skip those still waiting after a wrap. */
  private int nextNumber() {
    do {
      lastNumber = link.lane().numbers().after(lastNumber);
    } while (pending.get(lastNumber) != null);
    return lastNumber;
  }

  private @Nullable CallFailure encode(Call call, int number, int serviceId, Writer out) {
    // The call was made before this turn or in it: the later of the two is near enough.
    long now = Math.max(call.attemptNanos(), link.lane().turn());
    CallFailure failure = CallHead.write(call, number, serviceId, now, out);
    return failure != null || call.spec().shape().streamsRequests()
        ? failure
        : payload(call.spec(), call.request(), out);
  }

  /** Appends a message; the failure, if any, is the caller's. */
  private @Nullable CallFailure payload(Spec spec, Object message, Writer out) {
    int limit = link.lane().limits().messageBytes();
    Payload.Flaw flaw = Payload.write(spec.messages().request(), message, out, limit);
    if (flaw == null) {
      return null;
    }
    link.lane().stats().refused++;
    return CallFailure.notProcessed(flaw.code(), "a request of " + spec + " " + flaw.text());
  }

  int item(Pending entry, Object item) {
    if (entry.over) {
      return -1;
    }
    Writer out = link.out();
    int mark = out.length();
    out.raw(Frame.REQUEST_ITEM);
    out.varint32(entry.number);
    Spec spec = entry.call.spec();
    CallFailure failure = payload(spec, item, out);
    if (failure != null) {
      out.truncate(mark);
      abandon(entry, failure.withFate(Fate.UNKNOWN));
      return -1;
    }
    int bytes = out.length() - mark;
    link.appended();
    return bytes;
  }

  void end(Pending entry, @Nullable Throwable cause) {
    if (entry.over) {
      return;
    }
    if (cause != null) {
      abandon(
          entry, CallFailure.unknown(Code.CANCELLED, "the stream of requests failed: " + cause));
      return;
    }
    // Its end cannot be read twice, not even that of an empty stream.
    entry.call.startRequests();
    Writer out = link.out();
    out.raw(Frame.REQUEST_END);
    out.varint32(entry.number);
    link.appended();
  }

  void credit(Pending entry, int items, int bytes) {
    if (!entry.over) {
      Writer out = link.out();
      out.raw(Frame.REPLY_CREDIT);
      out.varint32(entry.number);
      out.varint32(items);
      out.varint32(bytes);
      link.appended();
    }
  }

  void cancel(Pending entry) {
    if (!entry.over) {
      abandon(
          entry,
          CallFailure.unknown(Code.CANCELLED, entry.call.spec() + " was cancelled by the caller"));
    }
  }

  /** Fails an attempt here and tells the callee that nobody waits any more. */
  private void abandon(Pending entry, CallFailure failure) {
    if (remove(entry)) {
      Writer out = link.out();
      out.raw(Frame.CANCEL);
      out.varint32(entry.number);
      link.appended();
      entry.done(null, failure);
    }
  }

  void onReply(int number, Reader in) {
    Pending entry = pending.get(number);
    if (entry == null || !remove(entry)) {
      Payload.skip(in);
      link.lane().stats().late++;
      return;
    }
    if (entry.call.replies() != null) {
      Payload.skip(in);
      entry.done(null, null);
      return;
    }
    Spec spec = entry.call.spec();
    Object reply = Payload.read(spec.messages().reply(), in);
    if (reply instanceof Payload.Flaw flaw) {
      entry.done(null, CallFailure.of(Code.INTERNAL, "the reply of " + spec + " " + flaw.text()));
    } else {
      entry.done(reply, null);
    }
  }

  void onItem(int number, Reader in) {
    Pending entry = pending.get(number);
    InboundStream<Object> replies = entry == null ? null : entry.call.replies();
    if (entry == null || replies == null) {
      Payload.skip(in);
      return;
    }
    int before = in.position();
    Spec spec = entry.call.spec();
    Object item = Payload.read(spec.messages().reply(), in);
    if (item instanceof Payload.Flaw flaw) {
      abandon(entry, CallFailure.of(Code.INTERNAL, "an item of " + spec + " " + flaw.text()));
      return;
    }
    int bytes = Payload.frameBytes(number, in.position() - before);
    if (!replies.receive(item, bytes)) {
      link.lane().stats().overruns++;
      abandon(entry, Payload.overrun(link.peer().node(), "items of " + spec, replies.window()));
    }
  }

  void onFail(int number, Reader in) {
    int code = in.varint32();
    int fate = in.varint32();
    String message = in.string();
    String errorName = in.string();
    byte[] error = in.bytes();
    long retryAfter = in.varint() - 1;
    Pending entry = pending.get(number);
    if (entry == null || !remove(entry)) {
      link.lane().stats().late++;
      return;
    }
    Fate[] fates = Fate.values();
    CallFailure failure =
        CallFailure.of(Code.of(code), message)
            .withFate(fate >= 0 && fate < fates.length ? fates[fate] : Fate.UNKNOWN)
            .withDetails(details(entry.call.spec(), errorName, error))
            .withRetryAfter(Math.max(CallFailure.NEVER, retryAfter))
            .at(link.peer().node());
    entry.done(null, failure);
  }

  private static @Nullable Object details(Spec spec, String name, byte[] bytes) {
    for (Spec.TypedError<?> error : spec.messages().errors()) {
      if (error.name().equals(name)) {
        try {
          return error.codec().decode(bytes);
        } catch (RuntimeException e) {
          log.warn("error " + name + " of " + spec + " cannot be read: " + e.getMessage());
        }
      }
    }
    return null;
  }

  /** What the callee wrote about a call that explains itself; its answer follows. */
  void onTrail(int number, Reader in) {
    List<String> lines = TrailFrame.lines(in);
    Pending entry = pending.get(number);
    Trail trail = entry == null ? null : entry.call.metadata().trail();
    if (trail != null) {
      trail.add(link.peer().node(), lines);
    }
  }

  void onNotHere(int number) {
    Pending entry = pending.get(number);
    if (entry != null && remove(entry)) {
      entry.done(
          null,
          CallFailure.notProcessed(
                  Code.UNAVAILABLE,
                  entry.call.spec().name().service() + " is no longer served there")
              .at(link.peer().node()));
    }
  }

  void onRequestCredit(int number, int items, int bytes) {
    Pending entry = pending.get(number);
    if (entry != null && entry.requests != null) {
      entry.call.startRequests();
      entry.requests.credit(items, bytes);
    }
  }

  /**
   * What the receiver refuses from now on: later batches of the epoch were surely not processed.
   */
  void fenced(int epoch, long upTo, boolean certain, long open) {
    failIf(
        entry -> entry.epoch == epoch && entry.sequence > upTo && entry.sequence < open,
        certain ? Fate.NOT_PROCESSED : Fate.UNKNOWN,
        "its batch was lost on the way");
    moveOpen(epoch, open);
  }

  /** What is in the batch that is being filled goes out as the first of the present epoch. */
  private void moveOpen(int epoch, long open) {
    for (Pending entry : pending.values()) {
      if (entry.epoch == epoch && entry.sequence == open) {
        entry.epoch = link.epoch();
        entry.sequence = 1;
      }
    }
  }

  /** The peer remembers nothing of earlier epochs, nor of this one before a batch. */
  void lostBefore(int epoch, long open, String reason) {
    failIf(entry -> entry.epoch != epoch || entry.sequence < open, Fate.UNKNOWN, reason);
    moveOpen(epoch, open);
  }

  void notSent(int epoch, long sequence, Throwable cause) {
    failIf(
        entry -> entry.epoch == epoch && entry.sequence == sequence,
        Fate.NOT_PROCESSED,
        "it could not be sent: " + cause.getMessage());
  }

  void failStreams(String reason) {
    failIf(
        entry -> entry.call.spec().shape().streamsReplies() || entry.requests != null,
        Fate.UNKNOWN,
        reason);
  }

  /** As {@link #failAll}, and tells a callee that may still be there. */
  void abandonAll(Predicate<Call> which, String reason) {
    for (Pending entry : pending.values()) {
      if (which.test(entry.call)) {
        abandon(entry, lost(entry, reason));
      }
    }
  }

  private CallFailure lost(Pending entry, String reason) {
    String message = "call of " + entry.call.spec() + " failed: " + reason;
    return CallFailure.unknown(Code.UNAVAILABLE, message).at(link.peer().node());
  }

  void failAll(String reason) {
    failIf(entry -> true, Fate.UNKNOWN, reason);
  }

  private void failIf(Predicate<Pending> condition, Fate fate, String reason) {
    List<Pending> hit = new ArrayList<>();
    for (Pending entry : pending.values()) {
      if (condition.test(entry)) {
        hit.add(entry);
      }
    }
    for (Pending entry : hit) {
      if (remove(entry)) {
        entry.done(null, lost(entry, reason).withFate(fate));
      }
    }
  }

  /** Asks for the calls that may have lost their reply. */
  void query() {
    if (pending.isEmpty()) {
      return;
    }
    Writer out = link.out();
    out.raw(Frame.QUERY);
    out.varint32(pending.size());
    for (Pending entry : pending.values()) {
      out.varint32(entry.number);
    }
    link.appended();
  }

  void sweep(long now) {
    for (Pending entry : deadlines.due(pending::values, e -> e.call.deadlineNanos(), now)) {
      if (!entry.over) {
        String where = "while it waited for " + link.peer().node();
        abandon(entry, Deadlines.late(entry.call, where, Fate.UNKNOWN));
      }
    }
  }

  private boolean remove(Pending entry) {
    if (entry.over) {
      return false;
    }
    entry.over = true;
    pending.remove(entry.number);
    if (entry.call.cancellable() || entry.requests != null) {
      entry.detach();
    }
    return true;
  }
}
