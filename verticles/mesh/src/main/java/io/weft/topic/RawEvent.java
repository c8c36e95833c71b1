package io.weft.topic;

import java.util.Map;

/**
 * An event of any type, as bytes: for bridges and the command line.
 *
 * @param topic the topic it was published on, without wildcards
 * @param type the full protobuf name of the message; for a single number, text or bytes that of its
 *     wrapper, {@code google.protobuf.StringValue} and the like
 * @param bytes the protobuf message; this subscriber's own copy
 * @param publisher the id of the publisher's node
 * @param baggage pairs of the call in which it was published; unmodifiable, mostly empty
 */
@SuppressWarnings("ArrayRecordComponent") // Nobody compares events; the array is what bridges need.
public record RawEvent(
    String topic, String type, byte[] bytes, String publisher, Map<String, String> baggage) {}
