package io.weft.link;

import static io.weft.link.Town.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Future;
import io.weft.call.CallFailure;
import io.weft.call.CallScope;
import io.weft.contract.Code;
import io.weft.contract.Fate;
import io.weft.mesh.Probe;
import io.weft.mesh.Probe.Note;
import io.weft.stream.Window;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a caller's link takes on, and no more. */
class BoundsTest {
  private Town town;
  private Home home;
  private Probe probe;

  @BeforeEach
  void start() {
    town = new Town();
    home = town.node("home");
    probe = home.client(0, new Ghost(town, "ghost", 5, home.at(0)).address, 1, 0);
  }

  @AfterEach
  void stop() {
    assertThat(town.uncaught).isEmpty();
    town.close();
  }

  @Test
  void peerThatNeverAcknowledges_costsItsBoundOfBytesAndNoMore() {
    Limits narrow =
        new Limits(1 << 20, 16 << 10, 1 << 16, 100_000, Window.DEFAULT, Town.QUICK.silence());
    Home strict = town.node("strict", 1, narrow);
    Ghost deaf = new Ghost(town, "deaf", 1, strict.at(0));
    Probe calls = strict.client(0, deaf.address, 1, 0);
    List<Future<Note>> notes = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      notes.add(calls.echo(new Note("x".repeat(1_000), List.of())));
    }
    await().until(() -> strict.stats().refused() > 1_800);
    long refused =
        notes.stream()
            .filter(Future::isComplete)
            .filter(f -> failure(f).code() == Code.RESOURCE_EXHAUSTED)
            .count();
    assertThat(refused).isEqualTo(strict.stats().refused()).isBetween(1_850L, 1_950L);
    notes.stream()
        .filter(Future::isComplete)
        .forEach(
            f -> {
              if (failure(f).code() == Code.RESOURCE_EXHAUSTED) {
                assertThat(failure(f).fate()).isEqualTo(Fate.NOT_PROCESSED);
              }
            });
    assertThat(strict.stats().bytesOut()).isLessThan(100_000 + 2 * (16 << 10));
    Town.on(
        strict.lane(0),
        () -> {
          assertThat(strict.lane(0).event(deaf.address, new byte[10], 0, 10)).isFalse();
          return 0;
        });
    deaf.acknowledging = true;
    await()
        .until(
            () -> {
              Future<Note> once = calls.echo(new Note("again", List.of()));
              town.settle();
              return !once.isComplete();
            });
  }

  @Test
  void baggageBeyondItsBound_isRefusedHereAndNotSent() {
    CallScope scope = CallScope.inherit();
    for (int i = 0; i < 65; i++) {
      scope.baggage("k" + i, "v");
    }
    CallFailure failure = failure(scope.run(() -> probe.countOnce("x")));
    assertThat(failure.code()).isEqualTo(Code.INVALID_ARGUMENT);
    assertThat(failure.fate()).isEqualTo(Fate.NOT_PROCESSED);
    assertThat(home.stats().callsOut()).isZero();
  }
}
