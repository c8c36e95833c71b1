package io.weft.link;

import static io.weft.link.Ghost.call;
import static io.weft.link.Ghost.frame;
import static io.weft.link.Ghost.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.buffer.Buffer;
import io.weft.contract.Fate;
import io.weft.link.frame.Frame;
import io.weft.mesh.Probe;
import io.weft.mesh.ProbeSpecs;
import io.weft.wire.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What cannot be read: nothing runs, nobody crashes, only its sender is ignored. */
class HostileFramesTest {
  private static final int ONCE = ProbeSpecs.COUNT_ONCE.name().number();
  private static final int SUM = ProbeSpecs.SUM.name().number();
  private static final int NUMBERS = ProbeSpecs.NUMBERS.name().number();
  private static final int TELL = ProbeSpecs.TELL.name().number();
  private Town town;
  private Home home;
  private Probe good;
  private int ghosts;
  private int expectedRuns;

  @BeforeEach
  void start() {
    town = new Town();
    home = town.node("home");
    Served served = home.serve(0);
    good = town.node("good").client(1, served, 0);
  }

  @AfterEach
  void stop() {
    assertThat(Town.get(good.countOnce("good goes on"))).isPositive();
    expectedRuns += home.deeds.runs("good goes on");
    assertThat(town.uncaught).isEmpty();
    assertThat(home.deeds.all.get()).isEqualTo(expectedRuns);
    town.close();
  }

  private Ghost ghost() {
    return new Ghost(town, "ghost-" + ghosts++, 1, home.at(0));
  }

  /** Sends frames in a good batch; they must not be read, nor anything after them. */
  private void refused(Consumer<Writer> frames) {
    town.settle();
    long before = home.stats().malformed();
    Ghost ghost = ghost();
    ghost.send(frames);
    ghost.send(call(77, 1, ONCE, "after"));
    await().until(() -> home.stats().malformed() == before + 1);
    ghost.send(call(78, 1, ONCE, "after"));
    town.settle();
    assertThat(home.deeds.runs("after")).isZero();
    assertThat(home.stats().malformed()).isEqualTo(before + 1);
  }

  @Test
  void noise_isForeign() {
    Random random = new Random(3);
    Ghost ghost = ghost();
    for (int i = 0; i < 500; i++) {
      byte[] bytes = new byte[random.nextInt(200)];
      random.nextBytes(bytes);
      if (bytes.length > 0 && bytes[0] == Batch.VERSION) {
        bytes[0]++;
      }
      ghost.raw(bytes);
    }
    await().until(() -> home.stats().foreign() == 500);
    assertThat(home.stats().malformed()).isZero();
  }

  @Test
  void otherBodies_areForeign() {
    String address = home.at(0).eventBus();
    town.vertx.eventBus().send(address, null);
    town.vertx.eventBus().send(address, "text");
    town.vertx.eventBus().send(address, 5);
    town.vertx.eventBus().send(address, Buffer.buffer(new byte[100]));
    await().until(() -> home.stats().foreign() == 4);
  }

  @Test
  void otherVersion_isForeign() {
    Ghost ghost = ghost();
    for (int version : new int[] {0, 1, 127, 255}) {
      byte[] bytes = ghost.batch(1, call(1, 1, ONCE, "x"));
      bytes[0] = (byte) version;
      ghost.raw(bytes);
    }
    await().until(() -> home.stats().foreign() == 4);
  }

  @Test
  void headersOfNonsense_areForeign() {
    Ghost ghost = ghost();
    List<byte[]> bad = new ArrayList<>();
    for (int[] place :
        new int[][] {{9 + 3, 0x80}, {13, 2}, {17 + 3, 0x80}, {21 + 7, 0x80}, {49, 0}}) {
      byte[] bytes = ghost.batch(1, call(1, 1, ONCE, "x"));
      bytes[place[0]] = (byte) place[1];
      bad.add(bytes);
    }
    byte[] epochZero = ghost.batch(1, call(1, 1, ONCE, "x"));
    Batch.patch(epochZero, 0, 1, 0, 0);
    bad.add(epochZero);
    bad.forEach(ghost::raw);
    await().until(() -> home.stats().foreign() == bad.size());
  }

  @Test
  void halfFrames_atEveryByte_runNothing() {
    byte[] whole = ghost().batch(1, call(1, 1, ONCE, "half"));
    int head = Batch.template(new LaneAddress("ghost-0", 1, 0)).length;
    for (int length = 0; length < whole.length - head; length++) {
      int cut = length;
      Ghost ghost = ghost();
      byte[] bytes = ghost.batch(1, call(1, 1, ONCE, "half"));
      int own = bytes.length - whole.length + head;
      ghost.raw(java.util.Arrays.copyOf(bytes, own + cut));
    }
    int cuts = whole.length - head - 1;
    await().until(() -> home.stats().malformed() == cuts);
    assertThat(home.deeds.runs("half")).isZero();
  }

