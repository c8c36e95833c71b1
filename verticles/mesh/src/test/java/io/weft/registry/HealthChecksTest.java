package io.weft.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.weft.registry.NodeEntry.ServiceEntry;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HealthChecksTest {
  private final World world = new World();
  private final AtomicInteger asked = new AtomicInteger();
  private Supplier<Future<Boolean>> answer = () -> Future.succeededFuture(true);
  private Registry registry;
  private Registry other;
  private Runnable end;

  @BeforeEach
  void serve() {
    registry =
        world.started(
            NodeEntry.of("a", 1, "", "", 1)
                .withService(ServiceEntry.of("shop.Cart", 1, 3, List.of(0), "")));
    other = world.started("b");
    end =
        new HealthChecks(registry)
            .add(
                3,
                () -> {
                  asked.incrementAndGet();
                  return answer.get();
                });
    world.settle();
  }

  private boolean healthy() {
    world.settle();
    return other.table().endpoints("shop.Cart", 1).get(0).service().healthy();
  }

  @Test
  void check_runs_at_once_and_every_five_seconds() {
    assertThat(asked).hasValue(1);
    world.pass(20_000);
    assertThat(asked).hasValue(5);
    assertThat(healthy()).isTrue();
  }

  @Test
  void check_false_reaches_others_and_recovers() {
    answer = () -> Future.succeededFuture(false);
    world.pass(5_000);
    assertThat(healthy()).isFalse();
    answer = () -> Future.succeededFuture(true);
    world.pass(5_000);
    assertThat(healthy()).isTrue();
  }

  @Test
  void check_failing_is_unhealthy() {
    answer = () -> Future.failedFuture("database away");
    world.pass(5_000);
    assertThat(healthy()).isFalse();
  }

  @Test
  void check_throwing_is_unhealthy() {
    answer =
        () -> {
          throw new IllegalStateException("bug");
        };
    world.pass(5_000);
    assertThat(healthy()).isFalse();
  }

  @Test
  void check_silent_is_unhealthy_after_two_seconds_and_late_answers_do_not_count() {
    Promise<Boolean> slow = Promise.promise();
    answer = slow::future;
    world.pass(5_000);
    world.pass(1_900);
    assertThat(healthy()).isTrue();
    world.pass(200);
    assertThat(healthy()).isFalse();
    slow.complete(true);
    assertThat(healthy()).isFalse();
  }

  @Test
  void check_ended_asks_no_more() {
    end.run();
    world.pass(20_000);
    assertThat(asked).hasValue(1);
  }

  @Test
  void check_of_a_service_that_went_changes_nothing() {
    world.value(registry.update(own -> own.withoutService(3)));
    answer = () -> Future.succeededFuture(false);
    world.pass(5_000);
    assertThat(registry.own().services()).isEmpty();
  }
}
