package io.weft.link;

import io.vertx.core.eventbus.DeliveryOptions;
import io.vertx.core.eventbus.MessageProducer;
import io.vertx.core.eventbus.ReplyException;
import io.vertx.core.internal.logging.Logger;
import io.vertx.core.internal.logging.LoggerFactory;
import io.vertx.core.tracing.TracingPolicy;
import io.weft.call.Call;
import io.weft.call.CallFailure;
import io.weft.contract.Code;
import io.weft.wire.Reader;
import io.weft.wire.WireException;
import io.weft.wire.Writer;
import java.net.ConnectException;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;

/**
 * What one lane has with one lane of another node: the batch that is being filled, the sequence of
 * batches both ways, and the calls both ways. On the lane's thread.
 *
 * <p>Batches are numbered within an epoch. A receiver that misses a number answers with a FENCE:
 * "accepted up to n of this epoch, and no more of it will be"; so the sender knows which calls
 * surely never arrived, and goes on in a new epoch.
 */
final class Link {
  private static final Logger log = LoggerFactory.getLogger(Link.class);
  private static final DeliveryOptions OPTIONS =
      new DeliveryOptions().setCodecName(Batch.Codec.NAME).setTracingPolicy(TracingPolicy.IGNORE);

  private final Lane lane;
  private final LaneAddress peer;
  private final MessageProducer<Batch> producer;
  private final Outgoing outgoing = new Outgoing(this);
  private final Incoming incoming = new Incoming(this);
  private final SentBytes sent = new SentBytes();
  private final Silence silence;
  private @Nullable Writer out;
  private int capacity = 512;
  private int epoch = 1;
  private long sequence;
  private int inEpoch;
  private long inSequence;
  private int fencedEpoch;
  private boolean certain = true;
  private boolean ackOwed;
  private boolean dirty;
  private boolean ignored;
  private boolean closed;

  Link(Lane lane, LaneAddress peer, boolean forgotten) {
    this.lane = lane;
    this.peer = peer;
    this.certain = !forgotten;
    this.producer = lane.vertx().eventBus().sender(peer.eventBus(), OPTIONS);
    this.silence = new Silence(lane.limits().silence(), lane.now());
  }

  Lane lane() {
    return lane;
  }

  LaneAddress peer() {
    return peer;
  }

  int epoch() {
    return epoch;
  }

  /** The number of the batch that is being filled. */
  long openSequence() {
    return sequence + 1;
  }

  boolean isClosed() {
    return closed;
  }

  boolean suspect() {
    return ignored || silence.suspect();
  }

  boolean idle() {
    return outgoing.isEmpty() && incoming.isEmpty() && sent.isEmpty() && !ackOwed;
  }

  void call(Call call, int serviceId, Target.Outcome outcome) {
    outgoing.call(call, serviceId, outcome);
  }

  /** Why no more calls are taken, null when they are. */
  @Nullable CallFailure refusal(int calls) {
    if (ignored || closed) {
      return CallFailure.notProcessed(
          Code.UNAVAILABLE,
          "node "
              + peer.node()
              + (closed ? " left the mesh" : " sends what cannot be read and is ignored"));
    }
    Limits limits = lane.limits();
    if (calls < limits.callsPerLink() && sent.bytes() < limits.bytesPerLink()) {
      return null;
    }
    lane.stats().refused++;
    return CallFailure.notProcessed(
        Code.RESOURCE_EXHAUSTED,
        "%,d calls and %,d bytes wait for node %s (limits: %,d calls, %,d bytes)"
            .formatted(
                calls, sent.bytes(), peer.node(), limits.callsPerLink(), limits.bytesPerLink()));
  }

  boolean event(byte[] bytes, int offset, int length) {
    if (refusal(0) != null || length > lane.limits().messageBytes()) {
      return false;
    }
    Writer writer = out();
    writer.raw(Frame.EVENT);
    writer.varint32(length);
    writer.raw(bytes, offset, length);
    appended();
    return true;
  }

  void goAway() {
    out().raw(Frame.GOAWAY);
    appended();
  }

  /** The batch that is being filled. */
  Writer out() {
    Writer writer = out;
    if (writer == null) {
      writer = new Writer(capacity);
      byte[] head = lane.head();
      writer.raw(head, 0, head.length);
      out = writer;
    }
    return writer;
  }

  /** To be called after frames were added: sends the batch at the end of the turn, or when full. */
  void appended() {
    if (out().length() >= lane.limits().batchBytes()) {
      flush();
    } else {
      markDirty();
    }
  }

  private void markDirty() {
    if (!dirty) {
      dirty = true;
      lane.flushLater(this);
    }
  }

  void startWaiting() {
    silence.waitingSince(lane.now());
    lane.arm();
  }

  void flush() {
    dirty = false;
    Writer writer = out;
    boolean frames = writer != null;
    if (closed || !frames && !ackOwed) {
      out = null;
      return;
    }
    if (writer == null) {
      writer = out();
    }
    out = null;
    long number = 0;
    if (frames) {
      number = ++sequence;
      if (sent.isEmpty()) {
        silence.waitingSince(lane.now());
      }
      sent.add(number, writer.length());
      lane.arm();
    }
    int length = writer.length();
    capacity = Math.min(lane.limits().batchBytes() + 4096, Math.max(512, length + length / 4));
    Batch.patch(writer.array(), epoch, number, inEpoch, inSequence);
    ackOwed = false;
    lane.stats().batchesOut++;
    lane.stats().bytesOut += length;
    int sentEpoch = epoch;
    long sentNumber = number;
    producer
        .write(new Batch(writer.array(), 0, length))
        .onComplete(
            (done, failure) -> {
              if (failure != null) {
                lane.execute(() -> writeFailed(sentEpoch, sentNumber, failure));
              }
            });
  }