  @Test
  void mutatedFrames_neverRunMoreThanOnce() {
    Random random = new Random(5);
    int batches = 3_000;
    for (int i = 0; i < batches; i++) {
      Ghost ghost = ghost();
      byte[] bytes = ghost.batch(1, call(1, 1, ONCE, "mutant"));
      int head = Batch.template(ghost.address).length;
      bytes[head + random.nextInt(bytes.length - head)] ^= (byte) (1 << random.nextInt(8));
      ghost.raw(bytes);
    }
    await().until(() -> home.stats().batchesIn() >= batches);
    town.settle();
    assertThat(home.deeds.all.get()).isLessThanOrEqualTo(batches);
    assertThat(home.stats().malformed()).isPositive();
    expectedRuns = home.deeds.all.get();
  }

  @Test
  void noiseAfterAGoodHeader_runsNothing() {
    Random random = new Random(9);
    for (int i = 0; i < 1_000; i++) {
      byte[] noise = new byte[1 + random.nextInt(60)];
      random.nextBytes(noise);
      ghost().send(out -> out.raw(noise, 0, noise.length));
    }
    await().until(() -> home.stats().batchesIn() >= 1_000);
    town.settle();
    assertThat(home.stats().malformed()).isGreaterThan(500);
  }

  @Test
  void unknownFrameTypes_ignoreTheirSender() {
    for (int type : new int[] {0, 17, 18, 100, 127, 128, 255}) {
      refused(frame(type, 1, 2, 3));
    }
  }

  @Test
  void lyingLengths_areRefusedWithoutAllocating() {
    for (long length :
        new long[] {-1, Integer.MIN_VALUE, Integer.MAX_VALUE, 1L << 31, 1L << 32 | 5, 1_000}) {
      refused(call(1, 1, ONCE, 0, out -> out.varint(length)));
      refused(frame(Frame.EVENT, length));
      refused(frame(Frame.REPLY, 5, length));
      refused(frame(Frame.REPLY_ITEM, 5, length));
      refused(frame(Frame.REQUEST_ITEM, 5, length));
      refused(frame(Frame.FAIL, 5, 1, 1, length));
      refused(frame(Frame.QUERY, Math.max(1, (int) length)));
      refused(call(1, 1, ONCE, Frame.PAIRS, out -> out.varint(length)));
    }
  }

  @Test
  void tooManyPairs_areRefused() {
    refused(
        call(
            1,
            1,
            ONCE,
            Frame.PAIRS,
            out -> {
              out.varint32(65);
              for (int i = 0; i < 130; i++) {
                out.string("p" + i);
              }
              text(out, "pairs");
            }));
  }

  @Test
  void callThatDoesNotFitItsMethod_neverRuns() {
    Ghost ghost = ghost();
    ghost.send(call(0, 1, ONCE, "no number"));
    ghost.send(call(0, 1, NUMBERS, 0, out -> out.varint32(0)));
    ghost.send(call(0, 1, SUM, Frame.STREAM, out -> {}));
    ghost.send(call(5, 1, TELL, "number"));
    ghost.send(call(6, 1, ONCE, Frame.STREAM, out -> {}));
    ghost.send(call(7, 1, SUM, 0, out -> text(out, "no stream")));
    await().until(() -> ghost.seen(Frame.FAIL).size() == 3);
    assertThat(ghost.seen(Frame.FAIL))
        .allMatch(f -> f.numbers().get(2) == Fate.NOT_PROCESSED.ordinal());
    ghost.send(call(8, 1, ONCE, "fits"));
    await().until(() -> ghost.seen(Frame.REPLY).size() == 1);
    expectedRuns = 1;
  }

  @Test
  void callWithoutTimeLeft_isRefused() {
    for (long millis : new long[] {0, -5}) {
      refused(
          call(
              1,
              1,
              ONCE,
              Frame.DEADLINE,
              out -> {
                out.varint(millis);
                text(out, "late");
              }));
    }
  }

  @Test
  void numberTwice_runsOnce() {
    int hang = ProbeSpecs.HANG.name().number();
    Consumer<Writer> first = call(9, 1, hang, "twice");
    refused(
        out -> {
          first.accept(out);
          first.accept(out);
        });
    assertThat(home.deeds.runs("twice")).isEqualTo(1);
    assertThat(home.deeds.contexts.get("twice").cancelled()).isTrue();
    expectedRuns = 1;
  }

  @Test
  void framesWithoutABatchNumber_areRefused() {
    Ghost ghost = ghost();
    ghost.send(0, call(1, 1, ONCE, "unnumbered"));
    await().until(() -> home.stats().malformed() == 1);
    Ghost empty = ghost();
    empty.send(0, out -> {});
    empty.send(call(1, 1, ONCE, "numbered"));
    await().until(() -> empty.seen(Frame.REPLY).size() == 1);
    expectedRuns = 1;
  }

  @Test
  void batchAboveTheLimit_isDroppedAndShowsAsAGap() {
    Ghost ghost = ghost();
    ghost.send(out -> out.raw(new byte[3 << 20], 0, 3 << 20));
    await().until(() -> home.stats().malformed() == 1);
    ghost.send(call(1, 1, ONCE, "x"));
    await().until(() -> ghost.seen(Frame.FENCE).size() == 1);
    ghost.epoch++;
    ghost.send(1, call(2, 1, ONCE, "next epoch"));
    await().until(() -> ghost.seen(Frame.REPLY).size() == 1);
    expectedRuns = 1;
  }
}
