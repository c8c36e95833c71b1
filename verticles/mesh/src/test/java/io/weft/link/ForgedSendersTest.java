package io.weft.link;

import static io.weft.link.Ghost.call;
import static io.weft.link.Town.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.weft.link.frame.Frame;
import io.weft.mesh.Probe;
import io.weft.mesh.ProbeSpecs;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Batches in the name of lanes that do not exist, as many as a lane has room for links. */
class ForgedSendersTest {
  private static final int HANG = ProbeSpecs.HANG.name().number();
  private Town town;
  private Home home;
  private Home known;
  private Probe fromKnown;

  @BeforeEach
  void start() {
    town = new Town();
    home = town.node("home");
    home.serve(0);
    known = town.node("known");
    fromKnown = known.client(0, home.at(0), 1, 0);
    get(fromKnown.countOnce("warm"));
    home.lanes.members(Map.of("known", 1L, "late", 1L));
  }

  @AfterEach
  void stop() {
    assertThat(town.uncaught).isEmpty();
    town.close();
  }

  private void forge(int count, boolean working) {
    Ghost hand = new Ghost(town, "hand", 1, home.at(0));
    for (int i = 0; i < count; i++) {
      hand.address(new LaneAddress("forged-" + i, 1, 0));
      hand.send(1, working ? call(1, 1, HANG, "f" + i) : out -> {});
    }
    await().until(() -> home.stats().batchesIn() >= count);
    town.settle();
  }

  @Test
  void tableFullOfUnknownLanes_makesRoomForOthers() {
    forge(Links.MOST + 100, false);
    // On a slow machine there was room made already, so none of them was refused.
    assertThat(home.stats().foreign() + home.stats().evicted()).isPositive();
    await().until(() -> home.waiting() == 0);
    town.turn(200);
    Home late = town.node("late");
    assertThat(get(late.client(0, home.at(0), 1, 0).countOnce("late"))).isEqualTo(1);
    assertThat(home.stats().evicted()).isPositive();
    // Who is known kept its link: nothing of it is forgotten.
    assertThat(get(fromKnown.countOnce("known"))).isEqualTo(1);
    assertThat(known.stats().restarts()).isZero();
    assertThat(home.stats().gaps()).isZero();
  }

  @Test
  void linksWithWork_stayAndTheTableStaysBounded() {
    forge(Links.MOST, true);
    await().until(() -> home.deeds.hanging.size() == Links.MOST - 1);
    town.turn(200);
    Ghost more = new Ghost(town, "more", 1, home.at(0));
    long before = home.stats().foreign();
    more.send(call(1, 1, HANG, "more"));
    await().until(() -> home.stats().foreign() == before + 1);
    assertThat(home.stats().evicted()).isZero();
    assertThat(more.seen(Frame.FAIL)).isEmpty();
    home.deeds.hanging.values().forEach(promise -> promise.tryComplete("done"));
  }
}
