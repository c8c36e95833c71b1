package io.weft.filter.breaker;

import io.vertx.circuitbreaker.CircuitBreakerState;
import io.vertx.core.Vertx;
import io.vertx.core.internal.logging.Logger;
import io.vertx.core.internal.logging.LoggerFactory;
import io.weft.call.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * All breakers of a node: one for each service and {@link BreakerOptions}, shared by all its lanes
 * and clients. Safe for all threads.
 */
public final class Breakers {
  private static final Logger log = LoggerFactory.getLogger(Breakers.class);

  private final Vertx vertx;
  private final Clock clock;
  private final Map<Key, Breaker> breakers = new ConcurrentHashMap<>();
  private final List<Consumer<BreakerStatus>> listeners = new CopyOnWriteArrayList<>();

  private record Key(String service, BreakerOptions options) {}

  /**
   * Creates no breaker yet.
   *
   * @param vertx for the library's state machine
   * @param clock the time
   */
  public Breakers(Vertx vertx, Clock clock) {
    this.vertx = vertx;
    this.clock = clock;
  }

  /**
   * The breaker of a service.
   *
   * @param service the full service name
   * @param options when it opens
   * @return the same one for equal arguments
   */
  public Breaker of(String service, BreakerOptions options) {
    return breakers.computeIfAbsent(
        new Key(service, options),
        key -> new Breaker(service, options, vertx, clock.nanos(), this::changed));
  }

  private void changed(Breaker breaker) {
    BreakerStatus status = breaker.status(clock.nanos());
    String news = "breaker " + status.state() + ": " + breaker.news();
    if (status.state() == CircuitBreakerState.OPEN) {
      log.warn(news);
    } else {
      log.info(news);
    }
    for (Consumer<BreakerStatus> listener : listeners) {
      try {
        listener.accept(status);
      } catch (RuntimeException e) {
        log.error("a listener of breakers failed", e);
      }
    }
  }

  /**
   * How all breakers stand.
   *
   * @return one for each service that was called, by name
   */
  public List<BreakerStatus> all() {
    long now = clock.nanos();
    return breakers.values().stream()
        .map(breaker -> breaker.status(now))
        .sorted(Comparator.comparing(BreakerStatus::name))
        .toList();
  }

  /**
   * Tells of every change of state, from then on.
   *
   * @param listener gets the new state; on the thread of the call that caused it, must not block
   */
  public void onChange(Consumer<BreakerStatus> listener) {
    listeners.add(listener);
  }
}
