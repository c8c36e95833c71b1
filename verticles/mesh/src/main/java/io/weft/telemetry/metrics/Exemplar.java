package io.weft.telemetry.metrics;

/**
 * A call that stands for its bucket.
 *
 * @param nanos how long it took
 * @param traceId its trace, 32 lower-case hexadecimal digits
 * @param spanId its span, 16 of them
 * @param epochMillis when it ended
 */
public record Exemplar(long nanos, String traceId, String spanId, long epochMillis) {}
