package io.weft.topic;

import java.util.Map;

/**
 * An event as a subscriber gets it.
 *
 * @param topic the topic it was published on, without wildcards
 * @param value the value; shared with other subscribers only when it is immutable
 * @param publisher the id of the publisher's node
 * @param baggage pairs of the call in which it was published; unmodifiable, mostly empty; {@code
 *     traceparent} of its trace is among them when that is sampled
 * @param <T> the type of the value
 */
public record Event<T>(String topic, T value, String publisher, Map<String, String> baggage) {}
