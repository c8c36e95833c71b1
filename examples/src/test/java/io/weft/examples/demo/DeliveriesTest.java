package io.weft.examples.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class DeliveriesTest {
  private static final long LONG_AGO = at(-1_000);

  private final Counts counts = new Counts(0);
  private final Deliveries deliveries = new Deliveries(Pattern.ONE_WAY, counts);

  @Test
  void arrived_once_isGood() {
    deliveries.arrived(deliveries.send(at(0)));
    deliveries.judge(at(60), LONG_AGO);
    expect(1, 0, 0);
  }

  @Test
  void arrived_twice_isAFailure() {
    long number = deliveries.send(at(0));
    deliveries.arrived(number);
    deliveries.arrived(number);
    expect(1, 1, 0);
    assertThat(snapshot().getString("lastFailure")).isEqualTo("oneWay: number 1 arrived twice");
  }

  @Test
  void missing_inAQuietMesh_isAFailure() {
    deliveries.send(at(0));
    deliveries.judge(at(11), LONG_AGO);
    expect(0, 0, 0);
    deliveries.judge(at(12), LONG_AGO);
    expect(0, 1, 0);
  }

  @Test
  void missing_aroundAChange_isUndelivered() {
    deliveries.send(at(0));
    deliveries.judge(at(12), at(10));
    expect(0, 0, 1);
    deliveries.send(at(11));
    deliveries.judge(at(30), at(10));
    expect(0, 0, 2);
  }

  @Test
  void missing_longAfterAChange_isAFailure() {
    deliveries.send(at(13));
    deliveries.judge(at(30), at(10));
    expect(0, 1, 0);
  }

  @Test
  void arrived_afterItWasJudged_isNothing() {
    long number = deliveries.send(at(0));
    deliveries.judge(at(12), at(10));
    deliveries.arrived(number);
    expect(0, 0, 1);
  }

  private void expect(long good, long failed, long undelivered) {
    JsonObject snapshot = snapshot();
    assertThat(snapshot.getJsonObject("patterns").getLong("oneWay")).isEqualTo(good);
    assertThat(snapshot.getLong("failed")).isEqualTo(failed);
    assertThat(snapshot.getLong("undelivered")).isEqualTo(undelivered);
    assertThat(snapshot.getLong("calls")).isEqualTo(good + failed);
  }

  private JsonObject snapshot() {
    return counts.snapshot(at(1));
  }

  private static long at(long seconds) {
    return TimeUnit.SECONDS.toNanos(seconds);
  }
}
