package io.weft.registry;

import io.vertx.core.Future;
import io.weft.registry.NodeEntry.ServiceEntry;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Asks users' health checks and puts the answers into the own entry: every 5 s, starting at once. A
 * check that fails, throws, says false or takes more than 2 s makes its service unhealthy. Safe for
 * all threads.
 */
public final class HealthChecks {
  static final long PERIOD_MILLIS = 5_000;
  static final long LIMIT_MILLIS = 2_000;

  private static final Logger LOG = System.getLogger("io.weft.registry");

  private final Registry registry;

  /**
   * Creates the checks of a node.
   *
   * @param registry holds the own entry
   */
  public HealthChecks(Registry registry) {
    this.registry = registry;
  }

  /**
   * Adds a check. Until its first answer the service is what its entry says.
   *
   * @param serviceId the service's number in the own entry
   * @param check runs on the registry's event loop and must not block
   * @return ends the check
   */
  public Runnable add(int serviceId, Supplier<Future<Boolean>> check) {
    Check running = new Check(serviceId, check);
    registry.cluster().execute(running::ask);
    return () -> registry.cluster().execute(running::end);
  }

  /** One check. Belongs to the registry's thread. */
  private final class Check {
    private final int serviceId;
    private final Supplier<Future<Boolean>> supplier;
    private boolean ended;
    private long round;
    private Runnable timer = () -> {};
    private Runnable limit = () -> {};

    Check(int serviceId, Supplier<Future<Boolean>> supplier) {
      this.serviceId = serviceId;
      this.supplier = supplier;
    }

    void ask() {
      if (ended) {
        return;
      }
      Cluster cluster = registry.cluster();
      timer = cluster.schedule(PERIOD_MILLIS, this::ask);
      long asked = ++round;
      limit =
          cluster.schedule(
              LIMIT_MILLIS, () -> answer(asked, false, "no answer in " + LIMIT_MILLIS + " ms"));
      Future<Boolean> future;
      try {
        future = supplier.get();
      } catch (RuntimeException e) {
        future = Future.failedFuture(e);
      }
      future.onComplete(
          (healthy, failure) ->
              cluster.execute(() -> answer(asked, Boolean.TRUE.equals(healthy), reason(failure))));
    }

    private String reason(@Nullable Throwable failure) {
      return failure == null ? "the check says so" : failure.toString();
    }

    private void answer(long asked, boolean healthy, String reason) {
      if (ended || asked != round) {
        return;
      }
      round++; // whatever comes after the first answer is late
      limit.run();
      ServiceEntry service = registry.own().service(serviceId);
      if (service == null || service.healthy() == healthy) {
        return;
      }
      LOG.log(
          healthy ? Level.INFO : Level.WARNING,
          "service {0} is {1}: {2}",
          service.service(),
          healthy ? "healthy" : "unhealthy",
          reason);
      registry.update(
          own -> {
            ServiceEntry now = own.service(serviceId);
            return now == null ? own : own.withService(now.withHealthy(healthy));
          });
    }

    void end() {
      ended = true;
      timer.run();
      limit.run();
    }
  }
}
