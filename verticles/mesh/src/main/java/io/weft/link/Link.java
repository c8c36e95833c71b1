package io.weft.link;

import io.vertx.core.internal.logging.Logger;
import io.vertx.core.internal.logging.LoggerFactory;
import io.weft.call.Call;
import io.weft.call.CallFailure;
import io.weft.contract.Code;
import io.weft.link.frame.Frame;
import io.weft.link.ledger.Arrivals;
import io.weft.link.ledger.OneWayDelay;
import io.weft.link.ledger.Unsent;
import io.weft.stream.OutboundStream;
import io.weft.wire.Reader;
import io.weft.wire.WireException;
import io.weft.wire.Writer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What one lane has with one lane of another node: the batch that is being filled, the sequence of
 * batches both ways, and the calls both ways. On the lane's thread.
 *
 * <p>Batches are numbered within an epoch. A receiver that misses a number answers with a FENCE:
 * "accepted up to n of this epoch, and no more of it will be"; so the sender knows which calls
 * surely never arrived, and goes on in a new epoch.
 *
 * <p>Each end knows the first epoch of the other end. When that grows, the other end was dropped
 * and made anew, and remembers nothing: its calls are cancelled here, and calls to it fail.
 */
final class Link {
  private static final Logger log = LoggerFactory.getLogger(Link.class);

  private final Lane lane;
  private final LaneAddress peer;
  private final Outgoing outgoing = new Outgoing(this);
  private final Incoming incoming = new Incoming(this);
  private final Silence silence;
  private final Arrivals arrivals;
  final OneWayDelay way = new OneWayDelay();
  private final Outbox outbox;
  private int peerBorn;
  private boolean ignored;
  private boolean unreachable;
  private boolean closed;

  Link(Lane lane, LaneAddress peer, boolean forgotten) {
    this.lane = lane;
    this.peer = peer;
    this.arrivals = new Arrivals(!forgotten);
    this.silence = new Silence(lane.limits().silence(), lane.recent());
    this.outbox = new Outbox(this, arrivals);
  }

  Lane lane() {
    return lane;
  }

  LaneAddress peer() {
    return peer;
  }

  int epoch() {
    return outbox.departures().epoch();
  }

  /** The number of the batch that is being filled. */
  long openSequence() {
    return outbox.departures().open();
  }

  boolean isClosed() {
    return closed;
  }

  /** Whether nothing is sent any more. */
  boolean isMute() {
    return closed || ignored;
  }

  Silence silence() {
    return silence;
  }

  boolean suspect() {
    return ignored || silence.suspect();
  }

  boolean idle() {
    return outgoing.size() == 0 && incoming.isEmpty() && outbox.idle();
  }

  int waiting() {
    return outgoing.size() + incoming.size() + outbox.departures().sent().size();
  }

  void call(Call call, int serviceId, Target.Outcome outcome) {
    outgoing.call(call, serviceId, outcome);
  }

  /** Whether as much is unacknowledged as may be. */
  boolean full() {
    return outbox.full();
  }

