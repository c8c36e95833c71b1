package io.weft.mesh;

import io.weft.call.Filter;
import io.weft.registry.Strategy;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a service is called.
 *
 * @param deadline replaces the contract's deadlines; zero keeps them, the default
 * @param strategy chooses among instances, default {@link Strategy#leastLoaded()}
 * @param locality what is preferred for being near, default this node, then its zone
 * @param filters interceptors around the calls, in order, on the calling thread
 * @param address the plain event-bus address of a {@code @ProxyGen} interface; null for its
 *     qualified name
 */
public record ClientOptions(
    Duration deadline,
    Strategy strategy,
    Strategy.Locality locality,
    List<Filter> filters,
    @Nullable String address) {
  /** Checks the values. */
  public ClientOptions {
    if (deadline.isNegative()) {
      throw new IllegalArgumentException("deadline: " + deadline + " (expected: 0 or more)");
    }
    filters = List.copyOf(filters);
  }

  /**
   * The defaults named above.
   *
   * @return the options
   */
  public static ClientOptions defaults() {
    return new ClientOptions(
        Duration.ZERO, Strategy.leastLoaded(), Strategy.Locality.LOCAL_FIRST, List.of(), null);
  }

  /**
   * Another deadline.
   *
   * @param value for every call
   * @return the options
   */
  public ClientOptions withDeadline(Duration value) {
    return new ClientOptions(value, strategy, locality, filters, address);
  }

  /**
   * Another strategy.
   *
   * @param value the strategy
   * @return the options
   */
  public ClientOptions withStrategy(Strategy value) {
    return new ClientOptions(deadline, value, locality, filters, address);
  }

  /**
   * Another preference for what is near.
   *
   * @param value the preference
   * @return the options
   */
  public ClientOptions withLocality(Strategy.Locality value) {
    return new ClientOptions(deadline, strategy, value, filters, address);
  }

  /**
   * Interceptors.
   *
   * @param value in order
   * @return the options
   */
  public ClientOptions withFilters(List<Filter> value) {
    return new ClientOptions(deadline, strategy, locality, value, address);
  }

  /**
   * The plain event-bus address.
   *
   * @param value the address
   * @return the options
   */
  public ClientOptions withAddress(String value) {
    return new ClientOptions(deadline, strategy, locality, filters, value);
  }
}
