package io.weft.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.buffer.Buffer;
import io.weft.contract.Code;
import io.weft.link.frame.Frame;
import io.weft.link.frame.Payload;
import io.weft.wire.Codec;
import io.weft.wire.Reader;
import io.weft.wire.WellKnown;
import io.weft.wire.WireException;
import io.weft.wire.Writer;
import java.util.Arrays;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;

class BatchTest {
  private static final Batch.Codec CODEC = new Batch.Codec();

  private static byte[] batch(
      LaneAddress sender, int epoch, long sequence, int ackEpoch, long ack) {
    byte[] bytes = Batch.template(sender);
    Batch.patchBorn(bytes, epoch);
    Batch.patch(bytes, epoch, sequence, ackEpoch, ack);
    return bytes;
  }

  private static Reader reader(byte[] bytes) {
    return new Batch(bytes, 0, bytes.length).reader();
  }

  @Property(tries = 500)
  void header_roundTrips(
      @ForAll @AlphaChars @StringLength(min = 1, max = 127) String node,
      @ForAll long incarnation,
      @ForAll @IntRange(min = 0) int lane,
      @ForAll @IntRange(min = 1) int epoch,
      @ForAll @LongRange(min = 0) long sequence,
      @ForAll int ackEpoch,
      @ForAll long ack) {
    LaneAddress sender = new LaneAddress(node, incarnation, lane);
    Reader in = reader(batch(sender, epoch, sequence, ackEpoch, ack));
    assertThat(Batch.header(in))
        .isEqualTo(new Batch.Header(sender, epoch, epoch, sequence, ackEpoch, ack, 0));
    assertThat(in.remaining()).isZero();
  }

  @Example
  void header_cutAtEveryByte_isRefused() {
    byte[] whole = batch(new LaneAddress("some-node", 77, 3), 2, 9, 1, 4);
    assertThat(whole.length).isGreaterThanOrEqualTo(Batch.FIXED_HEADER);
    for (int length = 0; length < whole.length; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      assertThatThrownBy(() -> Batch.header(reader(cut))).isInstanceOf(WireException.class);
    }
  }

  @Property(tries = 1_000)
  void header_mutatedOrNoise_isReadOrRefused(
      @ForAll @IntRange(min = 0) int place,
      @ForAll byte value,
      @ForAll @Size(max = 80) byte[] noise) {
    byte[] bytes = batch(new LaneAddress("some-node", 77, 3), 2, 9, 1, 4);
    bytes[place % bytes.length] = value;
    readOrRefuse(bytes);
    readOrRefuse(noise);
  }

  private static void readOrRefuse(byte[] bytes) {
    try {
      Batch.Header header = Batch.header(reader(bytes));
      assertThat(header.epoch()).isPositive();
      assertThat(header.sequence()).isNotNegative();
      assertThat(header.sender().lane()).isNotNegative();
      assertThat(header.sender().node()).isNotEmpty();
    } catch (WireException expected) {
      assertThat(expected.getMessage()).isNotEmpty();
    }
  }

  @Example
  void nodeId_thatIsTooLong_isRefused() {
    Batch.template(new LaneAddress("n".repeat(127), 1, 0));
    assertThatThrownBy(() -> Batch.template(new LaneAddress("n".repeat(128), 1, 0)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("128 bytes");
  }

  @Property(tries = 200)
  void codec_roundTripsBehindWhateverIsInFront(
      @ForAll @Size(max = 200) byte[] content, @ForAll @IntRange(min = 0, max = 50) int front) {
    byte[] padded = new byte[content.length + 7];
    System.arraycopy(content, 0, padded, 3, content.length);
    Buffer wire = Buffer.buffer();
    wire.appendBytes(new byte[front]);
    CODEC.encodeToWire(wire, new Batch(padded, 3, content.length));
    Batch back = CODEC.decodeFromWire(front, wire);
    assertThat(Arrays.copyOfRange(back.bytes(), back.offset(), back.offset() + back.length()))
        .isEqualTo(content);
    Buffer slice =
        Buffer.buffer().appendBytes(new byte[5]).appendBuffer(wire).slice(5, 5 + wire.length());
    Batch sliced = CODEC.decodeFromWire(front, slice);
    assertThat(
            Arrays.copyOfRange(sliced.bytes(), sliced.offset(), sliced.offset() + sliced.length()))
        .isEqualTo(content);
  }

  @Example
  void payload_ofExactlyTheLimit_isWrittenAndOneMoreIsNot() {
    Writer out = new Writer(16);
    assertThat(Payload.write(WellKnown.BYTES, new byte[97], out, 99)).isNull();
    assertThat(((byte[]) Payload.read(WellKnown.BYTES, out.toReader()))).hasSize(97);
    Payload.Flaw flaw = Payload.write(WellKnown.BYTES, new byte[98], out, 99);
    assertThat(flaw.code()).isEqualTo(Code.RESOURCE_EXHAUSTED);
    assertThat(flaw.text()).contains("100 bytes").contains("99");
  }

  @Example
  void payload_ofACodecThatFails_isAFlaw() {
    Payload.Flaw written = Payload.write(new Rude(), "x", new Writer(16), 100);
    assertThat(written.code()).isEqualTo(Code.INVALID_ARGUMENT);
    Writer out = new Writer(16);
    out.string("abc");
    out.raw(42);
    Reader in = out.toReader();
    assertThat(Payload.read(new Rude(), in)).isInstanceOf(Payload.Flaw.class);
    assertThat(in.raw()).isEqualTo(42);
  }

  @Example
  void payload_ofEndlessDepth_isAFlawAndNotAStackOverflow() {
    Payload.Flaw flaw = Payload.write(new Endless(), "x", new Writer(16), 100);
    assertThat(flaw.text()).contains("StackOverflowError");
  }

  @Property(tries = 200)
  void frameBytes_areWhatTheSenderCounts(@ForAll @IntRange(min = 1) int number) {
    Writer out = new Writer(16);
    out.raw(Frame.REPLY_ITEM);
    out.varint32(number);
    assertThat(Payload.frameBytes(number, 10)).isEqualTo(out.length() + 10);
  }

  private static final class Rude implements Codec<String> {
    @Override
    public void write(String value, Writer out) {
      throw new IllegalStateException("on purpose");
    }

    @Override
    public String read(Reader in) {
      in.raw();
      throw new IllegalArgumentException("a record that checks its values");
    }
  }

  @SuppressWarnings("InfiniteRecursion") // That it has no end is the point.
  private static final class Endless implements Codec<String> {
    @Override
    public void write(String value, Writer out) {
      int mark = out.begin();
      write(value, out);
      out.end(mark);
    }

    @Override
    public String read(Reader in) {
      return "";
    }
  }
}
