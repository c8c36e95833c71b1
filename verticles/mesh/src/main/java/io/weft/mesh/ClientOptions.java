package io.weft.mesh;

import io.weft.call.Filter;
import io.weft.contract.Semantics;
import io.weft.filter.breaker.BreakerOptions;
import io.weft.registry.Strategy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
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
 * @param semantics tighter promises by method name; default none
 * @param breaker when this client leaves the service alone; null for what the node says, the
 *     default
 */
public record ClientOptions(
    Duration deadline,
    Strategy strategy,
    Strategy.Locality locality,
    List<Filter> filters,
    @Nullable String address,
    Map<String, Semantics> semantics,
    @Nullable BreakerOptions breaker) {
  /** Checks the values. */
  public ClientOptions {
    if (deadline.isNegative()) {
      throw new IllegalArgumentException("deadline: " + deadline + " (expected: 0 or more)");
    }
    filters = List.copyOf(filters);
    semantics = Map.copyOf(semantics);
  }

  /**
   * The defaults named above.
   *
   * @return the options
   */
  public static ClientOptions defaults() {
    return new ClientOptions(
        Duration.ZERO,
        Strategy.leastLoaded(),
        Strategy.Locality.LOCAL_FIRST,
        List.of(),
        null,
        Map.of(),
        null);
  }

  /**
   * Another deadline.
   *
   * @param value for every call
   * @return the options
   */
  public ClientOptions withDeadline(Duration value) {
    return new ClientOptions(value, strategy, locality, filters, address, semantics, breaker);
  }

  /**
   * Another strategy.
   *
   * @param value the strategy
   * @return the options
   */
  public ClientOptions withStrategy(Strategy value) {
    return new ClientOptions(deadline, value, locality, filters, address, semantics, breaker);
  }

  /**
   * Another preference for what is near.
   *
   * @param value the preference
   * @return the options
   */
  public ClientOptions withLocality(Strategy.Locality value) {
    return new ClientOptions(deadline, strategy, value, filters, address, semantics, breaker);
  }

  /**
   * Interceptors.
   *
   * @param value in order
   * @return the options
   */
  public ClientOptions withFilters(List<Filter> value) {
    return new ClientOptions(deadline, strategy, locality, value, address, semantics, breaker);
  }

  /**
   * The plain event-bus address.
   *
   * @param value the address
   * @return the options
   */
  public ClientOptions withAddress(String value) {
    return new ClientOptions(deadline, strategy, locality, filters, value, semantics, breaker);
  }

  /**
   * Tighter promises than the contract's, by method name: a caller may tighten, never loosen. What
   * would loosen is refused by {@link Mesh#client}.
   *
   * @param value for example {@code Map.of("add", Semantics.AT_MOST_ONCE)}
   * @return the options
   */
  public ClientOptions withSemantics(Map<String, Semantics> value) {
    return new ClientOptions(deadline, strategy, locality, filters, address, value, breaker);
  }

  /**
   * Another rule for leaving the service alone. Clients with equal rules share what they know.
   *
   * @param value the rule
   * @return the options
   */
  public ClientOptions withBreaker(BreakerOptions value) {
    return new ClientOptions(deadline, strategy, locality, filters, address, semantics, value);
  }
}
