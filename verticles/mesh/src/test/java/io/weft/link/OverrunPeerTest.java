package io.weft.link;

import static io.weft.link.Ghost.call;
import static io.weft.link.Ghost.frame;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Future;
import io.vertx.core.ThreadingModel;
import io.vertx.core.internal.ContextInternal;
import io.weft.call.CallFailure;
import io.weft.contract.Code;
import io.weft.link.frame.Frame;
import io.weft.mesh.Probe;
import io.weft.mesh.ProbeSpecs;
import io.weft.stream.Streams;
import io.weft.stream.Window;
import io.weft.wire.Writer;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Peers that do not keep to their credit, or give more than anybody can use. */
class OverrunPeerTest {
  private static final int NUMBERS = ProbeSpecs.NUMBERS.name().number();
  private static final int SUM = ProbeSpecs.SUM.name().number();
  private Town town;

  @BeforeEach
  void start() {
    town = new Town();
  }

  @AfterEach
  void stop() {
    assertThat(town.uncaught).isEmpty();
    town.close();
  }

  private static void items(Writer out, int type, int number, int count) {
    for (int i = 0; i < count; i++) {
      out.raw(type);
      out.varint32(number);
      int mark = out.begin();
      out.tag(8);
      out.varint(7);
      out.end(mark);
    }
  }

  @Test
  void repliesBeyondTheWindow_failTheCallAndTellThePeer() {
    Home home = town.node("home");
    Ghost ghost = new Ghost(town, "ghost", 5, home.at(0));
    Probe probe = home.client(0, ghost.address, 1, 0);
    var stream = probe.numbers(1_000_000);
    stream.pause();
    Future<List<Integer>> all = Streams.toList(stream);
    await().until(() -> !ghost.seen(Frame.REPLY_CREDIT).isEmpty());
    int number = ghost.seen(Frame.CALL).get(0).numbers().get(0).intValue();
    ghost.send(out -> items(out, Frame.REPLY_ITEM, number, Window.DEFAULT.items()));
    town.settle();
    assertThat(ghost.seen(Frame.CANCEL)).isEmpty();
    ghost.send(out -> items(out, Frame.REPLY_ITEM, number, 3));
    await().until(() -> ghost.seen(Frame.CANCEL).size() == 1);
    assertThat(home.stats().overruns()).isEqualTo(1);
    stream.resume();
    CallFailure failure = Town.failure(all);
    assertThat(failure.code()).isEqualTo(Code.INTERNAL);
    assertThat(failure.message())
        .startsWith("node ghost sent more items of")
        .endsWith("than it was granted (window: 256 items, 1,048,576 bytes)");
  }

  @Test
  void requestsBeyondTheWindow_failTheCallAndCancelItsHandler() {
    Home home = town.node("home");
    ContextInternal worker =
        town.vertx.contextBuilder().withThreadingModel(ThreadingModel.WORKER).build();
    Served served = home.serve(worker, ProbeSpecs.CONTRACT, home.deeds);
    Ghost ghost = new Ghost(town, "ghost", 5, served.lane().address());
    CountDownLatch gate = new CountDownLatch(1);
    worker.runOnContext(
        busy -> {
          try {
            gate.await();
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
        });
    ghost.send(
        out -> {
          call(3, served.id(), SUM, Frame.STREAM, rest -> {}).accept(out);
          items(out, Frame.REQUEST_ITEM, 3, 10 * Window.DEFAULT.items());
        });
    await().until(() -> ghost.seen(Frame.FAIL).size() == 1);
    gate.countDown();
    assertThat(ghost.seen(Frame.FAIL).get(0).numbers())
        .startsWith(3L, (long) Code.INTERNAL.number());
    assertThat(ghost.seen(Frame.FAIL).get(0).text()).startsWith("node ghost sent more requests");
    assertThat(home.stats().overruns()).isEqualTo(1);
    await().until(() -> served.inFlight() == 0);
  }

  @Test
  void endlessCreditOfAPeerThatAcknowledgesNothing_holdsNoMoreThanTheLink() {
    Limits narrow =
        new Limits(1 << 20, 16 << 10, 1 << 16, 100_000, Window.DEFAULT, Town.QUICK.silence());
    Home strict = town.node("strict", 1, narrow);
    Served served = strict.serve(0);
    Ghost greedy = new Ghost(town, "greedy", 5, strict.at(0));
    greedy.send(
        out -> {
          call(1, served.id(), NUMBERS, 0, rest -> number(rest, 100_000)).accept(out);
          for (int i = 0; i < 5; i++) {
            frame(Frame.REPLY_CREDIT, 1, Integer.MAX_VALUE, Integer.MAX_VALUE).accept(out);
          }
        });
    await().until(() -> strict.stats().bytesOut() > 90_000);
    town.settle();
    int items = greedy.seen(Frame.REPLY_ITEM).size();
    town.settle();
    assertThat(greedy.seen(Frame.REPLY_ITEM)).hasSize(items).hasSizeLessThan(50_000);
    assertThat(strict.stats().bytesOut()).isLessThan(100_000 + 2 * (16 << 10));
    greedy.acknowledging = true;
    greedy.send(out -> {});
    await().until(() -> !greedy.seen(Frame.REPLY).isEmpty());
    assertThat(greedy.seen(Frame.REPLY_ITEM)).hasSize(100_000);
    assertThat(greedy.seen(Frame.FAIL)).isEmpty();
  }

  @Test
  void creditOfNonsense_stopsNobodyElse() {
    Home home = town.node("home");
    Served served = home.serve(0);
    Ghost odd = new Ghost(town, "odd", 5, home.at(0));
    odd.acknowledging = true;
    odd.send(
        out -> {
          call(1, served.id(), NUMBERS, 0, rest -> number(rest, 3)).accept(out);
          frame(Frame.REPLY_CREDIT, 1, Integer.MIN_VALUE, -1).accept(out);
          frame(Frame.REPLY_CREDIT, 1, 10, 1_000).accept(out);
        });
    await().until(() -> !odd.seen(Frame.REPLY).isEmpty());
    assertThat(odd.seen(Frame.REPLY_ITEM)).hasSize(3);
  }

  private static void number(Writer out, int value) {
    int mark = out.begin();
    out.tag(8);
    out.varint(value);
    out.end(mark);
  }
}
