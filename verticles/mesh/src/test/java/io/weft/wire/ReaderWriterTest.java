package io.weft.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReaderWriterTest {
  @Test
  void failure_isForPeople() {
    assertThat("cannot be copied: " + new WireException("number 3 is unknown"))
        .isEqualTo("cannot be copied: number 3 is unknown");
  }

  private static Reader reader(String hex) {
    byte[] bytes = HexFormat.of().parseHex(hex);
    return new Reader(bytes, 0, bytes.length);
  }

  private static void refused(Reader in, Consumer<Reader> read) {
    assertThatThrownBy(() -> read.accept(in)).isInstanceOf(WireException.class);
  }

  @ParameterizedTest
  @ValueSource(
      ints = {0, 1, 126, 127, 128, 129, 16_382, 16_383, 16_384, 16_385, 2_097_151, 2_097_152})
  void nested_atEveryBoundaryOfItsLength_roundTrips(int size) {
    byte[] content = new byte[size];
    Arrays.fill(content, (byte) 7);
    Writer out = new Writer(1);
    out.raw(1);
    int outer = out.begin();
    out.raw(2);
    int inner = out.begin();
    out.raw(content, 0, size);
    out.end(inner);
    out.raw(3);
    out.end(outer);
    out.raw(4);
    Reader in = out.toReader();
    assertThat(in.raw()).isEqualTo(1);
    int outerLimit = in.enter();
    assertThat(in.raw()).isEqualTo(2);
    int innerLimit = in.enter();
    assertThat(in.remaining()).isEqualTo(size);
    assertThat(in.rest()).isEqualTo(content);
    in.leave(innerLimit);
    assertThat(in.raw()).isEqualTo(3);
    assertThat(in.remaining()).isZero();
    in.leave(outerLimit);
    assertThat(in.raw()).isEqualTo(4);
    assertThat(in.tag()).isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 127, 128, 16_383, 16_384})
  void length_isAsShortAsProtobufWritesIt(int size) {
    Writer nested = new Writer(16);
    int mark = nested.begin();
    nested.raw(new byte[size], 0, size);
    nested.end(mark);
    Writer bytes = new Writer(16);
    bytes.bytes(new byte[size]);
    assertThat(nested.toBytes()).isEqualTo(bytes.toBytes());
  }

  @ParameterizedTest
  @ValueSource(
      longs = {0, 1, 127, 128, 1L << 31, 1L << 32, 1L << 62, Long.MAX_VALUE, -1, Long.MIN_VALUE})
  void varint_extremes_roundTrip(long value) {
    Writer out = new Writer(16);
    out.varint(value);
    assertThat(out.toReader().varint()).isEqualTo(value);
    assertThat(out.toReader().varint32()).isEqualTo((int) value);
  }

  @Test
  void varint_ofElevenBytes_isRefused() {
    refused(reader("ffffffffffffffffffff01"), Reader::varint);
    refused(reader("8080808080808080808000"), Reader::varint);
    assertThat(reader("ffffffffffffffffff01").varint()).isEqualTo(-1);
    assertThat(reader("8080808080808080800000").varint()).isZero();
  }

  @Test
  void varint_cut_isRefused() {
    refused(reader(""), Reader::varint);
    refused(reader("80"), Reader::varint32);
    refused(reader("ffffffffffffffffff"), Reader::varint);
  }

  @Test
  void lyingLength_isRefusedBeforeAnythingIsAllocated() {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    for (String length :
        new String[] {"ffffffff07", "ffffffff0f", "80808008", "ffffffffffffffffff01", "03"}) {
      for (Consumer<Reader> read :
          java.util.List.<Consumer<Reader>>of(
              Reader::bytes, Reader::string, Reader::enter, in -> in.skip(2), in -> in.skip(10))) {
        Reader in = reader(length + "0102");
        refused(in, read);
        long before = threads.getCurrentThreadAllocatedBytes();
        try {
          read.accept(reader(length + "0102"));
        } catch (WireException expected) {
          // Counted below.
        }
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(64 << 10);
      }
    }
  }

  @Test
  void limit_holdsInsideANestedMessage() {
    Reader in = reader("0201020304");
    int outer = in.enter();
    in.raw();
    in.raw();
    refused(in, Reader::raw);
    refused(in, Reader::fixed32);
    refused(in, r -> r.skipBytes(1));
    in.leave(outer);
    assertThat(in.remaining()).isEqualTo(2);
  }

  @Test
  void depth_of100_isReadAndOf101Refused() {
    assertThat(Tree.CODEC.decode(Tree.CODEC.encode(Tree.deep(100)))).isEqualTo(Tree.deep(100));
    byte[] deeper = Tree.CODEC.encode(Tree.deep(101));
    assertThatThrownBy(() -> Tree.CODEC.decode(deeper))
        .isInstanceOf(WireException.class)
        .hasMessageContaining("100");
  }

  @Test
  void groups_areSkippedWhole() {
    Reader in = reader("0b" + "1001" + "1b" + "2a0161" + "1c" + "0c" + "0805");
    in.skip(in.tag());
    assertThat(in.tag()).isEqualTo(8);
    assertThat(in.varint()).isEqualTo(5);
  }

  @Test
  void groups_badlyClosed_areRefused() {
    refused(reader("1001"), in -> in.skip(0x0b));
    refused(reader("14"), in -> in.skip(0x0b));
    refused(reader(""), in -> in.skip(0x0c));
    refused(reader("0b".repeat(200_000)), in -> in.skip(in.tag()));
  }

  @Test
  void wireTypes_thatDoNotExist_areRefused() {
    refused(reader("00"), in -> in.skip(6));
    refused(reader("00"), in -> in.skip(15));
  }

  @Test
  void fieldNumberZero_isRefused() {
    refused(reader("00"), Reader::tag);
    refused(reader("07"), Reader::tag);
    refused(reader("808080808000"), Reader::tag);
  }

  @ParameterizedTest
  @ValueSource(strings = {"01ff", "02c080", "03eda080", "04f4908080", "02c3", "01c3", "03e282ac"})
  void string_thatIsNotUtf8_isRefused(String hex) {
    if (hex.equals("03e282ac")) {
      assertThat(reader(hex).string()).isEqualTo("€");
    } else {
      refused(reader(hex), Reader::string);
    }
  }

  @Test
  void string_withTheReplacementCharacterItself_isRead() {
    Writer out = new Writer(16);
    out.string("a\ufffdb");
    assertThat(out.toReader().string()).isEqualTo("a\ufffdb");
  }

  @Test
  void string_withALoneSurrogate_becomesAQuestionMark() {
    Writer out = new Writer(16);
    out.string("a\ud800b");
    assertThat(out.toReader().string()).isEqualTo("a?b");
  }

  @Test
  void negativeCounts_areRefused() {
    refused(reader("0102"), in -> in.skipBytes(-1));
    refused(reader("0102"), in -> in.skipBytes(Integer.MIN_VALUE));
    byte[] three = new byte[3];
    for (int[] bad :
        new int[][] {{-1, 1}, {0, -1}, {2, 2}, {Integer.MAX_VALUE, 1}, {1, Integer.MAX_VALUE}}) {
      assertThatThrownBy(() -> new Reader(three, bad[0], bad[1]))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void read_afterAFailureInTheMiddle_standsBehindTheMessage() {
    Writer out = new Writer(16);
    for (int i = 0; i < 300; i++) {
      int mark = out.begin();
      out.tag(7 << 3 | 2);
      int inner = out.begin();
      out.tag(8);
      out.raw(0x80);
      out.end(inner);
      out.raw("not frames".getBytes(StandardCharsets.UTF_8), 0, 10);
      out.end(mark);
    }
    out.raw(42);
    Reader in = out.toReader();
    for (int i = 0; i < 300; i++) {
      int outer = in.enter();
      refused(in, r -> r.read(Tree.CODEC, outer));
    }
    assertThat(in.raw()).isEqualTo(42);
    assertThat(in.remaining()).isZero();
  }

  @Test
  void truncate_takesBack() {
    Writer out = new Writer(1);
    out.string("kept");
    int mark = out.length();
    out.string("x".repeat(1_000));
    out.truncate(mark);
    out.raw(9);
    Reader in = out.toReader();
    assertThat(in.string()).isEqualTo("kept");
    assertThat(in.raw()).isEqualTo(9);
    assertThat(in.remaining()).isZero();
    assertThatThrownBy(() -> out.truncate(out.length() + 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> out.truncate(-1)).isInstanceOf(IllegalArgumentException.class);
  }
}