  private void writeFailed(int failedEpoch, long number, Throwable cause) {
    if (closed) {
      return;
    }
    if (neverSent(cause)) {
      sent.drop(number, failedEpoch == epoch);
      outgoing.notSent(failedEpoch, number, cause);
      if (cause instanceof ConnectException) {
        // Nobody listens there: the process is gone, and so are the answers to earlier calls.
        outgoing.failAll("node " + peer.node() + " refuses connections");
      }
    } else {
      silence.askSoon();
    }
  }

  /** Failures that prove that no byte of the batch left this node. */
  private static boolean neverSent(Throwable cause) {
    return cause instanceof ConnectException
        || cause instanceof UnknownHostException
        || cause instanceof ReplyException
        || "Not a member of the cluster".equals(cause.getMessage());
  }

  void receive(Batch.Header header, Reader in) {
    if (ignored || closed) {
      return;
    }
    silence.heard(lane.now());
    if (header.ackEpoch() == epoch) {
      sent.acknowledge(header.ack());
    }
    if (header.sequence() == 0) {
      return;
    }
    lane.arm();
    if (header.epoch() < inEpoch || header.epoch() <= fencedEpoch) {
      lane.stats().duplicates++;
      return;
    }
    if (header.epoch() > inEpoch) {
      inEpoch = header.epoch();
      inSequence = 0;
    }
    if (header.sequence() <= inSequence) {
      lane.stats().duplicates++;
      return;
    }
    if (header.sequence() > inSequence + 1) {
      fence();
      return;
    }
    inSequence = header.sequence();
    certain = true;
    ackOwed = true;
    frames(in);
  }

  /** A batch is missing: refuses the rest of its epoch and says so. */
  private void fence() {
    lane.stats().gaps++;
    fencedEpoch = inEpoch;
    Writer writer = out();
    writer.raw(Frame.FENCE);
    writer.varint32(inEpoch);
    writer.varint(inSequence);
    writer.bool(certain);
    String reason = "a part of it was lost between here and node " + peer.node();
    outgoing.failStreams(reason);
    incoming.failStreams(reason);
    outgoing.query();
    appended();
  }

  private void onFence(int fenced, long upTo, boolean sure) {
    if (fenced != epoch) {
      return;
    }
    long open = openSequence();
    // The next epoch begins before anybody hears of the failures: new frames belong to it.
    epoch++;
    sequence = 0;
    sent.clear();
    String reason = "a part of it was lost between here and node " + peer.node();
    incoming.failStreams(reason);
    outgoing.failStreams(reason);
    outgoing.fenced(fenced, upTo, sure, open);
  }

  private void frames(Reader in) {
    try {
      while (in.remaining() > 0) {
        frame(in.raw(), in);
      }
    } catch (RuntimeException e) {
      lane.stats().malformed++;
      ignored = true;
      log.error(
          "node "
              + peer.node()
              + ", lane "
              + peer.lane()
              + " sent a batch that cannot be read; it is ignored from now on: "
              + e);
      outgoing.failAll("its node sends what cannot be read");
      incoming.cancelAll("the caller's node sends what cannot be read");
    }
  }

  private void frame(int type, Reader in) {
    switch (type) {
      case Frame.CALL -> incoming.onCall(in);
      case Frame.REPLY -> outgoing.onReply(in.varint32(), in);
      case Frame.FAIL -> outgoing.onFail(in.varint32(), in);
      case Frame.NOT_HERE -> outgoing.onNotHere(in.varint32());
      case Frame.CANCEL -> incoming.onCancel(in.varint32());
      case Frame.REQUEST_ITEM -> incoming.onItem(in.varint32(), in);
      case Frame.REQUEST_END -> incoming.onEnd(in.varint32());
      case Frame.REQUEST_CREDIT ->
          outgoing.onRequestCredit(in.varint32(), in.varint32(), in.varint32());
      case Frame.REPLY_ITEM -> outgoing.onItem(in.varint32(), in);
      case Frame.REPLY_CREDIT -> incoming.onCredit(in.varint32(), in.varint32(), in.varint32());
      case Frame.EVENT -> {
        int outer = in.enter();
        lane.acceptor().event(peer.node(), in);
        in.leave(outer);
      }
      case Frame.PING -> {
        ackOwed = true;
        markDirty();
      }
      case Frame.GOAWAY -> lane.acceptor().goAway(peer.node());
      case Frame.FENCE -> onFence(in.varint32(), in.varint(), in.bool());
      case Frame.QUERY -> incoming.onQuery(in);
      default -> throw new WireException("frame type " + type + " (expected: 1 to 15)");
    }
  }

  /** Called about every 10 ms while the lane has work. */
  void tick(long now) {
    outgoing.sweep(now);
    incoming.sweep(now);
    switch (silence.check(now, !outgoing.isEmpty() || !sent.isEmpty())) {
      case ASK -> {
        out().raw(Frame.PING);
        appended();
      }
      case LOST ->
          outgoing.failAll(
              "node %s was silent for %d ms"
                  .formatted(peer.node(), lane.limits().silence().lostMillis()));
      case FINE -> {
        if (ackOwed) {
          markDirty();
        }
      }
    }
  }

  /** The node is gone: nothing is pending or served any more. */
  void close(String reason) {
    closed = true;
    outgoing.failAll(reason);
    incoming.cancelAll(reason);
    sent.clear();
  }
}
