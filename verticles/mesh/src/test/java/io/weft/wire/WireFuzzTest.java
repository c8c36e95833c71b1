package io.weft.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Whatever the bytes are: a value or a {@link WireException}, in memory near their own size. */
class WireFuzzTest {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  @Provide
  Arbitrary<Tree> trees() {
    return tree(3);
  }

  private static Arbitrary<Tree> tree(int levels) {
    Arbitrary<List<Tree>> boughs =
        levels == 0
            ? Arbitraries.just(List.of())
            : Arbitraries.lazy(() -> tree(levels - 1)).list().ofMaxSize(3);
    return Combinators.combine(
            Arbitraries.longs(),
            Arbitraries.integers(),
            Arbitraries.doubles(),
            Arbitraries.of(true, false),
            Arbitraries.strings().ofMaxLength(200).filter(WireFuzzTest::wellFormed),
            Arbitraries.bytes().array(byte[].class).ofMaxSize(300),
            boughs)
        .as(Tree::new);
  }

  private static boolean wellFormed(String text) {
    return text.chars().noneMatch(c -> Character.isSurrogate((char) c));
  }

  @Property(tries = 300)
  void roundTrip_isTheIdentity(@ForAll("trees") Tree tree) {
    byte[] bytes = Tree.CODEC.encode(tree);
    Tree back = Tree.CODEC.decode(bytes);
    assertThat(back).isEqualTo(tree);
    assertThat(Tree.CODEC.encode(back)).isEqualTo(bytes);
  }

  @Property(tries = 100)
  void truncation_atEveryByte_isAValueOrAWireException(@ForAll("trees") Tree tree) {
    byte[] bytes = Tree.CODEC.encode(tree);
    for (int length = 0; length < bytes.length; length++) {
      readOrRefuse(bytes, length);
    }
  }

  @Property(tries = 300)
  void mutation_isAValueOrAWireException(
      @ForAll("trees") Tree tree,
      @ForAll @Size(min = 1, max = 8) List<@IntRange(min = 0) Integer> places,
      @ForAll byte value) {
    byte[] bytes = Tree.CODEC.encode(tree);
    for (int place : places) {
      bytes[place % bytes.length] ^= value == 0 ? (byte) 0x80 : value;
      readOrRefuse(bytes, bytes.length);
    }
  }

  @Property(tries = 2_000)
  void noise_isAValueOrAWireException(@ForAll @Size(max = 400) byte[] bytes) {
    readOrRefuse(bytes, bytes.length);
  }

  @Property(tries = 500)
  void scalars_roundTrip(
      @ForAll int i, @ForAll long l, @ForAll float f, @ForAll double d, @ForAll boolean b) {
    Writer out = new Writer(0);
    out.varint32(i);
    out.varint(l);
    out.float32(f);
    out.float64(d);
    out.bool(b);
    out.fixed32(i);
    out.fixed64(l);
    Reader in = out.toReader();
    assertThat(in.varint32()).isEqualTo(i);
    assertThat(in.varint()).isEqualTo(l);
    assertThat(Float.floatToRawIntBits(in.float32())).isEqualTo(Float.floatToRawIntBits(f));
    assertThat(Double.doubleToRawLongBits(in.float64())).isEqualTo(Double.doubleToRawLongBits(d));
    assertThat(in.bool()).isEqualTo(b);
    assertThat(in.fixed32()).isEqualTo(i);
    assertThat(in.fixed64()).isEqualTo(l);
    assertThat(in.remaining()).isZero();
  }

  private static void readOrRefuse(byte[] bytes, int length) {
    long before = THREADS.getCurrentThreadAllocatedBytes();
    try {
      Tree.CODEC.read(new Reader(bytes, 0, length));
    } catch (WireException expected) {
      assertThat(expected.getMessage()).isNotEmpty();
    }
    // An empty message of two bytes becomes an object, a list and a place in a list.
    assertThat(THREADS.getCurrentThreadAllocatedBytes() - before)
        .isLessThan(200L * length + (256 << 10));
  }
}
