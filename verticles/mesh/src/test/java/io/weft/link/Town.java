package io.weft.link;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.internal.VertxInternal;
import io.weft.call.Clock;
import io.weft.stream.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Nodes on one plain Vert.x, whose event bus carries their batches; with a clock to be turned. */
final class Town implements AutoCloseable {
  static final Limits QUICK =
      new Limits(
          1 << 20,
          64 << 10,
          1 << 16,
          16L << 20,
          Window.DEFAULT,
          new Limits.Silence(20, 100, 1_000));

  final VertxInternal vertx =
      (VertxInternal) Vertx.vertx(new VertxOptions().setEventLoopPoolSize(2));
  final Queue<Throwable> uncaught = new ConcurrentLinkedQueue<>();
  private final AtomicLong turned = new AtomicLong();
  final Clock clock = () -> System.nanoTime() + turned.get();
  private final List<Home> homes = new ArrayList<>();
  private volatile Predicate<String> losing = address -> false;

  private final Logger complaints = Logger.getLogger("io.weft");
  final Queue<LogRecord> surprises = new ConcurrentLinkedQueue<>();
  private final Handler watch =
      new Handler() {
        @Override
        public void publish(LogRecord entry) {
          if (entry.getMessage().startsWith("unexpected")) {
            surprises.add(entry);
          }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  Town() {
    // Some tests give reason for thousands of complaints; only what must never be is kept.
    complaints.setUseParentHandlers(false);
    complaints.addHandler(watch);
    vertx.exceptionHandler(uncaught::add);
    vertx.eventBus().registerCodec(new Batch.Codec());
    vertx
        .eventBus()
        .addOutboundInterceptor(
            delivery -> {
              if (!losing.test(delivery.message().address())) {
                delivery.next();
              }
            });
  }

  Home node(String name) {
    return node(name, 1, QUICK);
  }

  Home node(String name, long incarnation, Limits limits) {
    Home home = new Home(this, name, incarnation, limits);
    homes.add(home);
    return home;
  }

  /** Loses the batches whose event-bus address is chosen. */
  void lose(Predicate<String> choice) {
    losing = choice;
  }

  void turn(long millis) {
    turned.addAndGet(millis * 1_000_000);
  }

  /** Lets every event loop finish what it has to do now, also what that leads to. */
  void settle() {
    for (int i = 0; i < 6; i++) {
      for (Home home : homes) {
        home.lanes.all().forEach(lane -> on(lane, () -> 0));
      }
    }
  }

  static <T> T on(Lane lane, Callable<T> code) {
    Promise<T> result = Promise.promise();
    lane.execute(
        () -> {
          try {
            result.complete(code.call());
          } catch (Throwable t) {
            result.fail(t);
          }
        });
    return get(result.future());
  }

  static <T> T get(Future<T> future) {
    try {
      return future.toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
    } catch (InterruptedException | TimeoutException e) {
      throw new IllegalStateException(e);
    }
  }

  static io.weft.call.CallFailure failure(Future<?> future) {
    return (io.weft.call.CallFailure)
        get(future.transform((value, cause) -> Future.succeededFuture(cause)));
  }

  @Override
  public void close() {
    homes.forEach(home -> get(home.lanes.close()));
    get(vertx.close());
    complaints.removeHandler(watch);
    complaints.setUseParentHandlers(true);
    if (!surprises.isEmpty()) {
      throw new AssertionError(surprises.peek().getMessage(), surprises.peek().getThrown());
    }
  }
}
