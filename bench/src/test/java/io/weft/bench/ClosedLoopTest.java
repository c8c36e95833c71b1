package io.weft.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Completable;
import io.weft.bench.subject.Client;
import io.weft.bench.subject.Unary;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ClosedLoopTest {
  private final ExecutorService loop = Executors.newSingleThreadExecutor();
  private final AtomicInteger inFlight = new AtomicInteger();
  private final AtomicInteger most = new AtomicInteger();

  @AfterEach
  void stop() {
    loop.shutdownNow();
  }

  private Client client(int replySize) {
    return new Client() {
      @Override
      public Unary<?> unary(int bytes) {
        return new Unary<String>() {
          @Override
          public void call(Completable<? super String> done) {
            most.accumulateAndGet(inFlight.incrementAndGet(), Math::max);
            loop.execute(
                () -> {
                  inFlight.decrementAndGet();
                  if (replySize < 0) {
                    done.fail("broken");
                  } else {
                    done.succeed("x".repeat(replySize));
                  }
                });
          }

          @Override
          public int size(String reply) {
            return reply.length();
          }
        };
      }
    };
  }

  private Sample run(int replySize, int calls) throws Exception {
    Client client = client(replySize);
    return new ClosedLoop<>(client, client.unary(5), 5).run(calls, 50);
  }

  @Test
  void run_keepsCallsInFlight() throws Exception {
    Sample sample = run(5, 8);
    assertThat(most).hasValue(8);
    assertThat(inFlight).hasValue(0);
    assertThat(sample.count()).isPositive();
    assertThat(sample.perSecond()).isEqualTo(sample.count() * 20.0);
    assertThat(sample.p99Micros()).isGreaterThanOrEqualTo(sample.p50Micros());
  }

  @Test
  void run_failedCall_fails() {
    assertThatThrownBy(() -> run(-1, 2))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("broken");
  }

  @Test
  void run_wrongReply_fails() {
    assertThatThrownBy(() -> run(4, 2)).hasMessageContaining("4 bytes (expected: 5)");
  }
}
