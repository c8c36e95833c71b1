package io.weft.bench.echo;

/**
 * A request.
 *
 * @param text what to send back
 */
public record EchoRequest(String text) {}
