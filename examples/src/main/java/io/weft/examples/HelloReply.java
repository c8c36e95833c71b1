package io.weft.examples;

/**
 * A greeting.
 *
 * @param message the words
 */
public record HelloReply(String message) {}