  /** Whether a stream may send; if not, it is told when it may. */
  boolean ready(OutboundStream<?> stream) {
    return outbox.ready(stream);
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
    long bytes = outbox.departures().sent().bytes();
    return CallFailure.notProcessed(
        Code.RESOURCE_EXHAUSTED, lane.limits().exceeded(calls, bytes, peer.node()));
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

  void giveUp(Predicate<Call> which, String reason) {
    outgoing.abandonAll(which, "node " + peer.node() + " " + reason);
  }

  void goAway() {
    out().raw(Frame.GOAWAY);
    appended();
  }

  /** The batch that is being filled. */
  Writer out() {
    return outbox.out();
  }

  /** To be called after frames were added: sends the batch at the end of the turn, or when full. */
  void appended() {
    outbox.appended();
  }

  void startWaiting() {
    silence.waitingSince(lane.turn());
    lane.arm();
  }

  void flush() {
    outbox.flush();
  }

  /** A fault of this node: the peer misses the batch, or is asked and does not answer. */
  void flushFailed(Throwable fault) {
    lane.stats().failedFlushes++;
    log.error("unexpected, in a batch for node " + peer.node(), fault);
    silence.askSoon();
  }

  void writeFailed(int failedEpoch, long number, Throwable cause) {
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
    if (header.born() != peerBorn && !meet(header)) {
      lane.stats().duplicates++;
      return;
    }
    long now = lane.now();
    silence.heard(now);
    way.arrived(now, header.sentNanos(), lane.queue.stands());
    unreachable = false;
    outbox.acknowledged(header.ackEpoch(), header.ack(), now);
    if (header.sequence() == 0) {
      frames(in, false);
      return;
    }
    lane.arm();
    switch (arrivals.judge(header.epoch(), header.sequence())) {
      case TAKE -> {
        outbox.oweAck();
        frames(in, true);
      }
      case DROP -> lane.stats().duplicates++;
      case GAP -> {
        lane.stats().gaps++;
        fenced();
      }
    }
    if (arrivals.fenceOwed()) {
      outbox.markDirty();
    }
  }

  /** Takes note of the peer's end of the link; false when this is not its latest. */
  private boolean meet(Batch.Header header) {
    if (header.born() < peerBorn) {
      return false;
    }
    boolean first = peerBorn == 0;
    peerBorn = header.born();
    if (!first) {
      restarted(header);
    }
    return true;
  }

  /** The peer dropped its end of the link, with all that it owed and was owed. */
  private void restarted(Batch.Header header) {
    lane.stats().restarts++;
    String reason = "node " + peer.node() + " let go of the link and made it anew";
    incoming.cancelAll(reason);
    if (header.ackEpoch() == epoch() && header.ack() > 0) {
      // The new end has had this epoch from its first batch on.
      outgoing.lostBefore(epoch(), 1, reason);
      return;
    }
    int old = epoch();
    long open = openSequence();
    if (outbox.departures().begun()) {
      outbox.renew();
    }
    outgoing.lostBefore(old, open, reason);
  }

  /** The rest of the peer's epoch is refused: replies and items in it are lost. */
  private void fenced() {
    String reason = "a part of it was lost between here and node " + peer.node();
    outgoing.failStreams(reason);
    incoming.failStreams(reason);
    outgoing.query();
  }

  private void onFence(int fenced, long upTo, boolean sure) {
    // Nobody can have heard of an epoch in which nothing was sent.
    if (fenced != epoch() || !outbox.departures().begun()) {
      return;
    }
    long open = openSequence();
    // The next epoch begins before anybody hears of the failures: new frames belong to it.
    outbox.renew();
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
    outbox.giveUp();
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
        lane.acceptor().event(peer, in);
        in.leave(outer);
      }
      case Frame.PING -> {
        outbox.oweAck();
        outbox.markDirty();
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
    if (outbox.late(now, lane.limits().silence().pingMillis() * 1_000_000)) {
      // The peer talks, but not of these: the last batch is lost, and only a later one shows it.
      silence.askSoon();
    }
    switch (silence.check(now, outgoing.size() > 0 || !outbox.departures().sent().isEmpty())) {
      case ASK -> {
        out().raw(Frame.PING);
        appended();
      }
      case LOST -> {
        giveUp(c -> true, "was silent for " + lane.limits().silence().lostMillis() + " ms");
        if (unreachable) {
          // Nothing of it can arrive any more; kept, it would be asked for again and again.
          outbox.giveUp();
        }
      }
      case FINE -> {
        if (outbox.ackOwed()) {
          outbox.markDirty();
        }
      }
    }
  }

  /** The node is gone: nothing is pending or served any more. */
  void close(String reason) {
    closed = true;
    outgoing.failAll(reason);
    incoming.cancelAll(reason);
    outbox.giveUp();
  }
}
