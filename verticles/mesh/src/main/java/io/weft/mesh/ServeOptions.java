package io.weft.mesh;

import io.vertx.core.Future;
import io.weft.call.Filter;
import io.weft.filter.limit.LimitOptions;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How a service is served.
 *
 * @param weight its share of the calls against other instances; 0 for none, default 1
 * @param slowStart the time in which a new instance grows to its share, default 0
 * @param health asked every 5 s, for 2 s at most; while it is false callers prefer others; null for
 *     always healthy
 * @param filters interceptors around the handlers, in order, on their context
 * @param address the plain event-bus address of a {@code @ProxyGen} interface; null for its
 *     qualified name
 * @param load how much the service takes on; null for what the node says, the default
 */
public record ServeOptions(
    double weight,
    Duration slowStart,
    @Nullable Supplier<Future<Boolean>> health,
    List<Filter> filters,
    @Nullable String address,
    @Nullable LimitOptions load) {
  /** Checks the values. */
  public ServeOptions {
    if (!(weight >= 0)) {
      throw new IllegalArgumentException("weight: " + weight + " (expected: 0 or more)");
    }
    if (slowStart.isNegative()) {
      throw new IllegalArgumentException("slowStart: " + slowStart + " (expected: 0 or more)");
    }
    filters = List.copyOf(filters);
  }

  /**
   * The defaults named above.
   *
   * @return the options
   */
  public static ServeOptions defaults() {
    return new ServeOptions(1, Duration.ZERO, null, List.of(), null, null);
  }

  /**
   * Another weight.
   *
   * @param value 0 or more
   * @return the options
   */
  public ServeOptions withWeight(double value) {
    return new ServeOptions(value, slowStart, health, filters, address, load);
  }

  /**
   * A slow start.
   *
   * @param value the time to grow in
   * @return the options
   */
  public ServeOptions withSlowStart(Duration value) {
    return new ServeOptions(weight, value, health, filters, address, load);
  }

  /**
   * A health check.
   *
   * @param value must not block
   * @return the options
   */
  public ServeOptions withHealth(Supplier<Future<Boolean>> value) {
    return new ServeOptions(weight, slowStart, value, filters, address, load);
  }

  /**
   * Interceptors.
   *
   * @param value in order
   * @return the options
   */
  public ServeOptions withFilters(List<Filter> value) {
    return new ServeOptions(weight, slowStart, health, value, address, load);
  }

  /**
   * The plain event-bus address.
   *
   * @param value the address
   * @return the options
   */
  public ServeOptions withAddress(String value) {
    return new ServeOptions(weight, slowStart, health, filters, value, load);
  }

  /**
   * Other bounds for what the service takes on.
   *
   * @param value the bounds
   * @return the options
   */
  public ServeOptions withLoad(LimitOptions value) {
    return new ServeOptions(weight, slowStart, health, filters, address, value);
  }
}
