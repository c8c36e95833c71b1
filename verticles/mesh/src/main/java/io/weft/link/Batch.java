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
  static final int VERSION = 2;

  /** The least a header takes: all fixed fields and an empty node id. */
  static final int FIXED_HEADER = 51;

  private static final int BORN = 13;
  private static final int EPOCH = 17;
  private static final int SENT = 41;

  /**
   * The head of a batch.
   *
   * @param sender the lane it comes from
   * @param born the first epoch of the sender's end of this link: a greater one shows that it was
   *     made anew
   * @param epoch the sender's epoch on this link
   * @param sequence the batch's place in its epoch, from 1; 0 for one that only acknowledges
   * @param ackEpoch the epoch that is acknowledged
   * @param ack all batches of that epoch up to this one have arrived
   * @param sentNanos when it was sent, by the sender's clock; 0 when it does not say
   */
  record Header(
      LaneAddress sender,
      int born,
      int epoch,
      long sequence,
      int ackEpoch,
      long ack,
      long sentNanos) {}

  Reader reader() {
    return new Reader(bytes, offset, length);
  }

  /** The head of a sender's batches; {@link #patchBorn} and {@link #patch} put in the rest. */
  static byte[] template(LaneAddress sender) {
    io.weft.wire.Writer out = new io.weft.wire.Writer(FIXED_HEADER + 40);
    out.raw(VERSION);
    out.fixed64(sender.incarnation());
    out.fixed32(sender.lane());
    out.fixed32(0);
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
    putInt(batch, EPOCH, epoch);
    putLong(batch, EPOCH + 4, sequence);
    putInt(batch, EPOCH + 12, ackEpoch);
    putLong(batch, EPOCH + 16, ack);
  }

  /** Puts in the first epoch of the sender's end of the link. */
  static void patchBorn(byte[] batch, int born) {
    putInt(batch, BORN, born);
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
    int born = in.fixed32();
    int epoch = in.fixed32();
    long sequence = in.fixed64();
    int ackEpoch = in.fixed32();
    long ack = in.fixed64();
    long sent = in.fixed64();
    String node = in.string();
    if (lane < 0 || born < 1 || epoch < born || sequence < 0 || node.isEmpty()) {
      throw new io.weft.wire.WireException(
          "lane %d, first epoch %d, epoch %d, sequence %d, node '%s'"
              .formatted(lane, born, epoch, sequence, node));
    }
    LaneAddress sender = new LaneAddress(node, incarnation, lane);
    return new Header(sender, born, epoch, sequence, ackEpoch, ack, sent);
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
