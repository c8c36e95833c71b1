package io.weft.link;

import static io.weft.link.Town.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Future;
import io.weft.contract.Fate;
import io.weft.mesh.Probe;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Batches whose sending throws on this node. */
class FlushFaultsTest {
  private final Logger log = Logger.getLogger("io.weft");
  private Town town;
  private Home home;
  private Home one;
  private Home two;

  @BeforeEach
  void start() {
    town = new Town();
    home = town.node("home");
    one = town.node("one");
    two = town.node("two");
    log.addHandler(mending);
  }

  /** Ends the fault once it is told. */
  private final Handler mending =
      new Handler() {
        @Override
        public void publish(LogRecord entry) {
          if (entry.getMessage().startsWith("unexpected, in a batch for node")) {
            town.vertx.eventBus().registerCodec(new Batch.Codec());
          }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  @AfterEach
  void stop() {
    log.removeHandler(mending);
    assertThat(town.uncaught).isEmpty();
    town.close();
  }

  @Test
  void oneLinkThatThrows_keepsNoOtherFromBeingFlushed() {
    Probe first = home.client(0, one.serve(1), 0);
    Probe second = home.client(0, two.serve(1), 0);
    get(first.countOnce("warm"));
    get(second.countOnce("warm"));
    town.settle();
    Future<?>[] calls = new Future<?>[2];
    Town.on(
        home.lane(0),
        () -> {
          calls[0] = first.countOnce("thrown");
          calls[1] = second.countOnce("other");
          // Without its codec the bus throws at the first batch; the second finds it again.
          town.vertx.eventBus().unregisterCodec(Batch.Codec.NAME);
          return 0;
        });
    assertThat(get(calls[1])).isEqualTo(1);
    // The peer is asked at once, misses a number, and says so.
    assertThat(Town.failure(calls[0]).fate()).isEqualTo(Fate.NOT_PROCESSED);
    assertThat(one.deeds.runs("thrown")).isZero();
    assertThat(home.stats().failedFlushes()).isEqualTo(1);
    assertThat(town.surprises.remove().getThrown()).hasMessageContaining("No message codec");
    await().until(() -> home.waiting() == 0);
  }
}
