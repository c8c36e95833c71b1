package io.weft.link;

import io.netty.buffer.ByteBuf;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.eventbus.MessageCodec;
import io.vertx.core.internal.buffer.BufferInternal;
import io.weft.wire.Reader;

/**
 * One event-bus message: all frames that one turn of a lane's event loop produced for one peer.
 *
 * @param bytes the array
 * @param offset the first byte
 * @param length how many
 */
record Batch(byte[] bytes, int offset, int length) {
  /** Raised when the layout of header or frames changes. */
  static final int VERSION = 1;

  /** The least a header takes: all fixed fields and an empty node id. */
  static final int FIXED_HEADER = 47;

  private static final int SEQUENCE = 17;
  private static final int SENT = 37;

  /**
   * The head of a batch.
   *
   * @param sender the lane it comes from
   * @param epoch the sender's epoch on this link
   * @param sequence the batch's place in its epoch, from 1; 0 for one that only acknowledges
   * @param ackEpoch the epoch that is acknowledged
   * @param ack all batches of that epoch up to this one have arrived
   * @param sentNanos when it was sent, by the sender's clock; 0 when it does not say
   */
  record Header(
      LaneAddress sender, int epoch, long sequence, int ackEpoch, long ack, long sentNanos) {}

  Reader reader() {
    return new Reader(bytes, offset, length);
  }

  /** The head of a sender's batches; {@link #patch} puts in what changes from one to the next. */
  static byte[] template(LaneAddress sender) {
    io.weft.wire.Writer out = new io.weft.wire.Writer(FIXED_HEADER + 40);
    out.raw(VERSION);
    out.fixed64(sender.incarnation());
    out.fixed32(sender.lane());
    out.fixed32(0);
    out.fixed64(0);
    out.fixed32(0);
    out.fixed64(0);
    out.fixed64(0);
    byte[] node = sender.node().getBytes(java.nio.charset.StandardCharsets.UTF_8);
    if (node.length > 127) {
      throw new IllegalArgumentException(
          "node id of " + node.length + " bytes: " + sender.node() + " (expected: at most 127)");
    }
    out.bytes(node);
    return out.toBytes();
  }

  static void patch(byte[] batch, int epoch, long sequence, int ackEpoch, long ack) {
    putInt(batch, SEQUENCE - 4, epoch);
    putLong(batch, SEQUENCE, sequence);
    putInt(batch, SEQUENCE + 8, ackEpoch);
    putLong(batch, SEQUENCE + 12, ack);
  }

  /** Says when the batch was sent: the receiver sees from it how long it stood in queues. */
  static void stamp(byte[] batch, long sentNanos) {
    putLong(batch, SENT, sentNanos);
  }

  /** Reads the head; throws a WireException when it is not one of this version. */
  static Header header(Reader in) {
    int version = in.raw();
    if (version != VERSION) {
      throw new io.weft.wire.WireException(
          "batch version " + version + " (expected: " + VERSION + ")");
    }
    long incarnation = in.fixed64();
    int lane = in.fixed32();
    int epoch = in.fixed32();
    long sequence = in.fixed64();
    int ackEpoch = in.fixed32();
    long ack = in.fixed64();
    long sent = in.fixed64();
    String node = in.string();
    if (lane < 0 || epoch < 1 || sequence < 0 || node.isEmpty()) {
      throw new io.weft.wire.WireException(
          "lane " + lane + ", epoch " + epoch + ", sequence " + sequence + ", node '" + node + "'");
    }
    return new Header(
        new LaneAddress(node, incarnation, lane), epoch, sequence, ackEpoch, ack, sent);
  }

  private static void putInt(byte[] bytes, int at, int value) {
    bytes[at] = (byte) value;
    bytes[at + 1] = (byte) (value >>> 8);
    bytes[at + 2] = (byte) (value >>> 16);
    bytes[at + 3] = (byte) (value >>> 24);
  }

  private static void putLong(byte[] bytes, int at, long value) {
    putInt(bytes, at, (int) value);
    putInt(bytes, at + 4, (int) (value >>> 32));
  }

  /** Carries batches as they are; its name is on every message, so it has one character. */
  static final class Codec implements MessageCodec<Batch, Batch> {
    static final String NAME = "w";

    @Override
    public void encodeToWire(Buffer wire, Batch batch) {
      wire.appendBytes(batch.bytes(), batch.offset(), batch.length());
    }

    @Override
    public Batch decodeFromWire(int position, Buffer wire) {
      int length = wire.length() - position;
      ByteBuf buf = ((BufferInternal) wire).getByteBuf();
      if (buf.hasArray()) {
        return new Batch(buf.array(), buf.arrayOffset() + buf.readerIndex() + position, length);
      }
      return new Batch(wire.getBytes(position, position + length), 0, length);
    }

    @Override
    public Batch transform(Batch batch) {
      return batch;
    }

    @Override
    public String name() {
      return NAME;
    }

    @Override
    public byte systemCodecID() {
      return -1;
    }
  }
}
