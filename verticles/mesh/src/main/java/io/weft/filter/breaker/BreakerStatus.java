package io.weft.filter.breaker;

import io.vertx.circuitbreaker.CircuitBreakerState;

/**
 * How a breaker stands.
 *
 * @param name the full name of the service it protects
 * @param state {@code CLOSED}: calls pass; {@code OPEN}: none does; {@code HALF_OPEN}: a few pass
 *     as a trial
 * @param calls calls that ended within the window and say something about the service
 * @param failures how many of them speak against it
 * @param refused calls that were refused since the node joined
 * @param sinceMillis how long it has been in this state
 */
public record BreakerStatus(
    String name,
    CircuitBreakerState state,
    int calls,
    int failures,
    long refused,
    long sinceMillis) {}
