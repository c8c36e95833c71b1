package io.weft.link;

import io.weft.call.Call;
import io.weft.call.CallFailure;
import io.weft.call.Metadata;
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
import io.weft.stream.OutboundStream;
import io.weft.stream.Window;
import io.weft.wire.Reader;
import io.weft.wire.WireException;
import io.weft.wire.Writer;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The calls that this lane serves over one link. */
final class Incoming {
  private static final byte[] NO_BYTES = {};

  private final Link link;
  private final CallTable<Remote> serving = new CallTable<>();
  private final Deadlines deadlines = new Deadlines();

  /** Bytes of the requests being served. */
  private long held;

  Incoming(Link link) {
    this.link = link;
  }

  boolean isEmpty() {
    return serving.isEmpty();
  }

  int size() {
    return serving.size();
  }

  void onCall(Reader in) {
    Lane lane = link.lane();
    long now = lane.now();
    long waited = link.way.waited(now);
    lane.queue.observe(now, waited);
    lane.flushIfLate(now);
    lane.stats().callsIn++;
    CallHead head = CallHead.read(in, now, waited);
    Served served = lane.acceptor().served(head.service());
    Spec spec = served == null ? null : served.spec(head.method());
    if (served == null || served.lane() != lane) {
      head.skipPayload(in);
      if (head.number() != 0) {
        Writer out = link.out();
        out.raw(Frame.NOT_HERE);
        out.varint32(head.number());
        link.appended();
      }
      return;
    }
    CallFailure refused = spec == null ? unknown(head) : refusal(served, spec, head);
    if (spec == null || refused != null) {
      head.skipPayload(in);
      sendFailure(head.number(), Objects.requireNonNull(refused));
      return;
    }
    start(served, spec, head, in);
  }

  private static CallFailure unknown(CallHead head) {
    return CallFailure.notProcessed(
        Code.UNIMPLEMENTED,
        "no method with number " + head.method() + "; the caller's contract is newer");
  }

  /** What can be said against a call before its request is read: then refusing it costs little. */
  private @Nullable CallFailure refusal(Served served, Spec spec, CallHead head) {
    if (head.number() == 0 != (spec.shape() == Shape.ONE_WAY)
        || head.streams() != spec.shape().streamsRequests()) {
      return CallFailure.notProcessed(
          Code.FAILED_PRECONDITION, spec + " is " + spec.shape() + " here, not at the caller");
    }
    if (!head.pairs().isEmpty()) {
      return null;
    }
    long queued = link.lane().queue.stands() ? head.waited() : 0;
    CallFailure refused = served.admit(spec, queued, head.left());
    if (refused != null) {
      link.lane().stats().refused++;
    }
    return refused;
  }

  private @Nullable Remote take(int number) {
    Remote remote = serving.remove(number);
    if (remote != null) {
      held -= remote.bytes;
    }
    return remote;
  }

  private void start(Served served, Spec spec, CallHead head, Reader in) {
    int number = head.number();
    boolean streams = spec.shape().streamsRequests();
    int before = in.remaining();
    Object message = streams ? null : Payload.read(spec.messages().request(), in);
    if (message instanceof Payload.Flaw flaw) {
      sendFailure(
          number,
          CallFailure.notProcessed(flaw.code(), "the request of " + spec + " " + flaw.text()));
      return;
    }
    int bytes = before - in.remaining();
    String full = full(number, bytes);
    if (full != null) {
      link.lane().stats().refused++;
      sendFailure(number, CallFailure.notProcessed(Code.RESOURCE_EXHAUSTED, full));
      return;
    }
    Remote remote = new Remote(number, served, streams);
    if (number != 0) {
      if (!serving.add(number, remote)) {
        throw new WireException("call " + number + " twice");
      }
      remote.bytes = bytes;
      held += bytes;
      deadlines.add(head.deadline());
    }
    Object request = Objects.requireNonNull(streams ? remote.requests : message);
    remote.start(
        Call.incoming(
            spec,
            request,
            remote.context(),
            new Call.Time(head.now(), head.deadline()),
            new Call.Origin(
                link.peer().node(),
                head.attempt(),
                Metadata.of(head.pairs()),
                link.lane().queue.stands() ? head.waited() : 0)),
        head.pairs().isEmpty());
  }

  /** Which bound one call more would exceed, null for none. */
  private @Nullable String full(int number, int bytes) {
    Limits limits = link.lane().limits();
    if (link.full() || held + bytes > limits.bytesPerLink()) {
      return "requests or replies of this caller hold more than %,d bytes"
          .formatted(limits.bytesPerLink());
    }
    int most = limits.callsPerLink();
    return serving.size() >= most && serving.get(number) == null
        ? "%,d calls of this caller are served".formatted(most)
        : null;
  }

  void onCancel(int number) {
    Remote remote = take(number);
    if (remote != null) {
      remote.cancelled(CallFailure.unknown(Code.CANCELLED, "cancelled by the caller"));
    }
  }

  void onItem(int number, Reader in) {
    Remote remote = serving.get(number);
    if (remote == null || remote.requests == null) {
      Payload.skip(in);
      return;
    }
    int before = in.position();
    Spec spec = remote.call().spec();
    Object item = Payload.read(spec.messages().request(), in);
    if (item instanceof Payload.Flaw flaw) {
      remote.complete(null, CallFailure.of(flaw.code(), "an item of " + spec + " " + flaw.text()));
      return;
    }
    CallFailure refused = remote.served().refusal(remote.call(), item);
    if (refused != null) {
      remote.complete(null, refused);
      return;
    }
    if (!remote.requests.receive(item, Payload.frameBytes(number, in.position() - before))) {
      link.lane().stats().overruns++;
      Window window = link.lane().limits().window();
      String node = link.peer().node();
      giveUp(remote, Payload.overrun(node, "requests of " + spec, window));
    }
  }

