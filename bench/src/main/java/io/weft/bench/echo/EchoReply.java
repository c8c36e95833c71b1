package io.weft.bench.echo;

/**
 * A reply or an item of a stream.
 *
 * @param text what was sent
 */
public record EchoReply(String text) {}
