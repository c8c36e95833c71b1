package io.weft.link;

import io.vertx.core.eventbus.DeliveryOptions;
import io.vertx.core.eventbus.MessageProducer;
import io.vertx.core.tracing.TracingPolicy;
import io.weft.link.frame.Frame;
import io.weft.link.ledger.Arrivals;
import io.weft.link.ledger.Departures;
import io.weft.stream.OutboundStream;
import io.weft.wire.Writer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a link is about to send: the batch that is being filled, the batches on their way, and the
 * streams that wait until some of these have arrived. On the lane's thread.
 */
final class Outbox {
  private static final DeliveryOptions OPTIONS =
      new DeliveryOptions().setCodecName(Batch.Codec.NAME).setTracingPolicy(TracingPolicy.IGNORE);

  private final Link link;
  private final Lane lane;
  private final Arrivals arrivals;
  private final Departures departures;
  private final MessageProducer<Batch> producer;
  private final byte[] head;
  private final Set<OutboundStream<?>> stalled = new LinkedHashSet<>();
  private @Nullable Writer out;
  private int capacity = 512;
  private boolean ackOwed;
  private long ackedAt;
  private boolean dirty;

  Outbox(Link link, Arrivals arrivals) {
    this.link = link;
    this.lane = link.lane();
    this.arrivals = arrivals;
    this.departures = new Departures(lane.numbers()::epoch);
    this.producer = lane.vertx().eventBus().sender(link.peer().eventBus(), OPTIONS);
    this.head = lane.head().clone();
    Batch.patchBorn(head, departures.born());
  }

  Departures departures() {
    return departures;
  }

  /** Whether nothing is owed to the peer and nothing awaited from it. */
  boolean idle() {
    return departures.sent().isEmpty() && !ackOwed;
  }

  boolean ackOwed() {
    return ackOwed;
  }

  /** The peer is to hear soon what was taken of its batches. */
  void oweAck() {
    ackOwed = true;
  }

  /** Whether as much is unacknowledged as may be. */
  boolean full() {
    return departures.sent().bytes() >= lane.limits().bytesPerLink();
  }

  /** Whether a stream may send; if not, it is told when it may. */
  boolean ready(OutboundStream<?> stream) {
    if (!full()) {
      return true;
    }
    stalled.add(stream);
    return false;
  }

  /** Takes the peer's word on what it has. */
  void acknowledged(int epoch, long upTo, long now) {
    if (epoch == departures.epoch() && departures.sent().acknowledge(upTo)) {
      ackedAt = now;
      resume();
    }
  }

  /** Whether the last batch is unacknowledged for so long that it may be lost. */
  boolean late(long now, long nanos) {
    if (departures.sent().isEmpty() || now - ackedAt <= nanos) {
      return false;
    }
    ackedAt = now;
    return true;
  }

  /** Nobody will acknowledge what was sent in this epoch; a new one begins. */
  void renew() {
    departures.renew();
    resume();
  }

  /** Expects no acknowledgement any more. */
  void giveUp() {
    departures.sent().clear();
    ackOwed = false;
    resume();
  }

  private void resume() {
    if (!stalled.isEmpty() && !full()) {
      List<OutboundStream<?>> all = List.copyOf(stalled);
      stalled.clear();
      all.forEach(stream -> stream.credit(0, 0));
    }
  }

  /** The batch that is being filled. */
  Writer out() {
    Writer writer = out;
    if (writer == null) {
      writer = new Writer(capacity);
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

  void markDirty() {
    if (!dirty) {
      dirty = true;
      lane.flushLater(link);
    }
  }

  /** Sends what there is to send; a failure of this is counted and harms no other link. */
  void flush() {
    try {
      sendAll();
    } catch (Throwable t) {
      link.flushFailed(t);
    }
  }

  private void sendAll() {
    dirty = false;
    if (arrivals.fenceOwed() && !link.isClosed()) {
      sendFence();
    }
    Writer writer = out;
    boolean frames = writer != null;
    if (link.isMute() || (!frames && !ackOwed)) {
      out = null;
      return;
    }
    if (writer == null) {
      writer = out();
    }
    out = null;
    long number = 0;
    if (frames) {
      if (departures.sent().isEmpty()) {
        ackedAt = lane.recent();
        link.silence().waitingSince(ackedAt);
      }
      number = departures.depart(writer.length());
      lane.arm();
    }
    int length = writer.length();
    capacity = Math.min(lane.limits().batchBytes() + 4096, Math.max(512, length + length / 4));
    send(writer, number);
  }

  /**
   * A fence stands in a batch without a number: it has to pass even when the batches of this lane
   * are fenced too.
   */
  private void sendFence() {
    Writer writer = new Writer(128);
    writer.raw(head, 0, head.length);
    writer.raw(Frame.FENCE);
    arrivals.writeFence(writer);
    send(writer, 0);
  }

  private void send(Writer writer, long number) {
    int length = writer.length();
    int epoch = departures.epoch();
    Batch.patch(writer.array(), epoch, number, arrivals.epoch(), arrivals.sequence());
    Batch.stamp(writer.array(), lane.now());
    ackOwed = false;
    lane.stats().batchesOut++;
    lane.stats().bytesOut += length;
    producer
        .write(new Batch(writer.array(), 0, length))
        .onComplete(
            (done, failure) -> {
              if (failure != null) {
                lane.execute(() -> link.writeFailed(epoch, number, failure));
              }
            });
  }
}
