package io.weft.link;

import io.vertx.core.eventbus.DeliveryOptions;
import io.vertx.core.eventbus.MessageProducer;
import io.vertx.core.internal.logging.Logger;
import io.vertx.core.internal.logging.LoggerFactory;
import io.vertx.core.tracing.TracingPolicy;
import io.weft.call.Call;
import io.weft.call.CallFailure;
import io.weft.contract.Code;
import io.weft.link.ledger.OneWayDelay;
import io.weft.link.ledger.SentBytes;
import io.weft.link.ledger.Unsent;
import io.weft.wire.Reader;
import io.weft.wire.WireException;
import io.weft.wire.Writer;
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
  private final Arrivals arrivals;
  final OneWayDelay way = new OneWayDelay();
  private boolean ackOwed;
  private long ackedAt;
  private boolean dirty;
  private boolean ignored;
  private boolean unreachable;
  private boolean closed;

  Link(Lane lane, LaneAddress peer, boolean forgotten) {
    this.lane = lane;
    this.peer = peer;
    this.arrivals = new Arrivals(!forgotten);
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
    return outgoing.size() == 0 && incoming.isEmpty() && sent.isEmpty() && !ackOwed;
  }

  int waiting() {
    return outgoing.size() + incoming.size() + sent.size();
  }

  void call(Call call, int serviceId, Target.Outcome outcome) {
    outgoing.call(call, serviceId, outcome);
  }

  /** Whether as much is unacknowledged as may be. */
  boolean full() {
    return sent.bytes() >= lane.limits().bytesPerLink();
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
    if (calls < lane.limits().callsPerLink() && !full()) {
      return null;
    }
    lane.stats().refused++;
    return CallFailure.notProcessed(
        Code.RESOURCE_EXHAUSTED, lane.limits().exceeded(calls, sent.bytes(), peer.node()));
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
    if (arrivals.fenceOwed() && !closed) {
      sendFence();
    }
    Writer writer = out;
    boolean frames = writer != null;
    if (closed || ignored || (!frames && !ackOwed)) {
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
        ackedAt = lane.now();
        silence.waitingSince(ackedAt);
      }
      sent.add(number, writer.length());
      lane.arm();
    }
    int length = writer.length();
    capacity = Math.min(lane.limits().batchBytes() + 4096, Math.max(512, length + length / 4));
    send(writer, number);
  }

  /** In a batch without a number: it has to pass even when batches of this lane are fenced too. */
  private void sendFence() {
    Writer writer = new Writer(128);
    writer.raw(lane.head(), 0, lane.head().length);
    arrivals.writeFence(writer);
    send(writer, 0);
  }

  private void send(Writer writer, long number) {
    int length = writer.length();
    Batch.patch(writer.array(), epoch, number, arrivals.epoch(), arrivals.sequence());
    Batch.stamp(writer.array(), lane.now());
    ackOwed = false;
    lane.stats().batchesOut++;
    lane.stats().bytesOut += length;
    int sentEpoch = epoch;
    producer
        .write(new Batch(writer.array(), 0, length))
        .onFailure(failure -> lane.execute(() -> writeFailed(sentEpoch, number, failure)));
  }

  private void writeFailed(int failedEpoch, long number, Throwable cause) {
    if (closed) {
      return;
    }
    unreachable = true;
    // What else was in the batch, replies and items, is missed by the peer when it sees the gap.
    silence.askSoon();
    if (Unsent.surely(cause)) {
      outgoing.notSent(failedEpoch, number, cause);
      if (Unsent.refused(cause)) {
        outgoing.failAll("node " + peer.node() + " refuses connections");
      }
    }
  }

  void receive(Batch.Header header, Reader in) {
    if (ignored || closed) {
      return;
    }
    long now = lane.now();
    silence.heard(now);
    way.arrived(now, header.sentNanos(), lane.queue.stands());
    unreachable = false;
    if (header.ackEpoch() == epoch && sent.acknowledge(header.ack())) {
      ackedAt = lane.now();
    }
    if (header.sequence() == 0) {
      frames(in, false);
      return;
    }
    lane.arm();
    switch (arrivals.judge(header.epoch(), header.sequence())) {
      case TAKE -> {
        ackOwed = true;
        frames(in, true);
      }
      case DROP -> lane.stats().duplicates++;
      case GAP -> {
        lane.stats().gaps++;
        fenced();
      }
    }
    if (arrivals.fenceOwed()) {
      markDirty();
    }
  }

  /** The rest of the peer's epoch is refused: replies and items in it are lost. */
  private void fenced() {
    String reason = "a part of it was lost between here and node " + peer.node();
    outgoing.failStreams(reason);
    incoming.failStreams(reason);
    outgoing.query();
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
    // An earlier question may have been in the refused part.
    outgoing.query();
  }

  /** Reads frames; in a batch without a number only fences, which may come twice or late. */
  private void frames(Reader in, boolean numbered) {
    try {
      while (in.remaining() > 0) {
        int type = in.raw();
        if (!numbered && type != Frame.FENCE) {
          throw new WireException("frame type " + type + " in a batch without a number");
        }
        frame(type, in);
      }
    } catch (WireException e) {
      ignore(e);
    } catch (Throwable t) {
      // A fault of this node: nobody knows how much of the batch was done.
      log.error("unexpected, in a batch of node " + peer.node(), t);
      if (numbered) {
        arrivals.broken();
        fenced();
      }
    }
  }

  private void ignore(WireException cause) {
    lane.stats().malformed++;
    ignored = true;
    log.error(
        "node %s, lane %d sent a batch that cannot be read; it is ignored from now on: %s"
            .formatted(peer.node(), peer.lane(), cause.getMessage()));
    outgoing.failAll("its node sends what cannot be read");
    incoming.cancelAll("the caller's node sends what cannot be read");
    sent.clear();
    ackOwed = false;
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
      case Frame.TRAIL -> outgoing.onTrail(in.varint32(), in);
      case Frame.FENCE -> onFence(in.varint32(), in.varint(), in.bool());
      case Frame.QUERY -> incoming.onQuery(in);
      default -> throw new WireException("frame type " + type + " (expected: 1 to 15)");
    }
  }

  /** Called about every 10 ms while the lane has work. */
  void tick(long now) {
    if (ignored) {
      return;
    }
    outgoing.sweep(now);
    incoming.sweep(now);
    if (!sent.isEmpty() && now - ackedAt > lane.limits().silence().pingMillis() * 1_000_000) {
      // The peer talks, but not of these: the last batch is lost, and only a later one shows it.
      ackedAt = now;
      silence.askSoon();
    }
    switch (silence.check(now, outgoing.size() > 0 || !sent.isEmpty())) {
      case ASK -> {
        out().raw(Frame.PING);
        appended();
      }
      case LOST -> {
        outgoing.abandonAll(
            "node %s was silent for %d ms"
                .formatted(peer.node(), lane.limits().silence().lostMillis()));
        if (unreachable) {
          // Nothing of it can arrive any more; kept, it would be asked for again and again.
          sent.clear();
        }
      }
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
