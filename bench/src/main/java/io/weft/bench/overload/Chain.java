package io.weft.bench.overload;

import io.vertx.core.Future;
import io.weft.contract.MeshService;
import io.weft.filter.breaker.BreakerOptions;
import io.weft.mesh.ClientOptions;
import java.util.List;

/** Three services, each of which waits a little and calls the next. */
public final class Chain {
  private Chain() {}

  /**
   * What goes down the chain.
   *
   * @param deadlineNanos the caller's deadline by {@link System#nanoTime()}, which all processes of
   *     a Linux machine share; 0 to hang in the third service
   * @param delayMillis how long each service waits before it goes on
   */
  public record Step(long deadlineNanos, List<Integer> delayMillis) {}

  /**
   * What a service saw.
   *
   * @param started handlers that began
   * @param late handlers that began after the deadline
   * @param hanging handlers that hang now
   * @param cancelled handlers that were cancelled while they hung
   */
  public record Seen(int started, int late, int hanging, int cancelled) {}

  /** The one that is called. */
  @MeshService
  public interface First {
    /**
     * Waits, then calls the second.
     *
     * @param step what to do
     * @return how many services answered
     */
    Future<Integer> go(Step step);

    /**
     * Looks.
     *
     * @return what this service saw
     */
    Future<Seen> seen();
  }

  /** The one in between. */
  @MeshService
  public interface Second {
    /**
     * Waits, then calls the third.
     *
     * @param step what to do
     * @return how many services answered
     */
    Future<Integer> go(Step step);

    /**
     * Looks.
     *
     * @return what this service saw
     */
    Future<Seen> seen();
  }

  /** The last one. */
  @MeshService
  public interface Third {
    /**
     * Waits.
     *
     * @param step what to do
     * @return how many services answered
     */
    Future<Integer> go(Step step);

    /**
     * Looks.
     *
     * @return what this service saw
     */
    Future<Seen> seen();
  }

  /**
   * Calls that are late on purpose are no sign of a bad service.
   *
   * @return the options of the chain's clients
   */
  static ClientOptions patient() {
    return ClientOptions.defaults().withBreaker(BreakerOptions.OFF);
  }
}