  void onEnd(int number) {
    Remote remote = serving.get(number);
    if (remote != null && remote.requests != null) {
      remote.requests.end(null);
    }
  }

  void onCredit(int number, int items, int bytes) {
    Remote remote = serving.get(number);
    if (remote != null) {
      remote.replyCredit(items, bytes);
    }
  }

  void onQuery(Reader in) {
    int count = in.varint32();
    for (int i = 0; i < count; i++) {
      int number = in.varint32();
      if (serving.get(number) == null) {
        sendFailure(number, CallFailure.unknown(Code.UNAVAILABLE, "its reply was lost on the way"));
      }
    }
  }

  void failStreams(String reason) {
    for (Remote remote : serving.values()) {
      if (remote.requests != null || remote.call().spec().shape().streamsReplies()) {
        giveUp(remote, CallFailure.unknown(Code.UNAVAILABLE, reason));
      }
    }
  }

  /** Tells both sides of a call that it is over. */
  private void giveUp(Remote remote, CallFailure failure) {
    take(remote.number);
    sendFailure(remote.number, failure);
    remote.cancelled(failure);
  }

  void cancelAll(String reason) {
    for (Remote remote : serving.values()) {
      take(remote.number);
      remote.cancelled(CallFailure.unknown(Code.CANCELLED, reason));
    }
  }

  void sweep(long now) {
    for (Remote remote : deadlines.due(serving::values, r -> r.call().deadlineNanos(), now)) {
      if (serving.get(remote.number) == remote) {
        giveUp(remote, Deadlines.late(remote.call(), "in its handler", Fate.UNKNOWN));
      }
    }
  }

  private void sendFailure(int number, CallFailure failure) {
    sendFailure(number, failure, "", NO_BYTES);
  }

  private void sendFailure(int number, CallFailure failure, String error, byte[] details) {
    if (number == 0) {
      return;
    }
    Writer out = link.out();
    out.raw(Frame.FAIL);
    out.varint32(number);
    out.varint32(failure.code().number());
    out.varint32(failure.fate().ordinal());
    out.string(Payload.brief(failure.message()));
    out.string(error);
    out.bytes(details);
    out.varint(failure.retryAfterMillis() + 1);
    link.appended();
  }

  private void sendTyped(int number, Spec spec, CallFailure failure) {
    Object details = failure.details();
    for (Spec.TypedError<?> error : spec.messages().errors()) {
      if (error.type().isInstance(details)) {
        // A failure without its details is worth more to the caller than none.
        Writer bytes = new Writer(64);
        if (Payload.write(error.codec(), details, bytes, link.lane().limits().messageBytes())
            == null) {
          Reader in = bytes.toReader();
          sendFailure(number, failure, error.name(), in.bytes());
          return;
        }
      }
    }
    sendFailure(number, failure);
  }

  /** A call that came over the link. */
  private final class Remote extends Serving {
    private final int number;
    private int bytes;

    Remote(int number, Served served, boolean streamsRequests) {
      super(served, streamsRequests);
      this.number = number;
    }

    @Override
    void answer(@Nullable Object reply, @Nullable CallFailure failure) {
      take(number);
      if (number == 0) {
        return;
      }
      Spec spec = call().spec();
      Trail trail = call().metadata().trail();
      if (trail != null) {
        TrailFrame.write(number, trail, link.out());
      }
      if (failure != null) {
        sendTyped(number, spec, failure);
        return;
      }
      if (link.full()) {
        // A caller that reads nothing must not fill this node's memory with its replies.
        link.lane().stats().refused++;
        sendFailure(
            number,
            CallFailure.of(
                Code.RESOURCE_EXHAUSTED,
                "the reply of " + spec + " finds no room on its way back"));
        return;
      }
      Writer out = link.out();
      int mark = out.length();
      out.raw(Frame.REPLY);
      out.varint32(number);
      CallFailure bad = spec.shape().streamsReplies() ? empty(out) : payload(spec, reply, out);
      if (bad != null) {
        out.truncate(mark);
        sendFailure(number, bad);
        return;
      }
      link.appended();
    }

    private @Nullable CallFailure empty(Writer out) {
      out.varint32(0);
      return null;
    }

    @Override
    public boolean ready(OutboundStream<Object> stream) {
      return link.ready(stream);
    }

    @Override
    int answerItem(Object item) {
      Writer out = link.out();
      int mark = out.length();
      out.raw(Frame.REPLY_ITEM);
      out.varint32(number);
      CallFailure bad = payload(call().spec(), item, out);
      if (bad != null) {
        out.truncate(mark);
        take(number);
        sendFailure(number, bad);
        answered = true;
        return -1;
      }
      int bytes = out.length() - mark;
      link.appended();
      return bytes;
    }

    private @Nullable CallFailure payload(Spec spec, @Nullable Object message, Writer out) {
      int limit = link.lane().limits().messageBytes();
      Payload.Flaw flaw = Payload.write(spec.messages().reply(), message, out, limit);
      if (flaw == null) {
        return null;
      }
      Code code = flaw.code() == Code.INVALID_ARGUMENT ? Code.INTERNAL : flaw.code();
      return CallFailure.of(code, "a reply of " + spec + " " + flaw.text());
    }

    @Override
    public void demand(int items, int bytes) {
      link.lane()
          .execute(
              () -> {
                if (!answered) {
                  Writer out = link.out();
                  out.raw(Frame.REQUEST_CREDIT);
                  out.varint32(number);
                  out.varint32(items);
                  out.varint32(bytes);
                  link.appended();
                }
              });
    }

    @Override
    public void cancel() {
      // A handler that reads no more requests simply grants no more credit.
    }
  }
}
